package io.github.mcpmigrate.recipes.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.java.marker.JavaSourceSet;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;

/** The release of a library that a source file compiles against. */
public final class Release {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

  private Release() {}

  /**
   * Whether a version is this one or a newer one, betas of it included.
   *
   * @param version empty if nobody knows it, which is not new enough
   */
  public static boolean isAtLeast(String version, int major, int minor, int patch) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return false;
    }
    int[] wanted = {major, minor, patch};
    for (int i = 0; i < wanted.length; i++) {
      int part = Integer.parseInt(parts.group(i + 1));
      if (part != wanted[i]) {
        return part > wanted[i];
      }
    }
    return true;
  }

  /** Whether a class is on the class path of a source file. */
  public static boolean has(JavaSourceFile source, String type) {
    return source.getMarkers().findFirst(JavaSourceSet.class).stream()
        .flatMap(found -> found.getClasspath().stream())
        .map(JavaType.FullyQualified::getFullyQualifiedName)
        .anyMatch(type::equals);
  }
}

package io.github.mcpmigrate.recipes.build;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.maven.tree.GroupArtifact;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.maven.tree.Pom;

/**
 * Which releases of Spring AI have Streamable HTTP, and who decides on the one that a module has.
 */
public final class SpringAiVersion {

  public static final String GROUP = "org.springframework.ai";

  /** The newest of the first line with Streamable HTTP, which 1.0 lacks. */
  public static final String FIRST_LINE = "1.1.8";

  private SpringAiVersion() {}

  /** Whether a release knows nothing of Streamable HTTP: 1.0, and the milestones before it. */
  public static boolean lacksStreamableHttp(String version) {
    return version.startsWith("1.0.") || version.startsWith("0.");
  }

  /**
   * Whether the build itself says which release it wants: in a pom of its own, not in a parent that
   * is elsewhere, be it one folder further up.
   *
   * @param own the poms of the build
   */
  static boolean isWritten(MavenResolutionResult module, Set<GroupArtifact> own) {
    for (@Nullable MavenResolutionResult pom = module; pom != null; pom = pom.getParent()) {
      Pom requested = pom.getPom().getRequested();
      if (!own.contains(
          new GroupArtifact(pom.getPom().getGroupId(), pom.getPom().getArtifactId()))) {
        return false;
      }
      if (requested.getDependencies().stream()
              .anyMatch(
                  dependency ->
                      GROUP.equals(dependency.getGroupId()) && dependency.getVersion() != null)
          || requested.getDependencyManagement().stream()
              .anyMatch(managed -> GROUP.equals(managed.getGroupId()))) {
        return true;
      }
    }
    return false;
  }
}

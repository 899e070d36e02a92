package io.github.mcpmigrate.recipes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars that the build has put into {@code target/sdk-jars}: what legacy and migrated code
 * compiles against.
 */
public final class SdkJars {

  /** SDK 0.10.0 and what a servlet server of that time had on its class path. */
  public static final List<Path> LEGACY = jarsAnd("mcp-0.10.0");

  /** The newest SDK 0.18 and the same surroundings. */
  public static final List<Path> CURRENT = jarsAnd("mcp-core-", "mcp-json-jackson2-");

  private SdkJars() {}

  /** The one jar whose name begins with {@code prefix}. */
  public static Path jar(String prefix) {
    List<Path> found = all().stream().filter(jar -> name(jar).startsWith(prefix)).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          "Expected one jar " + prefix + "* in target/sdk-jars, found " + found);
    }
    return found.get(0);
  }

  private static List<Path> jarsAnd(String... sdk) {
    return Stream.concat(
            Arrays.stream(sdk).map(SdkJars::jar),
            all().stream().filter(jar -> !name(jar).startsWith("mcp-")))
        .toList();
  }

  private static List<Path> all() {
    String folder = System.getProperty("sdk-jars", "target/sdk-jars");
    try (Stream<Path> jars = Files.list(Path.of(folder))) {
      return jars.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Run the build once, it copies the SDK's jars to " + folder, e);
    }
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }
}

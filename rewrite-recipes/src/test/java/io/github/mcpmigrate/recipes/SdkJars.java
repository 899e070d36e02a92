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

  /** SDK 0.10.0 and what a server of that time had on its class path. */
  public static final List<Path> LEGACY = sdk("0.10");

  /** The newest SDK 0.18 and the same surroundings. */
  public static final List<Path> CURRENT = sdk("0.18");

  private SdkJars() {}

  /**
   * The SDK of one line with its WebMvc and WebFlux transports, and the libraries a server uses
   * beside it.
   *
   * @param line {@code 0.7} to {@code 0.14}, {@code 0.17}, {@code 0.18}, {@code 1.1} or {@code 2.1}
   */
  public static List<Path> sdk(String line) {
    // Since SDK 1.0 the Spring transports are Spring AI's and follow its versions.
    String[] versions =
        switch (line) {
          case "1.1" -> new String[] {"1.1.", "2.0.0-M"};
          case "2.1" -> new String[] {"2.1.", "2.0.0.jar"};
          default -> new String[] {line + "."};
        };
    List<Path> sdk =
        all().stream()
            .filter(jar -> name(jar).startsWith("mcp-"))
            .filter(jar -> Arrays.stream(versions).anyMatch(v -> name(jar).contains("-" + v)))
            .toList();
    if (sdk.isEmpty()) {
      throw new IllegalArgumentException("No SDK " + line + " among " + all());
    }
    return Stream.concat(
            sdk.stream(),
            all().stream()
                .filter(
                    jar -> !name(jar).startsWith("mcp-") && !name(jar).startsWith("spring-ai-")))
        .toList();
  }

  /**
   * Spring AI's auto-configuration of one line, with the SDK that it brings.
   *
   * @param line {@code 1.0}, {@code 1.1} or {@code 2.0}
   */
  public static List<Path> springAi(String line) {
    String sdk =
        switch (line) {
          case "1.0" -> "0.10";
          case "1.1" -> "0.18";
          default -> "2.1";
        };
    return Stream.concat(
            all().stream()
                .filter(jar -> name(jar).startsWith("spring-ai-"))
                .filter(jar -> name(jar).contains("-" + line + ".")),
            sdk(sdk).stream())
        .toList();
  }

  /** The one jar whose name begins with {@code prefix}. */
  public static Path jar(String prefix) {
    List<Path> found = all().stream().filter(jar -> name(jar).startsWith(prefix)).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          "Expected one jar " + prefix + "* in target/sdk-jars, found " + found);
    }
    return found.get(0);
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

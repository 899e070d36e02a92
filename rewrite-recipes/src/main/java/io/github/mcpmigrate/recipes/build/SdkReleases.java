package io.github.mcpmigrate.recipes.build;

import io.github.mcpmigrate.recipes.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.openrewrite.semver.LatestRelease;

/** Which artifacts of the MCP Java SDK were released with which version. */
final class SdkReleases {

  /** The group of the SDK's artifacts. */
  static final String GROUP = "io.modelcontextprotocol.sdk";

  /** The group that the WebMvc and WebFlux transports moved to with SDK 1.0. */
  static final String SPRING_GROUP = "org.springframework.ai";

  /** The artifacts that bring a JSON binding. */
  static final Set<String> JSON = Set.of("mcp", "mcp-json-jackson2", "mcp-json-jackson3");

  private static final Set<String> WITH_WEBMVC =
      Set.of("mcp", "mcp-json-jackson2", "mcp-json-jackson3", "mcp-spring-webmvc");
  private static final Set<String> SPRING = Set.of("mcp-spring-webmvc", "mcp-spring-webflux");
  private static final Pattern VERSION =
      Pattern.compile("\\d+\\.\\d+(\\.\\d+)?([.-][A-Za-z0-9.-]+)?");
  private static final Comparator<String> ORDER =
      (one, other) -> new LatestRelease(null).compare(null, one, other);
  private static final Properties RELEASES = load();

  private SdkReleases() {}

  /** Whether this is a version that can be compared: neither a range nor a property. */
  static boolean isVersion(String version) {
    return VERSION.matcher(version).matches();
  }

  static boolean isNewer(String version, String than) {
    return ORDER.compare(version, than) > 0;
  }

  /**
   * Whether the version is of a line in which the WebMvc and WebFlux transports are Spring AI's.
   */
  static boolean isSince1(String version) {
    return ORDER.compare(version, "1.0.0") >= 0;
  }

  /** Whether this is an artifact that moves to Spring AI with SDK 1.0. */
  static boolean isSpring(String artifact) {
    return SPRING.contains(artifact);
  }

  /**
   * Whether an artifact brings a JSON binding in one version and none in the other, on the line of
   * 0.x: the Spring transports depend on {@code mcp} up to 0.17.2 and on {@code mcp-core} alone
   * from 0.18.0 on.
   */
  static boolean losesJson(String artifact, String from, String to) {
    return isSpring(artifact)
        && ORDER.compare(from, "0.18.0") < 0
        && ORDER.compare(to, "0.18.0") >= 0
        && !isSince1(to);
  }

  /**
   * What has a JSON binding or is going to get one, beside a Spring transport: where both stand
   * together, {@code mcp-spring-webmvc} gets it.
   */
  static Set<String> jsonBeside(String artifact) {
    return artifact.equals("mcp-spring-webmvc") ? JSON : WITH_WEBMVC;
  }

  /**
   * The newest version that all of the artifacts can be had with.
   *
   * @param target the version to move to, which is the newest that comes into question
   * @return empty if the line of {@code target} lacks one of the artifacts; {@code target} itself
   *     if it was released after these recipes
   */
  static Optional<String> newest(String target, Collection<String> artifacts) {
    if (!versions("mcp").contains(target)) {
      return Optional.of(target);
    }
    return versions("mcp").stream()
        .filter(version -> major(version).equals(major(target)) && !isNewer(version, target))
        .filter(version -> artifacts.stream().allMatch(a -> versions(a).contains(version)))
        .max(ORDER);
  }

  /** The newest release of the line that {@code version} is on. */
  static String newestOfLine(String version) {
    return Versions.newestSdk(version);
  }

  /** The version of Spring AI's transports that fits an SDK of 1.0 or newer. */
  static String springAi(String sdkVersion) {
    return RELEASES.getProperty(
        "spring-ai." + major(sdkVersion), RELEASES.getProperty("spring-ai.2"));
  }

  private static String major(String version) {
    return version.split("\\.", 2)[0];
  }

  private static List<String> versions(String artifact) {
    return List.of(RELEASES.getProperty(artifact, RELEASES.getProperty("mcp")).split(" "));
  }

  private static Properties load() {
    try (InputStream in = SdkReleases.class.getResourceAsStream("sdk-releases.properties")) {
      Properties releases = new Properties();
      releases.load(in);
      return releases;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read sdk-releases.properties", e);
    }
  }
}

package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.build.QuarkusMcpBuild;
import io.github.mcpmigrate.recipes.build.QuarkusMcpFiles;
import io.github.mcpmigrate.recipes.build.QuarkusMcpReleases;
import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import io.github.mcpmigrate.recipes.configuration.PropertiesConfiguration;
import io.github.mcpmigrate.recipes.configuration.YamlConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.SourceFile;
import org.openrewrite.docker.tree.Docker;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.text.PlainText;
import org.openrewrite.yaml.tree.Yaml;

/**
 * The MCP servers that Quarkus makes in a build. Files are only put aside while a build is read;
 * they are looked into once somebody asks, and only if there is such a server.
 */
public final class QuarkusServers {

  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "(?:application(?:-[^.]+)?\\.(?:properties|ya?ml)|microprofile-config(?:-[^.]+)?\\.properties)");

  private static final Pattern REFERENCE =
      Pattern.compile("(?:\\$\\{?|\\bkey:\\s*[\"']?)(_?\\w*QUARKUS_MCP_SERVER_\\w+)");

  private static final KeyPath PORT = KeyPath.of("quarkus.http.port");
  private static final KeyPath HTTP_ROOT = KeyPath.of("quarkus.http.root-path");

  private final List<SourceFile> builds = new ArrayList<>();
  private final List<SourceFile> configurations = new ArrayList<>();
  private final List<SourceFile> deployments = new ArrayList<>();
  private final Set<Optional<JavaProject>> secured = new HashSet<>();
  private @Nullable QuarkusMcpBuild build;
  private @Nullable Map<Optional<JavaProject>, List<ConfigurationDocument>> documents;
  private @Nullable Set<String> named;

  /** Takes in a file of the build. */
  public void read(SourceFile source) {
    if (QuarkusMcpFiles.isBuildFile(source)) {
      builds.add(source);
    }
    if (isConfiguration(source)) {
      configurations.add(source);
    } else if (source instanceof Yaml.Documents
        || source instanceof Docker.File
        || source instanceof PlainText) {
      deployments.add(source);
    }
  }

  /** Whether a file is one that Quarkus reads by itself. */
  static boolean isConfiguration(SourceFile source) {
    return (source instanceof Properties.File || source instanceof Yaml.Documents)
        && CONFIGURATION.matcher(source.getSourcePath().getFileName().toString()).matches();
  }

  /** The build; empty if nothing in it is a server of Quarkus'. */
  Optional<QuarkusMcpBuild> build() {
    if (build == null) {
      build = new QuarkusMcpBuild();
      if (builds.stream().anyMatch(QuarkusMcpFiles::mentions)) {
        builds.forEach(build::read);
        builds.forEach(this::readSecurity);
      }
    }
    return Optional.of(build).filter(QuarkusMcpBuild::hasServer);
  }

  private void readSecurity(SourceFile source) {
    source
        .getMarkers()
        .findFirst(MavenResolutionResult.class)
        .filter(pom -> !pom.findDependencies("io.quarkus", "quarkus-security", null).isEmpty())
        .ifPresent(pom -> secured.add(project(source)));
  }

  private static Optional<JavaProject> project(SourceFile source) {
    return source.getMarkers().findFirst(JavaProject.class);
  }

  /** Whether the policies of paths count in a file's module: without the extension none does. */
  boolean hasSecurity(SourceFile source) {
    return build().isPresent() && secured.contains(project(source));
  }

  /** Whether the release that the build has after the move knows {@code auto-init}. */
  boolean hasAutoInit() {
    return build()
        .flatMap(QuarkusMcpBuild::version)
        .filter(version -> QuarkusMcpReleases.isSince(version, "1.11.0"))
        .isPresent();
  }

  static List<ConfigurationDocument> documents(SourceFile file) {
    if (file instanceof Properties.File properties) {
      return PropertiesConfiguration.read(properties);
    }
    return file instanceof Yaml.Documents yaml ? YamlConfiguration.read(yaml) : List.of();
  }

  /** What the configuration of a file's module says. */
  List<ConfigurationDocument> ofModule(SourceFile source) {
    return all().getOrDefault(project(source), List.of());
  }

  private Map<Optional<JavaProject>, List<ConfigurationDocument>> all() {
    if (documents == null) {
      documents = new LinkedHashMap<>();
      if (build().isPresent()) {
        for (SourceFile file : configurations) {
          documents
              .computeIfAbsent(project(file), key -> new ArrayList<>())
              .addAll(documents(file));
        }
      }
    }
    return documents;
  }

  /**
   * Where the servers of a file's module have Streamable HTTP; HTTP+SSE is at {@code /sse} below.
   */
  Set<String> roots(SourceFile source) {
    return roots(ofModule(source));
  }

  private static Set<String> roots(List<ConfigurationDocument> documents) {
    Set<String> roots = new LinkedHashSet<>();
    boolean byDefault = true;
    for (ConfigurationDocument document : documents) {
      for (Map.Entry<KeyPath, String> entry : document.values().entrySet()) {
        if (QuarkusKeys.isRootPath(entry.getKey()) && !entry.getValue().contains("${")) {
          roots.add(path(entry.getValue()));
          byDefault &= QuarkusKeys.withoutProfile(entry.getKey()).length() != 5;
        }
      }
    }
    if (byDefault) {
      roots.add(QuarkusKeys.DEFAULT_ROOT);
    }
    Set<String> prefixed = new LinkedHashSet<>();
    Set<String> prefixes = values(documents, HTTP_ROOT);
    for (String prefix : prefixes.isEmpty() ? Set.of("/") : prefixes) {
      String before = path(prefix);
      roots.forEach(root -> prefixed.add((before.equals("/") ? "" : before) + root));
    }
    return prefixed;
  }

  private static String path(String written) {
    return "/" + written.strip().replaceAll("^/+|/+$", "");
  }

  private static Set<String> values(List<ConfigurationDocument> documents, KeyPath key) {
    Set<String> values = new LinkedHashSet<>();
    for (ConfigurationDocument document : documents) {
      document
          .values()
          .forEach(
              (written, value) -> {
                if (QuarkusKeys.withoutProfile(written).equals(key) && !value.contains("${")) {
                  values.add(value.strip());
                }
              });
    }
    return values;
  }

  /** Where Streamable HTTP is of each of these servers, by where its event stream is. */
  public Map<String, String> streamablePaths() {
    Map<String, String> paths = new HashMap<>();
    modules()
        .flatMap(documents -> roots(documents).stream())
        .forEach(root -> paths.put((root.equals("/") ? "" : root) + "/sse", root));
    return paths;
  }

  /** Where messages of HTTP+SSE are posted to. */
  public Set<String> messagePaths() {
    Set<String> paths = new HashSet<>();
    modules()
        .flatMap(documents -> roots(documents).stream())
        .forEach(root -> paths.add((root.equals("/") ? "" : root) + "/messages"));
    return paths;
  }

  /** Whether the build has such a server, which serves HTTP+SSE until a rule ends that. */
  public boolean areThere() {
    return build().isPresent();
  }

  /** Why one of these servers has no Streamable HTTP afterwards, if one has none. */
  public Optional<String> whyOneStays() {
    return build()
        .flatMap(QuarkusMcpBuild::version)
        .filter(version -> !QuarkusMcpReleases.isSince(version, "1.2.0"))
        .map(
            version ->
                "Quarkus' MCP server " + version + " has no Streamable HTTP, which came with 1.2");
  }

  private Stream<List<ConfigurationDocument>> modules() {
    if (build().isEmpty()) {
      return Stream.empty();
    }
    return all().isEmpty() ? Stream.of(List.of()) : all().values().stream();
  }

  /** The ports that these applications are configured to have. */
  public Set<String> ports() {
    Set<String> ports = new HashSet<>();
    modules().forEach(documents -> ports.addAll(values(documents, PORT)));
    ports.removeIf(port -> !port.matches("[1-9]\\d*"));
    return ports;
  }

  /** The variables that something in the build takes the values of by their names. */
  Set<String> named() {
    if (named == null) {
      named = new HashSet<>();
      for (SourceFile file : deployments) {
        Matcher reference = REFERENCE.matcher(file.printAll());
        while (reference.find()) {
          named.add(reference.group(1));
        }
      }
    }
    return named;
  }
}

package io.github.mcpmigrate.recipes.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openrewrite.SourceFile;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.maven.tree.GroupArtifact;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.maven.tree.ResolvedDependency;

/**
 * Which Spring AI the modules of a build have, and whether a build on one without Streamable HTTP
 * can be given another. All modules rise or none: they often share the line that says it.
 */
public final class SpringAiReach {

  private final Map<Optional<JavaProject>, String> maven = new LinkedHashMap<>();
  private final List<String> obstacles = new ArrayList<>();
  private final Map<MavenResolutionResult, String> onOld = new IdentityHashMap<>();
  private final Set<GroupArtifact> own = new HashSet<>();
  private final SpringAiInGradle gradle = new SpringAiInGradle();

  /** Takes in a file of the build. */
  public void read(SourceFile source) {
    source
        .getMarkers()
        .findFirst(MavenResolutionResult.class)
        .ifPresent(pom -> read(source.getMarkers().findFirst(JavaProject.class), pom));
    if (source instanceof JavaSourceFile code && !GradleProperties.isScript(source)) {
      OwnTransports.in(code).forEach(own -> obstacles.add(own.reason()));
    }
    gradle.read(source);
  }

  private void read(Optional<JavaProject> project, MavenResolutionResult pom) {
    Optional<String> version =
        pom.findDependencies(SpringAiVersion.GROUP, "spring-ai-*mcp*", null).stream()
            .map(ResolvedDependency::getVersion)
            .findFirst();
    version.ifPresent(found -> maven.put(project, found));
    own.add(new GroupArtifact(pom.getPom().getGroupId(), pom.getPom().getArtifactId()));
    version
        .filter(SpringAiVersion::lacksStreamableHttp)
        .ifPresent(old -> onOld.putIfAbsent(pom, old));
    pom.getPom().getRequested().getDependencies().stream()
        .filter(dependency -> SpringAiVersion.GROUP.equals(dependency.getGroupId()))
        .filter(dependency -> SpringAiArtifacts.isGone(dependency.getArtifactId()))
        .forEach(dependency -> obstacles.add(gone(dependency.getArtifactId())));
  }

  private static String gone(String artifact) {
    return artifact
        + " is not among the artifacts of Spring AI "
        + SpringAiVersion.FIRST_LINE
        + ", the first line with Streamable HTTP: replace it, then run again";
  }

  /**
   * The release of Spring AI's MCP artifacts in a module; empty if it has none or none is found.
   */
  public Optional<String> version(Optional<JavaProject> module) {
    return Optional.ofNullable(maven.get(module)).or(() -> gradle.version(module));
  }

  /** Whether a module has an MCP artifact of Spring AI. */
  public boolean hasMcp(Optional<JavaProject> module) {
    return maven.containsKey(module)
        || gradle.dependencies(module).anyMatch(one -> SpringAiArtifacts.isOfMcp(one.artifact()));
  }

  /** Whether a module declares an artifact of Spring AI in Gradle whose name begins like this. */
  public boolean declaresInGradle(Optional<JavaProject> module, String... beginnings) {
    return gradle
        .dependencies(module)
        .anyMatch(dependency -> Stream.of(beginnings).anyMatch(dependency.artifact()::startsWith));
  }

  /** Why a module's servers and clients have to stay on HTTP+SSE, if Spring AI is the reason. */
  public Optional<String> obstacle(Optional<JavaProject> module) {
    Optional<String> version = version(module);
    if (version.isPresent()) {
      return version.filter(SpringAiVersion::lacksStreamableHttp).flatMap(old -> obstacle());
    }
    return gradle.modules().contains(module) && !maven.containsKey(module)
        ? Optional.of(
            "which Spring AI this module has is not written where these recipes can find it: declare "
                + SpringAiVersion.GROUP
                + ":spring-ai-bom "
                + SpringAiVersion.FIRST_LINE
                + " or newer in a script or catalog of this build, then run again")
        : Optional.empty();
  }

  private Optional<String> obstacle() {
    Stream<String> unwritten =
        onOld.entrySet().stream()
            .filter(old -> !SpringAiVersion.isWritten(old.getKey(), own))
            .map(old -> unwritten(old.getValue()));
    return Stream.of(unwritten, obstacles.stream(), gradle.gone().stream().map(SpringAiReach::gone))
        .flatMap(reasons -> reasons)
        .findFirst();
  }

  private static String unwritten(String old) {
    return "Spring AI "
        + old
        + " has no Streamable HTTP, and this build does not say which to take: declare "
        + SpringAiVersion.GROUP
        + ":spring-ai-bom "
        + SpringAiVersion.FIRST_LINE
        + ", then run again";
  }

  /** Whether a module has no Streamable HTTP, and the build can be given a Spring AI that has. */
  public boolean rises() {
    return Stream.concat(maven.keySet().stream(), gradle.modules().stream())
            .flatMap(module -> version(module).stream())
            .anyMatch(SpringAiVersion::lacksStreamableHttp)
        && obstacle().isEmpty();
  }

  /** Whether Spring AI is raised in a module. */
  public boolean rises(Optional<JavaProject> module) {
    return version(module).filter(SpringAiVersion::lacksStreamableHttp).isPresent() && rises();
  }

  /** What is written in Gradle files. */
  SpringAiInGradle gradle() {
    return gradle;
  }
}

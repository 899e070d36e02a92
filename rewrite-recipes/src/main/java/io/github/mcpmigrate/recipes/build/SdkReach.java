package io.github.mcpmigrate.recipes.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.maven.tree.ResolvedDependency;

/**
 * Whether a Maven build can be taken to the SDK that migrated code is written for. An SDK that
 * comes through somebody else's starter, library or parent cannot: its sources have to stay at the
 * API they have.
 */
public final class SdkReach {

  /** The oldest SDK whose API the recipes write. */
  private static final String OLDEST_TARGET = "0.18.0";

  private final SdkVersions versions = new SdkVersions(null);

  /** Where modules have an SDK that is too old, by its version. */
  private final Map<String, String> tooOld = new LinkedHashMap<>();

  /** Those of them whose SDK comes with a Spring AI that is too old itself. */
  private final Map<String, String> withSpringAi = new LinkedHashMap<>();

  private final SpringAiReach springAi = new SpringAiReach();

  /** What keeps the SDK where it is, whatever the build says. */
  private final List<OwnTransports.Own> ownTransports = new ArrayList<>();

  /** Takes in a file if it is the pom of a module, or has a transport of the project's own. */
  public void read(SourceFile source) {
    if (source instanceof JavaSourceFile code) {
      ownTransports.addAll(OwnTransports.in(code));
    }
    MavenResolutionResult pom =
        source.getMarkers().findFirst(MavenResolutionResult.class).orElse(null);
    if (pom == null) {
      return;
    }
    springAi.read(source);
    boolean hasOldSpringAi =
        springAi
            .version(source.getMarkers().findFirst(JavaProject.class))
            .filter(SpringAiVersion::lacksStreamableHttp)
            .isPresent();
    ExecutionContext ctx = new InMemoryExecutionContext();
    new SdkPomScanner(versions).visit((Tree) source, ctx);
    for (ResolvedDependency sdk : pom.findDependencies(SdkReleases.GROUP, "mcp*", null)) {
      String version = sdk.getVersion();
      if (SdkReleases.isVersion(version) && SdkReleases.isNewer(OLDEST_TARGET, version)) {
        (hasOldSpringAi ? withSpringAi : tooOld).putIfAbsent(version, pom.getPom().getArtifactId());
      }
    }
  }

  /**
   * Why sources cannot move, if they cannot: a class would not compile with another SDK, or a
   * module has one that nothing here decides on.
   */
  public Optional<String> obstacle() {
    return ownTransports.stream()
        .findFirst()
        .map(OwnTransports.Own::reason)
        .or(this::comesFromOutside);
  }

  /** The module that has the SDK from somewhere else. */
  Optional<String> comesFromOutside() {
    return Stream.concat(
            tooOld.entrySet().stream(),
            withSpringAi.entrySet().stream().filter(module -> !springAi.rises()))
        .filter(module -> !versions.isWrittenSomewhere(module.getKey()))
        .findFirst()
        .map(
            module ->
                "the MCP Java SDK "
                    + module.getKey()
                    + " comes to "
                    + module.getValue()
                    + " from outside this build, and migrated code needs "
                    + SdkReleases.newestOfLine("0")
                    + ": update what brings it, or declare io.modelcontextprotocol.sdk:mcp "
                    + SdkReleases.newestOfLine("0")
                    + " yourself, then run again");
  }
}

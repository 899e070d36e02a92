package io.github.mcpmigrate.recipes.build;

import static io.github.mcpmigrate.recipes.build.QuarkusMcpReleases.GROUP;

import java.util.ArrayList;
import java.util.List;
import org.openrewrite.SourceFile;
import org.openrewrite.maven.tree.MavenResolutionResult;

/** What single build files say of Quarkus' MCP server. */
public final class QuarkusMcpFiles {

  private QuarkusMcpFiles() {}

  /** Whether a build file has to do with Quarkus' MCP at all, at a glance. */
  public static boolean mentions(SourceFile source) {
    MavenResolutionResult pom =
        source.getMarkers().findFirst(MavenResolutionResult.class).orElse(null);
    if (pom == null) {
      return source.printAll().contains(GROUP);
    }
    return !pom.findDependencies(GROUP, "*", null).isEmpty()
        || pom.getPom().getRequestedDependencies().stream()
            .anyMatch(one -> GROUP.equals(one.getGroupId()));
  }

  /** The artifacts of the server that a build file names. */
  public static List<String> servers(SourceFile source) {
    List<String> servers = new ArrayList<>();
    LibraryDeclarations.read(
        source,
        GROUP,
        new SdkVersions(null),
        one -> servers.add(one.artifact()),
        one -> {
          if (GROUP.equals(one.group())) {
            servers.add(one.artifact());
          }
        });
    servers.removeIf(artifact -> !QuarkusMcpReleases.isServer(artifact));
    return servers;
  }

  /** Whether a file is one of those that are edited. */
  public static boolean isBuildFile(SourceFile source) {
    return LibraryDeclarations.mayBeIn(source);
  }
}

package io.github.mcpmigrate.recipes.handwritten;

import io.github.mcpmigrate.recipes.Versions;
import io.github.mcpmigrate.recipes.build.BuildFindings;
import io.github.mcpmigrate.recipes.build.GradleCompanion;
import io.github.mcpmigrate.recipes.build.PomStyle;
import io.github.mcpmigrate.table.LegacySseUses;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.maven.AddDependencyVisitor;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.xml.tree.Xml;

/**
 * Adds mcp-compat-servlet to the builds of servers that move.
 *
 * @param compatVersion null for that of these recipes
 */
record ServletDependency(
    HandwrittenServers servers, @Nullable String compatVersion, LegacySseUses table, String rule) {

  private static final String GROUP = "io.github.mcpmigrate";
  private static final String ARTIFACT = "mcp-compat-servlet";

  boolean concerns(SourceFile source) {
    return GradleCompanion.isScript(source)
        || source.getMarkers().findFirst(MavenResolutionResult.class).isPresent();
  }

  Tree addTo(SourceFile build, ExecutionContext ctx) {
    if (!concerns(build) || !servers.areMovedIn(build)) {
      return build;
    }
    if (GradleCompanion.isScript(build)) {
      return addToScript(build, ctx);
    }
    return build instanceof Xml.Document pom
        ? PomStyle.keep(
            pom,
            new AddDependencyVisitor(
                GROUP, ARTIFACT, version(), null, null, null, null, null, null, null),
            ctx)
        : build;
  }

  private Tree addToScript(SourceFile script, ExecutionContext ctx) {
    // Without a project nobody knows whose script it is: another one may have the server.
    if (script.getMarkers().findFirst(JavaProject.class).isPresent()
        && !GradleCompanion.fits(script, GROUP, ARTIFACT, "spring-boot-starter-web")) {
      new BuildFindings(table, rule, script, ctx)
          .report(
              ARTIFACT,
              "the server of this project needs "
                  + GROUP
                  + ":"
                  + ARTIFACT
                  + ":"
                  + version()
                  + ", and nothing in this script names spring-boot-starter-web: add it where Spring comes from");
    }
    return GradleCompanion.adding(GROUP, ARTIFACT, version(), "spring-boot-starter-web")
        .visitNonNull(script, ctx);
  }

  private String version() {
    return compatVersion == null ? Versions.compat() : compatVersion;
  }
}

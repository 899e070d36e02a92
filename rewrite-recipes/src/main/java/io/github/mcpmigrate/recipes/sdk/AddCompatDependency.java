package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.Versions;
import io.github.mcpmigrate.recipes.build.BuildFindings;
import io.github.mcpmigrate.recipes.build.GradleCompanion;
import io.github.mcpmigrate.recipes.build.PomStyle;
import io.github.mcpmigrate.recipes.build.PomVisitor;
import io.github.mcpmigrate.table.LegacySseUses;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.maven.AddDependencyVisitor;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.xml.tree.Xml;

/** Brings in the runtime that a server on both transports needs. */
@Value
@EqualsAndHashCode(callSuper = false)
public class AddCompatDependency extends ScanningRecipe<ServerProviderUses> {

  static final String GROUP = "io.github.mcpmigrate";
  static final String ARTIFACT = "mcp-compat-sdk";

  transient LegacySseUses table = new LegacySseUses(this);

  @Option(
      displayName = "MCP endpoint",
      description = "The option of the same name of `SseServerToDual`.",
      example = "/api/mcp",
      required = false)
  @Nullable String mcpEndpoint;

  @Option(displayName = "Keep URL", description = McpEndpoint.KEEP_URL, required = false)
  @Nullable Boolean keepUrl;

  @Option(
      displayName = "Compat version",
      description = "The version of mcp-compat-sdk. Defaults to the version of these recipes.",
      example = "0.1.0",
      required = false)
  @Nullable String compatVersion;

  String displayName = "Add mcp-compat-sdk where a server moves to both transports";

  String description =
      "Adds `io.github.mcpmigrate:mcp-compat-sdk` to the Maven and Gradle projects whose servers `SseServerToDual` moves.";

  private ServerMove move() {
    return ServerMove.fromSse(ServerTransport.DUAL, mcpEndpoint, keepUrl);
  }

  @Override
  public ServerProviderUses getInitialValue(ExecutionContext ctx) {
    return new ServerProviderUses(move());
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(ServerProviderUses uses) {
    return new ServerSources(move(), uses);
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(ServerProviderUses uses) {
    PomVisitor poms = pomVisitor(uses);
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile script
            && GradleCompanion.isScript(script)
            && uses.areMovedIn(projectOf(script))) {
          return addTo(script, ctx);
        }
        return poms.visit(tree, ctx);
      }
    };
  }

  private @Nullable Tree addTo(SourceFile script, ExecutionContext ctx) {
    // Without a project nobody knows whose script it is: another one may have the server.
    if (projectOf(script) != null && !GradleCompanion.fits(script, GROUP, ARTIFACT)) {
      String dependency = GROUP + ":" + ARTIFACT + ":" + version();
      new BuildFindings(table, getName(), script, ctx)
          .report(
              ARTIFACT,
              "the server of this project needs "
                  + dependency
                  + ", and nothing in this script names the MCP SDK: add it where the SDK comes from");
    }
    return GradleCompanion.adding(GROUP, ARTIFACT, version()).visit(script, ctx);
  }

  private static @Nullable JavaProject projectOf(SourceFile source) {
    return source.getMarkers().findFirst(JavaProject.class).orElse(null);
  }

  private PomVisitor pomVisitor(ServerProviderUses uses) {
    return new PomVisitor() {
      @Override
      protected @Nullable Tree visitPom(
          SourceFile pom, MavenResolutionResult resolved, ExecutionContext ctx) {
        return uses.areMovedIn(projectOf(pom)) && pom instanceof Xml.Document document
            ? PomStyle.keep(document, addDependency(), ctx)
            : pom;
      }
    };
  }

  private String version() {
    return compatVersion == null ? Versions.compat() : compatVersion;
  }

  private AddDependencyVisitor addDependency() {
    return new AddDependencyVisitor(
        GROUP, ARTIFACT, version(), null, null, null, null, null, null, null);
  }
}

package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.Versions;
import io.github.mcpmigrate.recipes.build.GradleCompanion;
import io.github.mcpmigrate.recipes.build.PomStyle;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.maven.AddDependencyVisitor;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.xml.tree.Xml;

/** Brings in the runtime that a Spring AI server on both transports needs. */
@Value
@EqualsAndHashCode(callSuper = false)
public class AddCompatStarter extends SpringAiRecipe {

  static final String GROUP = "io.github.mcpmigrate";
  static final String ARTIFACT = "mcp-compat-spring-boot-starter";

  @Option(
      displayName = "Compat version",
      description =
          "The version of mcp-compat-spring-boot-starter. Defaults to the version of these recipes.",
      example = "0.1.0",
      required = false)
  @Nullable String compatVersion;

  String displayName =
      "Add mcp-compat-spring-boot-starter where a Spring AI server moves to both transports";

  String description =
      "Adds `io.github.mcpmigrate:mcp-compat-spring-boot-starter` to the Maven and Gradle projects whose configuration "
          + "`SpringAiServerToDual` moves.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(SpringAiServers servers) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (!(tree instanceof SourceFile source) || !needsIt(servers, source)) {
          return tree;
        }
        if (GradleCompanion.isScript(source)) {
          return GradleCompanion.adding(GROUP, ARTIFACT, version()).visit(tree, ctx);
        }
        return source instanceof Xml.Document document
                && source.getMarkers().findFirst(MavenResolutionResult.class).isPresent()
            ? PomStyle.keep(document, addDependency(), ctx)
            : tree;
      }
    };
  }

  private static boolean needsIt(SpringAiServers servers, SourceFile source) {
    return servers.legacy(source).filter(module -> module.obstacleToBoth().isEmpty()).isPresent();
  }

  private String version() {
    return compatVersion == null ? Versions.compat() : compatVersion;
  }

  private AddDependencyVisitor addDependency() {
    return new AddDependencyVisitor(
        GROUP, ARTIFACT, version(), null, null, null, null, null, null, null);
  }
}

package io.github.mcpmigrate.recipes.build;

import java.util.Optional;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.toml.tree.Toml;

/**
 * Takes Spring AI 1.0 to 1.1 in Gradle builds: in scripts, version catalogs and {@code
 * gradle.properties}. MCP starters of 1.0.0-M6 get the names that they have today.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class UpgradeSpringAiInGradle extends ScanningRecipe<SpringAiReach> {

  String displayName = "Take Spring AI 1.0 to 1.1 in Gradle builds";

  String description =
      "Raises Spring AI 1.0 in Gradle builds with one of its MCP starters to the newest 1.1, the first line with Streamable "
          + "HTTP, wherever the version is written.";

  @Override
  public SpringAiReach getInitialValue(ExecutionContext ctx) {
    return new SpringAiReach();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(SpringAiReach reach) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source) {
          reach.read(source);
        }
        return tree;
      }
    };
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(SpringAiReach reach) {
    SpringAiInGradle gradle = reach.gradle();
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (!(tree instanceof SourceFile source) || !reach.rises()) {
          return tree;
        }
        if (GradleProperties.isScript(source)) {
          return new Script(gradle).visit(tree, ctx);
        }
        if (CatalogTables.isCatalog(source)) {
          return new Catalog(gradle).visit(tree, ctx);
        }
        return GradleProperties.are(source)
            ? GradleProperties.editor(gradle::target).visit(tree, ctx)
            : tree;
      }
    };
  }

  private static final class Script extends JavaIsoVisitor<ExecutionContext> {

    private final SpringAiInGradle gradle;

    Script(SpringAiInGradle gradle) {
      this.gradle = gradle;
    }

    @Override
    public J.Literal visitLiteral(J.Literal literal, ExecutionContext ctx) {
      return literal.getValue() instanceof String text && SdkReleases.isVersion(text)
          ? GradleDependency.definedBy(getCursor())
              .flatMap(gradle::target)
              .map(version -> GradleMoves.withText(literal, version))
              .orElse(literal)
          : literal;
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
      J.MethodInvocation visited = super.visitMethodInvocation(call, ctx);
      Optional<GradleDependency> map =
          GradleScanner.mapNotation(visited).filter(SpringAiInGradle::isSpringAi);
      return visited.withArguments(
          ListUtils.map(
              visited.getArguments(),
              argument ->
                  map.isPresent()
                      ? GradleMoves.entry(argument, name -> entry(name, map.get()))
                      : GradleDependency.of(argument)
                          .filter(SpringAiInGradle::isSpringAi)
                          .map(dependency -> raised(argument, dependency))
                          .orElse(argument)));
    }

    private Optional<String> entry(String name, GradleDependency dependency) {
      return switch (name) {
        case "name" -> SpringAiArtifacts.renamed(dependency.artifact());
        case "version" -> gradle.target(dependency);
        default -> Optional.empty();
      };
    }

    private Expression raised(Expression argument, GradleDependency dependency) {
      Optional<String> renamed = SpringAiArtifacts.renamed(dependency.artifact());
      String artifact = renamed.orElse(dependency.artifact());
      return gradle
          .target(dependency)
          .map(version -> dependency.group() + ":" + artifact + ":" + version)
          .map(coordinates -> GradleMoves.literal(argument, coordinates))
          .orElseGet(
              () ->
                  renamed.isPresent()
                      ? GradleMoves.withArtifact(argument, dependency, artifact)
                      : argument);
    }
  }

  private static final class Catalog extends CatalogTables {

    private final SpringAiInGradle gradle;

    Catalog(SpringAiInGradle gradle) {
      this.gradle = gradle;
    }

    @Override
    Toml.KeyValue visitVersion(Toml.KeyValue entry, String place, String version) {
      return gradle.target(place).map(target -> withText(entry, target)).orElse(entry);
    }

    @Override
    Toml.KeyValue visitLibrary(Toml.KeyValue entry, GradleDependency library) {
      if (!SpringAiInGradle.isSpringAi(library)) {
        return entry;
      }
      String artifact = SpringAiArtifacts.renamed(library.artifact()).orElse(library.artifact());
      Toml.KeyValue renamed = withArtifact(entry, library, artifact);
      GradleDependency now =
          new GradleDependency(library.group(), artifact, library.version(), library.variable());
      return gradle.target(library).map(version -> raised(renamed, now, version)).orElse(renamed);
    }
  }
}

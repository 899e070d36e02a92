package io.github.mcpmigrate.recipes.build;

import java.util.Optional;
import org.openrewrite.ExecutionContext;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/** Renames and raises artifacts of a library in a Gradle script of either language. */
final class GradleArtifactEditor extends JavaIsoVisitor<ExecutionContext> {

  private final ArtifactMoves moves;

  GradleArtifactEditor(ArtifactMoves moves) {
    this.moves = moves;
  }

  @Override
  public J.Literal visitLiteral(J.Literal literal, ExecutionContext ctx) {
    return literal.getValue() instanceof String text && SdkReleases.isVersion(text)
        ? GradleDependency.definedBy(getCursor())
            .flatMap(moves::target)
            .map(version -> GradleMoves.withText(literal, version))
            .orElse(literal)
        : literal;
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    J.MethodInvocation visited = super.visitMethodInvocation(call, ctx);
    Optional<GradleDependency> map = GradleScanner.mapNotation(visited).filter(moves::concerns);
    return visited.withArguments(
        ListUtils.map(
            visited.getArguments(),
            argument ->
                map.isPresent()
                    ? GradleMoves.entry(argument, name -> entry(name, map.get()))
                    : GradleDependency.of(argument)
                        .filter(moves::concerns)
                        .map(dependency -> raised(argument, dependency))
                        .orElse(argument)));
  }

  private Optional<String> entry(String name, GradleDependency dependency) {
    return switch (name) {
      case "name" -> moves.renamed(dependency.artifact());
      case "version" -> moves.target(dependency);
      default -> Optional.empty();
    };
  }

  private Expression raised(Expression argument, GradleDependency dependency) {
    Optional<String> renamed = moves.renamed(dependency.artifact());
    String artifact = renamed.orElse(dependency.artifact());
    return moves
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

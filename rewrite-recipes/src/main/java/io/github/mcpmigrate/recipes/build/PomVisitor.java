package io.github.mcpmigrate.recipes.build;

import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.maven.tree.MavenResolutionResult;

/** Visits Maven build files, whole. */
public abstract class PomVisitor extends TreeVisitor<Tree, ExecutionContext> {

  /** Called with each pom that Maven has resolved; returns it as it should be. */
  protected abstract @Nullable Tree visitPom(
      SourceFile pom, MavenResolutionResult resolved, ExecutionContext ctx);

  @Override
  public final boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
    return source.getMarkers().findFirst(MavenResolutionResult.class).isPresent();
  }

  @Override
  public final @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
    if (!(tree instanceof SourceFile pom)) {
      return tree;
    }
    return pom.getMarkers()
        .findFirst(MavenResolutionResult.class)
        .map(resolved -> visitPom(pom, resolved, ctx))
        .orElse(pom);
  }
}

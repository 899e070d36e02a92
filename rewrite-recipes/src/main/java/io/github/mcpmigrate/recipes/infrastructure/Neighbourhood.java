package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.recipes.sdk.OwnServers;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;

/** The servers of a project, and where they can be asked whether they are well. */
record Neighbourhood(OwnServers servers, HealthEndpoints health) {

  TreeVisitor<?, ExecutionContext> scanner() {
    TreeVisitor<Tree, ExecutionContext> code = servers.scanner();
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source) {
          health.read(source);
        }
        return code.visit(tree, ctx);
      }
    };
  }
}

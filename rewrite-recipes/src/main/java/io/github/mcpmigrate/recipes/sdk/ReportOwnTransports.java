package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.build.OwnTransports;
import io.github.mcpmigrate.table.LegacySseUses;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;

/** Lists the transports of a project's own that keep it on its SDK. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ReportOwnTransports extends Recipe {

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Find own transports that keep a project on its MCP Java SDK";

  String description =
      "Lists the classes that implement an interface of the SDK which newer versions do not have any more. They are never "
          + "edited, and the SDK's version stays as long as they do.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source && ctx.getCycle() == 1) {
          OwnTransports.in(source).forEach(own -> report(source, own, ctx));
        }
        return tree;
      }
    };
  }

  private void report(JavaSourceFile source, OwnTransports.Own own, ExecutionContext ctx) {
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            source.getSourcePath().toString().replace('\\', '/'),
            own.line(),
            own.column(),
            own.name(),
            "own transport",
            LegacySseUses.Action.MANUAL.toString(),
            getName(),
            own.reason(),
            Guide.RELEASES.page()));
  }
}

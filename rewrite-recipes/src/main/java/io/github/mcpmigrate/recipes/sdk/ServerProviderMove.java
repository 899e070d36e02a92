package io.github.mcpmigrate.recipes.sdk;

import static io.github.mcpmigrate.recipes.sdk.ServerProvider.SSE;
import static io.github.mcpmigrate.recipes.sdk.ServerProvider.SSE_CONTRACT;

import io.github.mcpmigrate.recipes.sdk.LegacySseReport.Judgement;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** What all recipes that turn one servlet provider into another have in common. */
abstract class ServerProviderMove extends ScanningRecipe<ServerProviderUses> {

  private final transient LegacySseUses table = new LegacySseUses(this);

  abstract ServerProvider from();

  abstract ServerProvider to();

  /** The MCP endpoint to set; null to leave it alone. */
  abstract @Nullable String endpointToSet();

  @Override
  public ServerProviderUses getInitialValue(ExecutionContext ctx) {
    return new ServerProviderUses(new LegacyEndpoints(to(), endpointToSet()));
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(ServerProviderUses uses) {
    return ServerProviderScanner.of(from(), to(), uses);
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(ServerProviderUses uses) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
        return uses.concern(from()) && source instanceof JavaSourceFile;
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (!(tree instanceof JavaSourceFile source) || !mentions(source)) {
          return tree;
        }
        LegacySseReport report =
            new LegacySseReport(
                table,
                getName(),
                uses.endpoints().toLookAt(),
                (type, mention) -> judge(uses, from(), to(), type, mention));
        if (!(source instanceof J.CompilationUnit cu)) {
          report.reportOtherLanguage(source, from().simpleName(), ctx);
          return tree;
        }
        if (to() != SSE) {
          report.visit(cu, ctx);
        }
        if (to() != SSE && uses.whyNot().isPresent()) {
          return new TodoComments(uses.reasonsByStatement()).visit(cu, ctx);
        }
        Tree noted = new TodoComments(uses.notes()).visitNonNull(cu, ctx);
        return new MoveServerProvider(from(), to(), endpointToSet()).visit(noted, ctx);
      }
    };
  }

  private boolean mentions(JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .map(TypeUtils::asFullyQualified)
        .anyMatch(
            type ->
                type != null
                    && (TypeUtils.isAssignableTo(from().type(), type)
                        || TypeUtils.isOfClassType(type, from().builder())
                        || type.getFullyQualifiedName().equals(SSE_CONTRACT)
                        || type.getFullyQualifiedName()
                            .endsWith("$SingleSessionSyncSpecification")));
  }

  /**
   * What a move between two providers does with a mention of a type; empty if it is not one of
   * theirs.
   */
  static Optional<Judgement> judge(
      ServerProviderUses uses,
      ServerProvider from,
      ServerProvider to,
      JavaType.FullyQualified type,
      Cursor mention) {
    boolean contract = from == SSE && TypeUtils.isOfClassType(type, SSE_CONTRACT);
    if (!contract && !TypeUtils.isOfClassType(type, from.type())) {
      return Optional.empty();
    }
    return Optional.of(
        uses.whyNot(mention)
            .map(reason -> new Judgement(Action.MANUAL, reason))
            .orElseGet(
                () ->
                    new Judgement(
                        Action.CHANGED,
                        "becomes "
                            + (contract
                                ? "McpStreamableServerTransportProvider"
                                : to.simpleName()))));
  }
}

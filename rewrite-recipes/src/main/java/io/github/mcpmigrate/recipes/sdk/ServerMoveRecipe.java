package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.sdk.LegacySseReport.Judgement;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.List;
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
import org.openrewrite.xml.tree.Xml;

/** What all recipes that move servers from one transport to another have in common. */
abstract class ServerMoveRecipe extends ScanningRecipe<ServerProviderUses> {

  private final transient LegacySseUses table = new LegacySseUses(this);

  abstract ServerMove move();

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
    ServerMove move = move();
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
        return source instanceof JavaSourceFile || source instanceof Xml.Document;
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof Xml.Document document
            && WebXmlMappings.isWebXml(document)
            && uses.areToMove()
            && uses.whyNot().isEmpty()) {
          return new WebXmlMappings(
                  uses.delegatingServlets(),
                  uses.endpoints(),
                  (pattern, reason) ->
                      LegacySseReport.insertRow(table, getName(), document, pattern, reason, ctx))
              .visit(document, ctx);
        }
        if (!(tree instanceof JavaSourceFile source)) {
          return tree;
        }
        boolean concerned = mentions(uses, move, source) || uses.accessRules().areIn(source);
        if (!concerned && !uses.endpoints().prefixed().areElsewhereIn(source)) {
          return tree;
        }
        LegacySseReport report =
            new LegacySseReport(
                table,
                getName(),
                uses.areToMove() ? uses.toLookAt() : List.of(),
                (type, mention) -> judge(uses, move, type, mention));
        if (!ClientSources.isEditable(source)) {
          typesOf(move, source).stream()
              .filter(type -> uses.areToMove())
              .forEach(type -> report.reportOtherLanguage(source, type, ctx));
          return tree;
        }
        if (move.to() != ServerTransport.SSE) {
          report.visit(source, ctx);
        }
        if (!uses.areToMove()) {
          return tree;
        }
        if (move.to() != ServerTransport.SSE && uses.whyNot().isPresent()) {
          return new TodoComments(uses.reasonsByStatement()).visit(source, ctx);
        }
        Tree moved = new TodoComments(uses.notes()).visitNonNull(source, ctx);
        if (!concerned) {
          return moved;
        }
        if (source instanceof J.CompilationUnit) {
          if (move.changesTransport()) {
            moved = new ServletMappings(uses).visitNonNull(moved, ctx);
            moved = new CorsMappings(uses.endpoints(), uses.accessRules()).visitNonNull(moved, ctx);
          }
          moved = new DelegateToProvider(move).visitNonNull(moved, ctx);
        }
        return new MoveServerProvider(move).visit(moved, ctx);
      }
    };
  }

  private static List<String> typesOf(ServerMove move, JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .flatMap(type -> move.originOrParent(type).stream())
        .map(ServerProvider::simpleName)
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean mentions(ServerProviderUses uses, ServerMove move, JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .map(TypeUtils::asFullyQualified)
        .anyMatch(
            type ->
                uses.sdkTypes().include(type)
                    && (move.originOrParent(type).isPresent()
                        || move.built(type).isPresent()
                        || ServerTransport.SSE_CONTRACTS.contains(type.getFullyQualifiedName())
                        || MoveServerProvider.SPECIFICATIONS.containsKey(
                            type.getFullyQualifiedName())));
  }

  /** What a move does with a mention of a type; empty if it is not one of the move's. */
  static Optional<Judgement> judge(
      ServerProviderUses uses, ServerMove move, JavaType.FullyQualified type, Cursor mention) {
    if (move.origin(type).filter(uses::isOwn).isPresent()) {
      return Optional.of(
          new Judgement(
              Action.MANUAL, "this project has its own copy of the class, which is never touched"));
    }
    if (!uses.areToMove()) {
      return move.isContract(type)
              && mention.getParentTreeCursor().getValue() instanceof J.ClassDeclaration
          ? Optional.of(
              new Judgement(
                  Action.UNKNOWN,
                  "a transport of this project's own, which may or may not be HTTP+SSE"))
          : Optional.empty();
    }
    Optional<String> becomes =
        move.isContract(type)
            ? Optional.of("McpStreamableServerTransportProvider")
            : move.origin(type)
                .map(
                    origin ->
                        move.target(origin, mention.firstEnclosing(JavaSourceFile.class))
                            .simpleName());
    return becomes.map(
        name ->
            uses.whyNot(mention)
                .map(reason -> new Judgement(Action.MANUAL, reason))
                .orElseGet(() -> new Judgement(Action.CHANGED, "becomes " + name)));
  }
}

package io.github.mcpmigrate.recipes.handwritten;

import static io.github.mcpmigrate.recipes.handwritten.EngineTemplates.CLIENT;
import static io.github.mcpmigrate.recipes.handwritten.EngineTemplates.HANDLER;
import static io.github.mcpmigrate.recipes.handwritten.EngineTemplates.SERVLET;

import io.github.mcpmigrate.recipes.sdk.TidyImports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.RenameVariable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;

/** Puts the engine where a servlet kept transports. */
final class MoveTransportServer extends JavaVisitor<ExecutionContext> {

  private final TransportServer server;
  private final EngineMove move;

  MoveTransportServer(TransportServer server, EngineMove move) {
    this.server = server;
    this.move = move;
  }

  @Override
  public @Nullable J visitCompilationUnit(J.CompilationUnit source, ExecutionContext ctx) {
    if (server.gone().contains(source.getSourcePath())) {
      return null;
    }
    J moved = super.visitCompilationUnit(source, ctx);
    doAfterVisit(new ChangeType(server.transport(), CLIENT, true).getVisitor());
    maybeAddImport(SERVLET);
    doAfterVisit(TidyImports.after(getCursor()));
    return moved;
  }

  @Override
  public @Nullable J visitMethodDeclaration(J.MethodDeclaration method, ExecutionContext ctx) {
    if (method.getId().equals(server.server().connect().getId())) {
      return null;
    }
    if (!server.server().given().containsKey(method.getId())) {
      return super.visitMethodDeclaration(method, ctx);
    }
    J.MethodDeclaration renamed =
        VariableNames.in(method).contains("client") ? method : renamed(method, ctx);
    return method.getId().equals(server.server().dispatch().getId()) ? shared(renamed) : renamed;
  }

  private J.MethodDeclaration renamed(J.MethodDeclaration method, ExecutionContext ctx) {
    J.MethodDeclaration renamed = method;
    for (Statement parameter : method.getParameters()) {
      if (parameter instanceof J.VariableDeclarations one
          && TypeUtils.isOfClassType(one.getType(), server.transport())) {
        renamed =
            (J.MethodDeclaration)
                new RenameVariable<ExecutionContext>(one.getVariables().get(0), "client")
                    .visitNonNull(renamed, ctx, getCursor().getParentOrThrow());
      }
    }
    return renamed;
  }

  /** The class that registers the handler may see it. */
  private static J.MethodDeclaration shared(J.MethodDeclaration method) {
    List<J.Modifier> modifiers =
        ListUtils.map(
            method.getModifiers(), one -> one.getType() == J.Modifier.Type.Private ? null : one);
    J.MethodDeclaration shared = method.withModifiers(modifiers);
    return modifiers.isEmpty()
        ? shared.withReturnTypeExpression(shared.getReturnTypeExpression().withPrefix(Space.EMPTY))
        : shared.withModifiers(ListUtils.mapFirst(modifiers, one -> one.withPrefix(Space.EMPTY)));
  }

  @Override
  public J visitNewClass(J.NewClass call, ExecutionContext ctx) {
    if (!call.getId().equals(server.registration().made())) {
      return super.visitNewClass(call, ctx);
    }
    List<String> lines = new ArrayList<>();
    lines.add("JsonRpcServlet.builder(#{any(%s)})".formatted(HANDLER));
    lines.addAll(server.options(move));
    Expression handler =
        MemberReferences.to(
            call.getArguments().get(0).withPrefix(Space.EMPTY),
            MemberReferences.handling(server.server().dispatch().getMethodType()));
    return EngineTemplates.template(String.join("\n", lines), ctx)
        .apply(getCursor(), call.getCoordinates().replace(), handler);
  }

  @Override
  public J visitBlock(J.Block block, ExecutionContext ctx) {
    J.Block visited = (J.Block) super.visitBlock(block, ctx);
    List<Statement> mappings =
        visited.getStatements().stream()
            .filter(one -> server.registration().mappings().contains(one.getId()))
            .toList();
    return mappings.isEmpty()
        ? visited
        : visited.withStatements(
            ListUtils.flatMap(visited.getStatements(), one -> mapped(one, mappings)));
  }

  /** The mappings as they are afterwards: the old ones too, if they are still served. */
  private Object mapped(Statement statement, List<Statement> mappings) {
    if (!mappings.contains(statement)) {
      return statement;
    }
    J.MethodInvocation mapping = (J.MethodInvocation) statement;
    String mcpPath = move.mcpPath(Optional.of(server.registration().ssePath()));
    boolean isThere =
        mappings.stream()
            .anyMatch(one -> PathsOfSse.mapped((J.MethodInvocation) one).equals(mcpPath));
    if (move.dual()) {
      boolean isLast = statement == mappings.get(mappings.size() - 1);
      return isLast && !isThere
          ? List.of(statement, at(mcpPath, mapping).withId(Tree.randomId()))
          : statement;
    }
    if (isThere) {
      return PathsOfSse.mapped(mapping).equals(mcpPath) ? statement : List.of();
    }
    return statement == mappings.get(0) ? at(mcpPath, mapping) : List.of();
  }

  private static J.MethodInvocation at(String path, J.MethodInvocation mapping) {
    J.Literal literal = (J.Literal) mapping.getArguments().get(1);
    return mapping.withArguments(
        List.of(
            mapping.getArguments().get(0),
            literal.withValue(path).withValueSource('"' + path + '"')));
  }
}

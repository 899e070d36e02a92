package io.github.mcpmigrate.recipes.handwritten;

import static io.github.mcpmigrate.recipes.handwritten.EngineTemplates.BEAN;
import static io.github.mcpmigrate.recipes.handwritten.EngineTemplates.CLIENT;
import static io.github.mcpmigrate.recipes.handwritten.EngineTemplates.HANDLER;
import static io.github.mcpmigrate.recipes.handwritten.EngineTemplates.RESPONSE;
import static io.github.mcpmigrate.recipes.handwritten.EngineTemplates.ROUTER;
import static io.github.mcpmigrate.recipes.handwritten.EngineTemplates.ROUTES;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.Markers;

/** Puts the engine before a controller that kept emitters. */
final class MoveEmitterServer extends JavaVisitor<ExecutionContext> {

  private final EmitterServer server;
  private final EngineMove move;
  private final Set<String> typesGone = new HashSet<>();

  MoveEmitterServer(EmitterServer server, EngineMove move) {
    this.server = server;
    this.move = move;
  }

  @Override
  public J visitCompilationUnit(J.CompilationUnit source, ExecutionContext ctx) {
    new TypesIn(typesGone).visit(server.stream(), 0);
    new TypesIn(typesGone).visit(server.sessions(), 0);
    new TypesIn(typesGone).visit(server.post(), 0);
    J moved = super.visitCompilationUnit(source, ctx);
    doAfterVisit(new ChangeType(EmitterSends.EMITTER, CLIENT, true).getVisitor());
    for (String added : List.of(BEAN, CLIENT, ROUTER, ROUTES, RESPONSE)) {
      maybeAddImport(added, null, false);
    }
    typesGone.forEach(this::maybeRemoveImport);
    return moved;
  }

  @Override
  public J visitClassDeclaration(J.ClassDeclaration type, ExecutionContext ctx) {
    if (!type.getBody().getStatements().contains(server.stream())) {
      return super.visitClassDeclaration(type, ctx);
    }
    Statement bean = bean(type, ctx);
    J.ClassDeclaration visited = (J.ClassDeclaration) super.visitClassDeclaration(type, ctx);
    List<Statement> members = new ArrayList<>();
    for (Statement member : visited.getBody().getStatements()) {
      if (member.getId().equals(server.stream().getId())) {
        members.add(bean.withPrefix(member.getPrefix()));
      } else if (!member.getId().equals(server.sessions().getId())) {
        members.add(member);
      }
    }
    return visited.withBody(visited.getBody().withStatements(members));
  }

  private Statement bean(J.ClassDeclaration type, ExecutionContext ctx) {
    List<String> lines = new ArrayList<>();
    lines.add("return JsonRpcRouter.builder(#{any(%s)})".formatted(HANDLER));
    lines.addAll(move.options(server.ssePath(), server.messagePath()));
    J.ClassDeclaration with =
        EngineTemplates.template(
                "@Bean\npublic RouterFunction<ServerResponse> mcpRouter() {\n"
                    + String.join("\n", lines)
                    + ";\n}",
                ctx)
            .apply(getCursor(), type.getBody().getCoordinates().lastStatement(), reference(type));
    List<Statement> members = with.getBody().getStatements();
    return members.get(members.size() - 1);
  }

  /** {@code this::message}. */
  private J.MemberReference reference(J.ClassDeclaration type) {
    JavaType.Method method = MemberReferences.handling(server.post().getMethodType());
    J.Identifier self =
        new J.Identifier(
            Tree.randomId(), Space.EMPTY, Markers.EMPTY, List.of(), "this", type.getType(), null);
    return MemberReferences.to(self, method);
  }

  @Override
  public J visitMethodDeclaration(J.MethodDeclaration method, ExecutionContext ctx) {
    String emitter = server.emitterOf(method);
    if (emitter == null) {
      return method;
    }
    boolean isTaken = !emitter.equals("client") && VariableNames.in(method).contains("client");
    getCursor().putMessage("from", emitter);
    getCursor().putMessage("to", isTaken ? emitter : "client");
    J.MethodDeclaration visited = (J.MethodDeclaration) super.visitMethodDeclaration(method, ctx);
    return method.getId().equals(server.post().getId()) ? handler(visited, ctx) : visited;
  }

  /** {@code private void message(String body, JsonRpcClient client)}. */
  private J.MethodDeclaration handler(J.MethodDeclaration post, ExecutionContext ctx) {
    String client = getCursor().getMessage("to");
    J.MethodDeclaration handler =
        EngineTemplates.template(
                "String %s, JsonRpcClient %s".formatted(server.handler().body(), client), ctx)
            .apply(
                new Cursor(getCursor().getParent(), post),
                post.getCoordinates().replaceParameters());
    return HandlerMethod.of(handler, MemberReferences.handling(post.getMethodType()));
  }

  @Override
  public J visitVariableDeclarations(J.VariableDeclarations declared, ExecutionContext ctx) {
    return server.handler().isGone(declared)
        ? null
        : super.visitVariableDeclarations(declared, ctx);
  }

  @Override
  public J visitIf(J.If check, ExecutionContext ctx) {
    return server.handler().isGone(check) ? null : super.visitIf(check, ctx);
  }

  @Override
  public J visitReturn(J.Return returned, ExecutionContext ctx) {
    J.MethodDeclaration method = getCursor().firstEnclosing(J.MethodDeclaration.class);
    boolean isOfLambda = getCursor().firstEnclosing(J.Lambda.class) != null;
    if (method == null || !method.getId().equals(server.post().getId()) || isOfLambda) {
      return super.visitReturn(returned, ctx);
    }
    List<Statement> all = method.getBody().getStatements();
    return all.get(all.size() - 1).getId().equals(returned.getId())
        ? null
        : returned.withExpression(null);
  }

  @Override
  public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    String client = getCursor().getNearestMessage("to");
    if (client != null && server.handler().isLookup(call)) {
      return client(client).withPrefix(call.getPrefix());
    }
    if (!server.isSend(call)) {
      return super.visitMethodInvocation(call, ctx);
    }
    Expression message = EmitterSends.message(call).orElseThrow();
    J.MethodInvocation sending = call.withArguments(List.of(message.withPrefix(Space.EMPTY)));
    JavaType.Method type =
        call.getMethodType()
            .withDeclaringType((JavaType.FullyQualified) JavaType.buildType(CLIENT))
            .withParameterNames(List.of("message"))
            .withParameterTypes(List.of(JavaType.buildType("java.lang.String")))
            .withThrownExceptions(List.of());
    return super.visitMethodInvocation(
        sending.withMethodType(type).withName(call.getName().withType(type)), ctx);
  }

  @Override
  public J visitIdentifier(J.Identifier name, ExecutionContext ctx) {
    String from = getCursor().getNearestMessage("from");
    if (from == null || !VariableNames.isLocal(name)) {
      return name;
    }
    String to = getCursor().getNearestMessage("to");
    if (name.getSimpleName().equals(from)) {
      return name.withSimpleName(to).withFieldType(name.getFieldType().withName(to));
    }
    J.MethodDeclaration method = getCursor().firstEnclosing(J.MethodDeclaration.class);
    boolean isSessionId =
        name.getSimpleName().equals(server.handler().sessionId())
            && method.getId().equals(server.post().getId())
            && !(getCursor().getParentTreeCursor().getValue()
                instanceof J.VariableDeclarations.NamedVariable);
    return isSessionId ? sessionId(name, to, ctx) : name;
  }

  @Override
  public J visitVariable(J.VariableDeclarations.NamedVariable variable, ExecutionContext ctx) {
    J.VariableDeclarations.NamedVariable visited =
        (J.VariableDeclarations.NamedVariable) super.visitVariable(variable, ctx);
    return visited.getVariableType() == null
        ? visited
        : visited.withVariableType(
            visited.getVariableType().withName(visited.getName().getSimpleName()));
  }

  private J sessionId(J.Identifier old, String client, ExecutionContext ctx) {
    return EngineTemplates.template("#{any(%s)}.sessionId()".formatted(CLIENT), ctx)
        .<J>apply(getCursor(), old.getCoordinates().replace(), client(client))
        .withPrefix(old.getPrefix());
  }

  /** The parameter of the handler, in place of something else. */
  private J.Identifier client(String name) {
    JavaType type = JavaType.buildType(CLIENT);
    JavaType.Method method = server.post().getMethodType();
    return new J.Identifier(
        Tree.randomId(),
        Space.EMPTY,
        Markers.EMPTY,
        List.of(),
        name,
        type,
        new JavaType.Variable(null, 0, name, method, type, null));
  }

  private static final class TypesIn extends JavaIsoVisitor<Integer> {
    private final Set<String> types;

    TypesIn(Set<String> types) {
      this.types = types;
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier name, Integer p) {
      JavaType.FullyQualified type = TypeUtils.asFullyQualified(name.getType());
      if (type != null && type.getClassName().equals(name.getSimpleName())) {
        types.add(type.getFullyQualifiedName());
      }
      return super.visitIdentifier(name, p);
    }
  }
}

package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import java.util.Optional;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.marker.Markers;

/**
 * Turns a servlet that extends a provider into one that has a provider and hands its requests on.
 * It keeps its name, its mappings and its lifecycle.
 */
final class DelegateToProvider extends JavaVisitor<ExecutionContext> {

  private static final String SERVLET = "jakarta.servlet.http.HttpServlet";

  private final ServerMove move;

  DelegateToProvider(ServerMove move) {
    this.move = move;
  }

  @Override
  public J visitClassDeclaration(J.ClassDeclaration declaration, ExecutionContext ctx) {
    Optional<ServerProvider> origin = ProviderSubclass.parent(declaration, move);
    if (origin.isEmpty()) {
      return super.visitClassDeclaration(declaration, ctx);
    }
    DelegatingMembers members =
        new DelegatingMembers(templates(origin.get()), fieldName(declaration));
    getCursor().putMessage("members", members);
    J.ClassDeclaration delegating =
        (J.ClassDeclaration) super.visitClassDeclaration(declaration, ctx);
    maybeAddImport(SERVLET);
    for (String mentioned : DelegatingMembers.imports()) {
      maybeAddImport(mentioned);
    }
    maybeAddImport(members.templates().to().type());
    doAfterVisit(TidyImports.after(getCursor()));
    maybeRemoveImport(origin.get().type());
    TypeTree servlet =
        new J.Identifier(
            Tree.randomId(),
            delegating.getExtends().getPrefix(),
            Markers.EMPTY,
            List.of(),
            "HttpServlet",
            JavaType.buildType(SERVLET),
            null);
    return members.addTo(delegating.withExtends(servlet), getCursor().getParent(), ctx);
  }

  private ProviderTemplates templates(ServerProvider origin) {
    return new ProviderTemplates(
        move, move.target(origin, getCursor().firstEnclosing(JavaSourceFile.class)));
  }

  @Override
  public J visitMethodDeclaration(J.MethodDeclaration method, ExecutionContext ctx) {
    J.MethodDeclaration changed = (J.MethodDeclaration) super.visitMethodDeclaration(method, ctx);
    DelegatingMembers members = getCursor().getNearestMessage("members");
    return members != null && "init".equals(method.getSimpleName()) && isMember()
        ? members.initialise(changed, getCursor().getParent(), ctx)
        : changed;
  }

  private boolean isMember() {
    return ProviderSubclass.parent(getCursor().firstEnclosing(J.ClassDeclaration.class), move)
        .isPresent();
  }

  private static String fieldName(J.ClassDeclaration declaration) {
    boolean taken =
        declaration.getBody().getStatements().stream()
            .filter(J.VariableDeclarations.class::isInstance)
            .flatMap(field -> ((J.VariableDeclarations) field).getVariables().stream())
            .anyMatch(variable -> "transport".equals(variable.getSimpleName()));
    return taken ? "mcpTransport" : "transport";
  }

  @Override
  public J visitMethodInvocation(J.MethodInvocation invocation, ExecutionContext ctx) {
    DelegatingMembers members = getCursor().getNearestMessage("members");
    if (members == null) {
      return super.visitMethodInvocation(invocation, ctx);
    }
    J.Identifier transport = members.reference();
    if ("super".equals(invocation.getSimpleName()) && isOfProvider(invocation)) {
      return assignment(invocation, transport, ctx);
    }
    J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, ctx);
    J.MethodInvocation delegated = withTransportForThis(call, transport);
    return onTransport(delegated, transport);
  }

  @Override
  public J visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
    J.NewClass call = (J.NewClass) super.visitNewClass(newClass, ctx);
    DelegatingMembers members = getCursor().getNearestMessage("members");
    return members == null || call.getConstructorType() == null
        ? call
        : call.withArguments(
            withTransportForThis(
                call.getArguments(), call.getConstructorType(), members.reference()));
  }

  private boolean isOfProvider(J.MethodInvocation call) {
    return ProviderConstructor.of(call.getMethodType(), call.getArguments()).isPresent();
  }

  /** {@code super(..)} becomes the assignment of the field. */
  private J assignment(J.MethodInvocation call, J.Identifier transport, ExecutionContext ctx) {
    ProviderConstructor constructor =
        ProviderConstructor.of(call.getMethodType(), call.getArguments()).orElseThrow();
    ServerProvider origin = move.origin(call.getMethodType().getDeclaringType()).orElseThrow();
    maybeRemoveImport(JsonMapperCalls.OBJECT_MAPPER);
    maybeAddImport(JsonMapperCalls.JACKSON_MAPPER);
    doAfterVisit(TidyImports.after(getCursor()));
    Expression built =
        templates(origin).construct(constructor, call.getCoordinates().replace(), getCursor(), ctx);
    return new J.Assignment(
        Tree.randomId(),
        call.getPrefix(),
        Markers.EMPTY,
        transport,
        JLeftPadded.<Expression>build(built.withPrefix(Space.SINGLE_SPACE))
            .withBefore(Space.SINGLE_SPACE),
        transport.getType());
  }

  private J.MethodInvocation withTransportForThis(J.MethodInvocation call, J.Identifier transport) {
    return call.getMethodType() == null
        ? call
        : call.withArguments(
            withTransportForThis(call.getArguments(), call.getMethodType(), transport));
  }

  /** Where the servlet handed itself to what asks for a transport. */
  private List<Expression> withTransportForThis(
      List<Expression> args, JavaType.Method method, J.Identifier transport) {
    List<JavaType> types = method.getParameterTypes();
    return ListUtils.map(
        args,
        (i, arg) ->
            i < types.size()
                    && ProviderSubclass.isThis(arg)
                    && (move.isContract(types.get(i)) || move.origin(types.get(i)).isPresent())
                ? transport.withId(Tree.randomId()).withPrefix(arg.getPrefix())
                : arg);
  }

  /** What the servlet inherited from the transport, and the lifecycle that they share. */
  private J onTransport(J.MethodInvocation call, J.Identifier transport) {
    Expression select = call.getSelect();
    boolean onSuper = select instanceof J.Identifier name && "super".equals(name.getSimpleName());
    boolean onItself = select == null || onSuper || ProviderSubclass.isThis(select);
    if (!onItself) {
      return call;
    }
    J.Identifier receiver =
        transport
            .withId(Tree.randomId())
            .withPrefix(select == null ? Space.EMPTY : select.getPrefix());
    if (ProviderSubclass.isOfTransport(call.getMethodType()) || onSuper && isRequest(call)) {
      return select == null
          ? call.getPadding()
              .withSelect(JRightPadded.<Expression>build(receiver))
              .withPrefix(call.getPrefix())
          : call.withSelect(receiver);
    }
    return call;
  }

  private static boolean isRequest(J.MethodInvocation call) {
    return "service".equals(call.getSimpleName()) || "destroy".equals(call.getSimpleName());
  }
}

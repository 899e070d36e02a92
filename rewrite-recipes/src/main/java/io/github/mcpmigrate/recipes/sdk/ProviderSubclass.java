package io.github.mcpmigrate.recipes.sdk;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.Flag;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Whether a servlet that extends a provider can become one that delegates to it. The constructors
 * of the providers are private since SDK 0.13, those of Streamable HTTP ever since.
 */
final class ProviderSubclass extends JavaIsoVisitor<Integer> {

  /** What a servlet may override: all requests come through it, or none. */
  private static final Set<String> LIFECYCLE =
      Set.of("init", "destroy", "service", "getServletInfo");

  /** Overrides that see one kind of request of HTTP+SSE, which has no counterpart. */
  private static final Set<String> ONE_KIND_OF_REQUEST = Set.of("doGet", "doPost", "doDelete");

  private final J.ClassDeclaration subclass;
  private final ServerProvider provider;
  private @Nullable String reason;

  private ProviderSubclass(J.ClassDeclaration subclass, ServerProvider provider) {
    this.subclass = subclass;
    this.provider = provider;
  }

  /** The provider that a class extends, itself and not through another class of the project. */
  static Optional<ServerProvider> parent(J.ClassDeclaration declaration, ServerMove move) {
    return declaration.getExtends() == null
        ? Optional.empty()
        : move.origin(declaration.getExtends().getType());
  }

  /** Why {@code subclass} cannot delegate to {@code provider}; empty if it can. */
  static Optional<String> whyNot(
      J.ClassDeclaration subclass, ServerProvider provider, Cursor parent) {
    ProviderSubclass check = new ProviderSubclass(subclass, provider);
    if (provider.stack() != ServerStack.SERVLET) {
      check.because("only a servlet can delegate to its transport");
    }
    check.visit(subclass, 0, parent);
    return Optional.ofNullable(check.reason)
        .map(
            reason ->
                subclass.getSimpleName()
                    + " extends "
                    + provider.simpleName()
                    + ", which cannot be extended any more, and "
                    + reason);
  }

  /** Whether a subclass is given where a transport is asked for, which it will not be any more. */
  static boolean isTakenForTransport(Expression given, @Nullable JavaType asked, ServerMove move) {
    boolean subclass =
        move.originOrParent(given.getType()).filter(p -> !p.isExactly(given.getType())).isPresent();
    return subclass && !isThis(given) && (move.isContract(asked) || move.origin(asked).isPresent());
  }

  @Override
  public J.MethodDeclaration visitMethodDeclaration(J.MethodDeclaration method, Integer p) {
    JavaType.Method type = method.getMethodType();
    if (getCursor().firstEnclosing(J.ClassDeclaration.class) == subclass
        && type != null
        && !method.isConstructor()
        && !type.hasFlags(Flag.Static)) {
      checkOverride(method, type);
    }
    return super.visitMethodDeclaration(method, p);
  }

  private void checkOverride(J.MethodDeclaration method, JavaType.Method type) {
    String name = method.getSimpleName();
    if (ONE_KIND_OF_REQUEST.contains(name) && type.getParameterTypes().size() == 2) {
      because(
          "it overrides "
              + name
              + "(..), which saw one kind of the requests of HTTP+SSE: decide which of Streamable HTTP it is for");
    } else if (!LIFECYCLE.contains(name)) {
      TypeUtils.findOverriddenMethod(type)
          .filter(overridden -> !isOfServlet(overridden))
          .ifPresent(overridden -> because("it overrides " + name + "(..) of the transport"));
    }
  }

  private static boolean isOfServlet(JavaType.Method method) {
    String owner = method.getDeclaringType().getFullyQualifiedName();
    return owner.startsWith("jakarta.servlet.") || owner.startsWith("java.");
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
    if ("super".equals(call.getSimpleName())
        && getCursor().firstEnclosing(J.ClassDeclaration.class) == subclass
        && ProviderConstructor.of(call.getMethodType(), call.getArguments()).isEmpty()) {
      because("this constructor of " + provider.simpleName() + " is not known");
    }
    return super.visitMethodInvocation(call, p);
  }

  @Override
  public J.Return visitReturn(J.Return returned, Integer p) {
    Expression value = returned.getExpression();
    J.MethodDeclaration method = getCursor().firstEnclosing(J.MethodDeclaration.class);
    if (isThis(value)
        && method != null
        && method.getReturnTypeExpression() != null
        && provider.isExactly(method.getReturnTypeExpression().getType())) {
      because("it hands itself out as the transport");
    }
    return super.visitReturn(returned, p);
  }

  @Override
  public J.MemberReference visitMemberReference(J.MemberReference reference, Integer p) {
    if (isThis(reference.getContaining()) && isOfTransport(reference.getMethodType())) {
      because("it refers to a method of the transport");
    }
    return super.visitMemberReference(reference, p);
  }

  /** Whether a method that is called on the subclass is the transport's, and not a servlet's. */
  static boolean isOfTransport(JavaType.@Nullable Method method) {
    if (method == null || method.isConstructor()) {
      return false;
    }
    JavaType.FullyQualified owner = method.getDeclaringType();
    return ServerProvider.of(ServerTransport.SSE).stream().anyMatch(p -> p.isExactly(owner))
        || owner.getFullyQualifiedName().startsWith("io.modelcontextprotocol.spec.Mcp");
  }

  /** Whether an expression is {@code this}, be it with the name of the class. */
  static boolean isThis(@Nullable J expression) {
    return expression instanceof J.Identifier name && "this".equals(name.getSimpleName())
        || expression instanceof J.FieldAccess access && "this".equals(access.getSimpleName());
  }

  private void because(String why) {
    if (reason == null) {
      reason = why;
    }
  }
}

package io.github.mcpmigrate.recipes.springai;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Lets the names of beans follow by which Spring AI knows a server's transport, and by which a
 * project knows Spring AI's.
 *
 * <p>All of Spring AI's HTTP+SSE backs off from a transport of the project's own. Of its Streamable
 * HTTP, the router function only backs off from a bean of its own name: without one, the same path
 * is served once more, past the filters of the project's router function.
 */
final class BeanNames extends JavaVisitor<ExecutionContext> {

  private static final String BEAN = "org.springframework.context.annotation.Bean";
  private static final String MVC_ROUTES = "webMvcStreamableServerRouterFunction";
  private static final String FLUX_ROUTES = "webFluxStreamableServerRouterFunction";

  /** What Spring AI 1.0 to 2.0 calls its beans for HTTP+SSE, and those in their place. */
  private static final Map<String, String> NAMES =
      Map.of(
          "webMvcSseServerTransportProvider",
          "webMvcStreamableServerTransportProvider",
          "webFluxTransport",
          "webFluxStreamableServerTransportProvider",
          "mvcMcpRouterFunction",
          MVC_ROUTES,
          "webMvcSseServerRouterFunction",
          MVC_ROUTES,
          "webfluxMcpRouterFunction",
          FLUX_ROUTES,
          "webfluxSseServerRouterFunction",
          FLUX_ROUTES);

  private static final Map<String, String> ROUTES =
      Map.of(
          "org.springframework.web.servlet.function.RouterFunction",
          MVC_ROUTES,
          "org.springframework.web.reactive.function.server.RouterFunction",
          FLUX_ROUTES);

  /** Annotations that name beans. */
  private static final Set<String> REFERENCES =
      Set.of(
          BEAN,
          "org.springframework.beans.factory.annotation.Qualifier",
          "org.springframework.context.annotation.DependsOn",
          "org.springframework.boot.autoconfigure.condition.ConditionalOnBean",
          "org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean",
          "jakarta.annotation.Resource",
          "jakarta.inject.Named");

  private static final Pattern PROVIDER =
      Pattern.compile(".*\\.Web(Mvc|Flux)(SseServer|StreamableServer|Dual)TransportProvider");

  private static final Pattern SSE =
      Pattern.compile(".*\\.Web(Mvc|Flux)SseServerTransportProvider");

  private static final Pattern INTERFACE =
      Pattern.compile(
          "io\\.modelcontextprotocol\\.spec\\.Mcp(Streamable)?ServerTransportProvider(Base)?");

  private static final Pattern SERVLET =
      Pattern.compile(".*\\.HttpServlet(Sse|Streamable|Dual)(Server)?TransportProvider");

  private final CodeFindings findings;

  BeanNames(CodeFindings findings) {
    this.findings = findings;
  }

  /** Whether Spring AI calls a bean for HTTP+SSE so. */
  static boolean isLegacy(String name) {
    return NAMES.containsKey(name);
  }

  /** Whether code has a transport of HTTP+SSE: once servers have moved, one that stays. */
  static boolean hasSse(JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .map(TypeUtils::asFullyQualified)
        .anyMatch(type -> type != null && SSE.matcher(type.getFullyQualifiedName()).matches());
  }

  @Override
  public J visitMethodDeclaration(J.MethodDeclaration method, ExecutionContext ctx) {
    J.Annotation bean =
        method.getLeadingAnnotations().stream()
            .filter(annotation -> TypeUtils.isOfClassType(annotation.getType(), BEAN))
            .findFirst()
            .orElse(null);
    J.MethodDeclaration visited = (J.MethodDeclaration) super.visitMethodDeclaration(method, ctx);
    if (bean == null || method.getReturnTypeExpression() == null) {
      return visited;
    }
    JavaType returned = method.getReturnTypeExpression().getType();
    noteTransport(method, returned);
    String name = NAMES.get(method.getSimpleName());
    if (name != null && bean.getArguments() == null) {
      findings.changed(getCursor(), method.getSimpleName(), "becomes " + name);
      return visited
          .withName(visited.getName().withSimpleName(name))
          .withMethodType(
              visited.getMethodType() == null ? null : visited.getMethodType().withName(name));
    }
    return routes(returned)
        .filter(wanted -> !wanted.equals(method.getSimpleName()) && isOfTransport(method))
        .map(wanted -> named(visited, bean, wanted, ctx))
        .orElse(visited);
  }

  private static Optional<String> routes(@Nullable JavaType returned) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(returned);
    return type == null
        ? Optional.empty()
        : Optional.ofNullable(ROUTES.get(type.getFullyQualifiedName()));
  }

  /** Whether a method takes the routes of a transport. */
  private static boolean isOfTransport(J.MethodDeclaration method) {
    boolean[] found = {false};
    new JavaVisitor<Integer>() {
      @Override
      public J visitMethodInvocation(J.MethodInvocation call, Integer p) {
        JavaType.Method type = call.getMethodType();
        found[0] |=
            type != null
                && type.getName().equals("getRouterFunction")
                && PROVIDER.matcher(type.getDeclaringType().getFullyQualifiedName()).matches();
        return super.visitMethodInvocation(call, p);
      }
    }.visit(method, 0);
    return found[0];
  }

  private J.MethodDeclaration named(
      J.MethodDeclaration method, J.Annotation bean, String name, ExecutionContext ctx) {
    if (bean.getArguments() != null) {
      if (bean.printTrimmed(getCursor()).contains('"' + name + '"')) {
        return method;
      }
      findings.manual(
          getCursor(),
          method.getSimpleName(),
          "call this bean "
              + name
              + ": Spring AI serves the same path by a router function of its own unless there is one of that name");
      return method;
    }
    findings.changed(
        getCursor(), method.getSimpleName(), "gets the name " + name + " beside its own");
    return method.withLeadingAnnotations(
        ListUtils.map(
            method.getLeadingAnnotations(),
            annotation ->
                annotation.isScope(bean)
                    ? JavaTemplate.apply(
                        "{\"" + name + "\", \"" + method.getSimpleName() + "\"}",
                        new Cursor(getCursor(), annotation),
                        annotation.getCoordinates().replaceArguments())
                    : annotation));
  }

  /** A transport that Spring AI does not find by its type has another one beside it. */
  private void noteTransport(J.MethodDeclaration method, @Nullable JavaType returned) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(returned);
    String name = type == null ? "" : type.getFullyQualifiedName();
    if (INTERFACE.matcher(name).matches()) {
      findings.manual(
          getCursor(),
          method.getSimpleName(),
          "high severity: Spring AI's Streamable HTTP only backs off from a bean whose declared type is its own provider class, and does not start "
              + "with two transports: declare the class that is returned");
    } else if (SERVLET.matcher(name).matches()) {
      findings.manual(
          getCursor(),
          method.getSimpleName(),
          "high severity: Spring AI's Streamable HTTP does not back off from this transport, and does not start with two: exclude "
              + "McpServerStreamableHttpWebMvcAutoConfiguration");
    }
  }

  @Override
  public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    J.MethodInvocation visited = (J.MethodInvocation) super.visitMethodInvocation(call, ctx);
    JavaType.Method type = visited.getMethodType();
    String name = NAMES.get(visited.getSimpleName());
    if (name == null
        || type == null
        || type.getAnnotations().stream()
            .noneMatch(annotation -> BEAN.equals(annotation.getFullyQualifiedName()))) {
      return visited;
    }
    JavaType.Method renamed = type.withName(name);
    return visited
        .withName(visited.getName().withSimpleName(name).withType(renamed))
        .withMethodType(renamed);
  }

  @Override
  public J visitLiteral(J.Literal literal, ExecutionContext ctx) {
    String name = literal.getValue() instanceof String text ? NAMES.get(text) : null;
    if (name == null || !namesABean()) {
      return literal;
    }
    findings.changed(getCursor(), (String) literal.getValue(), "becomes " + name);
    return KeyLiterals.replace(literal, (String) literal.getValue(), name);
  }

  private boolean namesABean() {
    J.Annotation annotation = getCursor().firstEnclosing(J.Annotation.class);
    JavaType.FullyQualified type =
        annotation == null ? null : TypeUtils.asFullyQualified(annotation.getType());
    if (type != null) {
      return REFERENCES.contains(type.getFullyQualifiedName());
    }
    return getCursor().getParentTreeCursor().getValue() instanceof J.MethodInvocation call
        && call.getMethodType() != null
        && call.getSimpleName().equals("getBean")
        && call.getMethodType()
            .getDeclaringType()
            .getFullyQualifiedName()
            .startsWith("org.springframework.");
  }
}

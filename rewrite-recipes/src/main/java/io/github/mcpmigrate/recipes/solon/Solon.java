package io.github.mcpmigrate.recipes.solon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Solon's classes of MCP, and what code says of channels with them. */
final class Solon {

  static final String CHANNEL = "org.noear.solon.ai.mcp.McpChannel";
  static final String ANNOTATION = "org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint";
  static final String SERVER = "org.noear.solon.ai.mcp.server.McpServerEndpointProvider";
  static final String CLIENT = "org.noear.solon.ai.mcp.client.McpClientProvider";

  static final String RAISE =
      "the solon-ai-mcp here has no channel for Streamable HTTP: raise it to 3.5.0 or newer, and run again";

  private static final String HOME = "org.noear.solon.ai.mcp.";

  /** What else can be told its channel. */
  private static final Set<String> PROPERTIES =
      Set.of(HOME + "server.McpServerProperties", HOME + "client.McpClientProperties");

  /** What the server of HTTP+SSE is given, and that of Streamable HTTP has no use for. */
  static final Set<String> DROPPED = Set.of("messageEndpoint", "contextPath");

  private Solon() {}

  static boolean isIn(JavaSourceFile source) {
    for (JavaType type : source.getTypesInUse().getTypesInUse()) {
      if (type instanceof JavaType.FullyQualified named
          && named.getFullyQualifiedName().startsWith(HOME)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an expression is the channel of HTTP+SSE. */
  static boolean isSse(Expression channel) {
    if (channel instanceof J.Literal literal) {
      return "sse".equals(literal.getValue());
    }
    return constant(channel)
        .filter(field -> field.getName().equals("SSE"))
        .filter(field -> TypeUtils.isOfClassType(field.getOwner(), CHANNEL))
        .isPresent();
  }

  private static Optional<JavaType.Variable> constant(Expression expression) {
    return expression instanceof J.FieldAccess access
        ? Optional.ofNullable(access.getName().getFieldType())
        : expression instanceof J.Identifier name
            ? Optional.ofNullable(name.getFieldType())
            : Optional.empty();
  }

  static boolean isOfBuilder(J.MethodInvocation call, String provider) {
    return call.getMethodType() != null
        && TypeUtils.isOfClassType(call.getMethodType().getDeclaringType(), provider + "$Builder");
  }

  /** Whether a call tells properties their channel. */
  static boolean setsProperty(J.MethodInvocation call) {
    return call.getSimpleName().equals("setChannel")
        && call.getMethodType() != null
        && PROPERTIES.contains(call.getMethodType().getDeclaringType().getFullyQualifiedName())
        && isSse(call.getArguments().get(0));
  }

  /** Whether a type has a method; those of annotations are their elements. */
  static boolean has(JavaType.@Nullable FullyQualified type, String method) {
    return type != null && type.getMethods().stream().anyMatch(m -> m.getName().equals(method));
  }

  /** The calls from {@code builder()} to the one given, the last first, if they are one chain. */
  static List<J.MethodInvocation> chain(J.MethodInvocation last) {
    List<J.MethodInvocation> calls = new ArrayList<>();
    Expression call = last;
    while (call instanceof J.MethodInvocation one) {
      calls.add(one);
      call = one.getSelect();
    }
    return calls;
  }

  /** The assignment of an element of an annotation. */
  static Optional<Expression> element(J.Annotation annotation, String name) {
    return annotation.getArguments() == null
        ? Optional.empty()
        : annotation.getArguments().stream()
            .filter(argument -> name.equals(elementName(argument)))
            .map(argument -> ((J.Assignment) argument).getAssignment())
            .findFirst();
  }

  static @Nullable String elementName(Expression argument) {
    return argument instanceof J.Assignment set && set.getVariable() instanceof J.Identifier name
        ? name.getSimpleName()
        : null;
  }
}

package io.github.mcpmigrate.recipes.springai;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Finds what Spring AI has for HTTP+SSE alone: it is left, and a person has to look at it. */
final class WithoutTwin extends JavaVisitor<ExecutionContext> {

  /** The container whose connection details Spring AI makes by itself, from 1.1 on. */
  static final Pattern GATEWAY = Pattern.compile("(docker\\.io/)?docker/mcp-gateway\\b.*");

  private static final String DETAILS =
      "Spring AI makes connections of HTTP+SSE of these details, and knows none for Streamable HTTP: configure "
          + ClientKeys.PREFIX
          + ".streamable-http.connections instead, if the server has it";

  private static final Map<String, String> CLIENTS =
      Map.of(
          "McpSseClientConnectionDetails",
          DETAILS,
          "PropertiesMcpSseClientConnectionDetails",
          DETAILS,
          "McpSseClientProperties",
          "this has no connections any more: McpStreamableHttpClientProperties has them");

  private static final Set<String> SSE_KEYS =
      Set.of("getSseEndpoint", "getSseMessageEndpoint", "getBaseUrl");

  private final CodeKeys keys;
  private final CodeFindings findings;

  WithoutTwin(CodeKeys keys, CodeFindings findings) {
    this.keys = keys;
    this.findings = findings;
  }

  @Override
  public J visitImport(J.Import imported, ExecutionContext ctx) {
    return imported;
  }

  @Override
  public J visitIdentifier(J.Identifier name, ExecutionContext ctx) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(name.getType());
    if (type == null
        || name.getFieldType() != null
        || !type.getFullyQualifiedName().startsWith("org.springframework.ai.mcp.")
        || !type.getClassName().equals(name.getSimpleName())) {
      return name;
    }
    String reason = CLIENTS.get(name.getSimpleName());
    if (reason != null) {
      findings.mention(getCursor(), name.getSimpleName(), keys.anyClientStays().orElse(reason));
    } else if (keys.serverMoves() && name.getSimpleName().equals("McpServerSseProperties")) {
      findings.mention(
          getCursor(),
          name.getSimpleName(),
          "Spring AI makes this bean for HTTP+SSE alone; that of Streamable HTTP is McpServerStreamableHttpProperties");
    }
    return name;
  }

  @Override
  public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    JavaType.Method method = call.getMethodType();
    if (keys.serverMoves()
        && !keys.move().keepsSse()
        && method != null
        && SSE_KEYS.contains(method.getName())
        && method.getDeclaringType().getClassName().equals("McpServerProperties")) {
      findings.manual(
          getCursor(),
          call.getSimpleName() + "()",
          "the configuration loses this key: Streamable HTTP has one endpoint, " + keys.mcpPath());
    }
    return super.visitMethodInvocation(call, ctx);
  }

  @Override
  public J visitLiteral(J.Literal literal, ExecutionContext ctx) {
    if (literal.getValue() instanceof String text && GATEWAY.matcher(text).matches()) {
      findings.manual(getCursor(), text, gateway());
    }
    return literal;
  }

  /** What to say of the container. */
  static String gateway() {
    return "where Spring AI makes a connection of this container, it is one of HTTP+SSE, and stays";
  }
}

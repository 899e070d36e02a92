package io.github.mcpmigrate.recipes.sdk;

import java.util.Map;
import java.util.Set;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * The servlet transport providers: the legacy one, and the two it can become.
 *
 * <p>Names and builder methods are those of the MCP Java SDK 0.8 to 2.1 and of mcp-compat-sdk.
 */
enum ServerProvider {
  SSE(
      "io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider",
      Set.of(
          "jsonMapper",
          "baseUrl",
          "sseEndpoint",
          "messageEndpoint",
          "keepAliveInterval",
          "contextExtractor",
          "securityValidator",
          "httpHeaderValidator",
          "maxRequestSize",
          "build")),
  STREAMABLE(
      "io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider",
      Set.of(
          "jsonMapper",
          "mcpEndpoint",
          "keepAliveInterval",
          "contextExtractor",
          "disallowDelete",
          "securityValidator",
          "httpHeaderValidator",
          "maxRequestSize",
          "build")),
  DUAL(
      "io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider",
      Set.of(
          "jsonMapper",
          "baseUrl",
          "sseEndpoint",
          "messageEndpoint",
          "mcpEndpoint",
          "keepAliveInterval",
          "contextExtractor",
          "disallowDelete",
          "maxRequestSize",
          "build"));

  /** What {@code McpServer.sync} and {@code async} take for {@link #SSE}; since SDK 0.8. */
  static final String SSE_CONTRACT = "io.modelcontextprotocol.spec.McpServerTransportProvider";

  /** What they take for the other two; since SDK 0.11. */
  static final String STREAMABLE_CONTRACT =
      "io.modelcontextprotocol.spec.McpStreamableServerTransportProvider";

  /** The class that declares the options of {@link #DUAL}'s builder. */
  static final String DUAL_OPTIONS = "io.github.mcpmigrate.compat.sdk.DualTransportBuilder";

  /** Public constants of {@link #SSE} that the other two lack in part or in whole. */
  static final Map<String, String> SSE_CONSTANTS =
      Map.of(
          "DEFAULT_SSE_ENDPOINT", "/sse",
          "DEFAULT_BASE_URL", "",
          "ENDPOINT_EVENT_TYPE", "endpoint",
          "MESSAGE_EVENT_TYPE", "message",
          "SESSION_ID", "sessionId",
          "UTF_8", "UTF-8",
          "APPLICATION_JSON", "application/json",
          "FAILED_TO_SEND_ERROR_RESPONSE", "Failed to send error response: {}");

  private final String type;
  private final Set<String> builderMethods;

  ServerProvider(String type, Set<String> builderMethods) {
    this.type = type;
    this.builderMethods = builderMethods;
  }

  /** Fully qualified name of the provider. */
  String type() {
    return type;
  }

  /** Fully qualified name of its builder, in the notation of the JVM. */
  String builder() {
    return type + "$Builder";
  }

  String simpleName() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** Whether this is a call on the provider's builder, of a method of its own or of its parent. */
  boolean isBuilderCall(J.MethodInvocation call) {
    JavaType.Method method = call.getMethodType();
    return method != null
        && (TypeUtils.isOfClassType(method.getDeclaringType(), builder())
            || call.getSelect() != null
                && TypeUtils.isOfClassType(call.getSelect().getType(), builder()));
  }

  boolean builderHas(String method) {
    return builderMethods.contains(method);
  }
}

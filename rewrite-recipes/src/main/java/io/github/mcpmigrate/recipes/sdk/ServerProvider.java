package io.github.mcpmigrate.recipes.sdk;

import static io.github.mcpmigrate.recipes.sdk.ServerTransport.DUAL;
import static io.github.mcpmigrate.recipes.sdk.ServerTransport.SSE;
import static io.github.mcpmigrate.recipes.sdk.ServerTransport.STREAMABLE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * A transport provider of one web stack.
 *
 * <p>Names and builder methods are those of the MCP Java SDK 0.7 to 2.1, of Spring AI 2.0 and of
 * mcp-compat-sdk.
 */
record ServerProvider(ServerStack stack, ServerTransport transport) {

  /** The class that declares the options of the dual providers' builders. */
  static final String DUAL_OPTIONS = "io.github.mcpmigrate.compat.sdk.DualTransportBuilder";

  /** Public constants of the providers on HTTP+SSE that the others lack in part or in whole. */
  static final Map<String, String> SSE_CONSTANTS =
      Map.of(
          "DEFAULT_SSE_ENDPOINT", "/sse",
          "DEFAULT_MESSAGE_ENDPOINT", "/mcp/message",
          "DEFAULT_BASE_URL", "",
          "ENDPOINT_EVENT_TYPE", "endpoint",
          "MESSAGE_EVENT_TYPE", "message",
          "SESSION_ID", "sessionId",
          "UTF_8", "UTF-8",
          "APPLICATION_JSON", "application/json",
          "FAILED_TO_SEND_ERROR_RESPONSE", "Failed to send error response: {}");

  private static final Set<String> SERVLET_OPTIONS =
      Set.of("httpHeaderValidator", "maxRequestSize");

  /** Every provider of a transport, each class once. */
  static List<ServerProvider> of(ServerTransport transport) {
    return Arrays.stream(ServerStack.values())
        .filter(stack -> transport != DUAL || !stack.isSpringAi())
        .map(stack -> new ServerProvider(stack, transport))
        .toList();
  }

  /** Whether a type is one of those that serve Streamable HTTP. */
  static boolean speaksStreamable(JavaType type) {
    return Stream.concat(of(STREAMABLE).stream(), of(DUAL).stream())
        .anyMatch(provider -> provider.isExactly(type));
  }

  /** Fully qualified name of the provider. */
  String type() {
    return (transport == DUAL ? "io.github.mcpmigrate.compat.sdk" : stack.home())
        + "."
        + simpleName();
  }

  /** Fully qualified name of its builder, in the notation of the JVM. */
  String builder() {
    return type() + "$Builder";
  }

  String simpleName() {
    return stack.prefix() + transport.suffix();
  }

  /** Its name in SDK 0.7, which 0.8 had beside the new one; the others are younger. */
  Optional<String> firstType() {
    return transport == SSE && !stack.isSpringAi()
        ? Optional.of(stack.home() + "." + stack.prefix() + "SseServerTransport")
        : Optional.empty();
  }

  /** All names that the class has had. */
  Stream<String> types() {
    return Stream.concat(Stream.of(type()), firstType().stream());
  }

  boolean isExactly(@Nullable JavaType other) {
    return types().anyMatch(name -> TypeUtils.isOfClassType(other, name));
  }

  /** Whether {@code other} is this provider or extends it. */
  boolean isOrIsExtendedBy(@Nullable JavaType other) {
    return types().anyMatch(name -> TypeUtils.isAssignableTo(name, other));
  }

  boolean isBuiltBy(@Nullable JavaType other) {
    return TypeUtils.isOfClassType(other, builder());
  }

  /** Whether this is a call on the provider's builder, of a method of its own or of its parent. */
  boolean isBuilderCall(J.MethodInvocation call) {
    JavaType.Method method = call.getMethodType();
    return method != null
        && (isBuiltBy(method.getDeclaringType())
            || call.getSelect() != null && isBuiltBy(call.getSelect().getType()));
  }

  /** Whether the builder can be told this, whatever the method is called. */
  boolean has(String option) {
    return transport.options().contains(option)
        || stack == ServerStack.SERVLET && transport != DUAL && SERVLET_OPTIONS.contains(option);
  }

  /** The builder's method for an option that it {@link #has}. */
  String methodFor(String option) {
    if (stack.isWebFlux()) {
      if (transport == SSE && "baseUrl".equals(option)) {
        return "basePath";
      }
      // The same name as the legacy path's, with another meaning.
      if (transport == STREAMABLE && "mcpEndpoint".equals(option)) {
        return "messageEndpoint";
      }
    }
    return option;
  }

  /** The option behind a method of the builder; the method's name if it is none of them. */
  String optionOf(String method) {
    return transport.options().stream()
        .filter(option -> methodFor(option).equals(method))
        .findFirst()
        .orElse(method);
  }
}

package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * The arguments of a constructor of a legacy client transport.
 *
 * <p>Those of {@code HttpClientSseClientTransport} were public in SDK 0.7 to 0.12.1, those of
 * {@code WebFluxSseClientTransport} are to this day.
 *
 * @param target the server's base URL, or the {@code WebClient.Builder} that knows it
 * @param clientBuilder an {@code HttpClient.Builder}
 * @param requestBuilder an {@code HttpRequest.Builder}
 */
record ClientConstructor(
    ClientTransport transport,
    Expression target,
    @Nullable Expression clientBuilder,
    @Nullable Expression requestBuilder,
    @Nullable Expression endpoint,
    @Nullable Expression mapper) {

  static Optional<ClientConstructor> of(J.NewClass call) {
    JavaType.Method constructor = call.getConstructorType();
    if (constructor == null || call.getBody() != null) {
      return Optional.empty();
    }
    return ClientTransport.ofLegacy(constructor.getDeclaringType())
        .flatMap(transport -> of(transport, call.getArguments(), constructor.getParameterTypes()));
  }

  private static Optional<ClientConstructor> of(
      ClientTransport transport, List<Expression> args, List<JavaType> types) {
    if (args.size() != types.size()) {
      return Optional.empty();
    }
    Expression target = null;
    Expression clientBuilder = null;
    Expression requestBuilder = null;
    Expression endpoint = null;
    Expression mapper = null;
    for (int i = 0; i < args.size(); i++) {
      Expression arg = args.get(i);
      String type = nameOf(types.get(i));
      switch (type) {
        case "java.lang.String" -> {
          if (transport == ClientTransport.HTTP_CLIENT && target == null) {
            target = arg;
          } else {
            endpoint = arg;
          }
        }
        case "org.springframework.web.reactive.function.client.WebClient$Builder" -> target = arg;
        case "java.net.http.HttpClient$Builder" -> clientBuilder = arg;
        case "java.net.http.HttpRequest$Builder" -> requestBuilder = arg;
        case JsonMapperCalls.OBJECT_MAPPER, "io.modelcontextprotocol.json.McpJsonMapper" ->
            mapper = arg;
        // No server sends URLs any more that would have to be validated.
        case "io.modelcontextprotocol.client.transport.SseMessageEndpointValidator" -> {}
        default -> {
          return Optional.empty();
        }
      }
    }
    return target == null
        ? Optional.empty()
        : Optional.of(
            new ClientConstructor(
                transport, target, clientBuilder, requestBuilder, endpoint, mapper));
  }

  private static String nameOf(JavaType type) {
    if (TypeUtils.isString(type)) {
      return "java.lang.String";
    }
    JavaType.FullyQualified name = TypeUtils.asFullyQualified(type);
    return name == null ? "" : name.getFullyQualifiedName();
  }
}

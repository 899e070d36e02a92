package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.TypeUtils;

/** The code that a client's transport is built with after the move. */
final class ClientTemplates {

  private static final String WEB_CLIENT_BUILDER =
      "org.springframework.web.reactive.function.client.WebClient.Builder";

  private ClientTemplates() {}

  /**
   * Replaces a call of a legacy constructor by the builder: in one line if there is nothing to set,
   * else one call a line.
   */
  static J construct(
      ClientConstructor old,
      Optional<String> endpointToAdd,
      J.NewClass call,
      Cursor cursor,
      ExecutionContext ctx) {
    List<String> lines = new ArrayList<>();
    List<Expression> args = new ArrayList<>();
    lines.add(old.transport().streamableName() + targetOf(old.transport()));
    args.add(old.target());
    if (old.clientBuilder() != null) {
      lines.add(".clientBuilder(#{any(java.net.http.HttpClient.Builder)})");
      args.add(old.clientBuilder());
    }
    if (old.requestBuilder() != null) {
      lines.add(".requestBuilder(#{any(java.net.http.HttpRequest.Builder)})");
      args.add(old.requestBuilder());
    }
    if (old.endpoint() != null) {
      lines.add(".endpoint(#{any(java.lang.String)})");
      args.add(old.endpoint());
    } else {
      endpointToAdd.ifPresent(path -> lines.add(".endpoint(\"" + path + "\")"));
    }
    if (old.mapper() != null && !JsonMapperCalls.isDefault(old.mapper())) {
      boolean jackson =
          TypeUtils.isOfClassType(old.mapper().getType(), JsonMapperCalls.OBJECT_MAPPER);
      lines.add(
          jackson
              ? ".jsonMapper(new JacksonMcpJsonMapper(#{any(com.fasterxml.jackson.databind.ObjectMapper)}))"
              : ".jsonMapper(#{any(io.modelcontextprotocol.json.McpJsonMapper)})");
      args.add(old.mapper());
    }
    lines.add(".build()");
    return template(old.transport(), String.join(lines.size() == 2 ? "" : "\n", lines), ctx)
        .apply(cursor, call.getCoordinates().replace(), args.toArray());
  }

  /** {@code new Builder(target)}, which is not public any more. */
  static J builder(
      ClientTransport transport, J.NewClass call, Cursor cursor, ExecutionContext ctx) {
    return template(transport, transport.streamableName() + targetOf(transport), ctx)
        .apply(cursor, call.getCoordinates().replace(), call.getArguments().get(0));
  }

  /** Sets the endpoint of a builder that was left its default. */
  static J.MethodInvocation addEndpoint(
      ClientTransport transport,
      J.MethodInvocation builder,
      String endpoint,
      Cursor cursor,
      ExecutionContext ctx) {
    return template(
            transport,
            "#{any(%s.Builder)}.endpoint(\"%s\")".formatted(transport.streamable(), endpoint),
            ctx)
        .apply(cursor, builder.getCoordinates().replace(), builder);
  }

  private static String targetOf(ClientTransport transport) {
    return transport == ClientTransport.HTTP_CLIENT
        ? ".builder(#{any(java.lang.String)})"
        : ".builder(#{any(" + WEB_CLIENT_BUILDER + ")})";
  }

  private static JavaTemplate template(
      ClientTransport transport, String code, ExecutionContext ctx) {
    return JavaTemplate.builder(code)
        .imports(transport.streamable(), JsonMapperCalls.JACKSON_MAPPER)
        .javaParser(parser(transport, ctx))
        .build();
  }

  private static JavaParser.Builder<?, ?> parser(ClientTransport transport, ExecutionContext ctx) {
    return switch (transport) {
      case HTTP_CLIENT -> JsonMapperCalls.parser(ctx);
      case WEB_CLIENT ->
          JavaParser.fromJavaVersion()
              .classpathFromResources(
                  ctx,
                  "mcp-core-0.18",
                  "mcp-json-jackson2-0.18",
                  "mcp-spring-webflux-0.18",
                  "spring-webflux",
                  "jackson-databind-2",
                  "jackson-core-2");
      case SPRING_AI_WEB_CLIENT ->
          JavaParser.fromJavaVersion()
              .classpathFromResources(
                  ctx,
                  "mcp-core-2.1",
                  "mcp-json-jackson2-2.1",
                  "mcp-spring-webflux-2.0",
                  "spring-webflux",
                  "jackson-databind-2",
                  "jackson-core-2");
    };
  }
}

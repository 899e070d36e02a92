package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Calls of the SDK that took Jackson's {@code ObjectMapper} up to 0.12.1 and take the SDK's own
 * mapper since 0.13.
 */
final class JsonMapperCalls {

  static final String OBJECT_MAPPER = "com.fasterxml.jackson.databind.ObjectMapper";

  /** The Jackson 2 mapper of SDK 0.18 and later. */
  static final String JACKSON_MAPPER = "io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper";

  static final JavaType MCP_MAPPER =
      JavaType.buildType("io.modelcontextprotocol.json.McpJsonMapper");

  private JsonMapperCalls() {}

  static boolean takesObjectMapper(JavaType.@Nullable Method method) {
    return method != null
        && method.getDeclaringType().getPackageName().startsWith("io.modelcontextprotocol")
        && method.getParameterTypes().stream().anyMatch(JsonMapperCalls::isObjectMapper);
  }

  /** Whether the mapper is what every builder uses by default since SDK 0.13. */
  static boolean isDefault(Expression mapper) {
    return mapper instanceof J.NewClass created
        && created.getBody() == null
        && created.getClazz() != null
        && isObjectMapper(created.getClazz().getType())
        && created.getArguments().stream().allMatch(J.Empty.class::isInstance);
  }

  /**
   * {@code builder.objectMapper(m)} becomes {@code builder.jsonMapper(..)}, or goes if that is the
   * default.
   */
  static Expression builderCall(J.MethodInvocation call, Cursor cursor, ExecutionContext ctx) {
    if (isDefault(call.getArguments().get(0))) {
      return call.getSelect().withPrefix(call.getPrefix());
    }
    JavaType.Method type = withMcpMapper(call.getMethodType()).withName("jsonMapper");
    return call.withArguments(wrapped(call.getArguments(), cursor, ctx))
        .withMethodType(type)
        .withName(call.getName().withSimpleName("jsonMapper").withType(type));
  }

  /** Wraps those arguments that are an {@code ObjectMapper}. */
  static List<Expression> wrapped(List<Expression> args, Cursor cursor, ExecutionContext ctx) {
    return ListUtils.map(
        args,
        arg ->
            isObjectMapper(arg.getType())
                ? JavaTemplate.builder(
                        "new JacksonMcpJsonMapper(#{any(%s)})".formatted(OBJECT_MAPPER))
                    .imports(JACKSON_MAPPER)
                    .javaParser(parser(ctx))
                    .build()
                    .<Expression>apply(new Cursor(cursor, arg), arg.getCoordinates().replace(), arg)
                    .withPrefix(arg.getPrefix())
                : arg);
  }

  static JavaType.Method withMcpMapper(JavaType.Method method) {
    return method.withParameterTypes(
        ListUtils.map(
            method.getParameterTypes(), type -> isObjectMapper(type) ? MCP_MAPPER : type));
  }

  /** What templates of code for SDK 0.18 compile against. */
  static JavaParser.Builder<?, ?> parser(ExecutionContext ctx) {
    return JavaParser.fromJavaVersion()
        .classpathFromResources(
            ctx,
            "mcp-core-0.18",
            "mcp-json-jackson2-0.18",
            "jackson-databind-2",
            "jackson-core-2",
            "jakarta.servlet-api-6",
            "mcp-spring-webmvc-0.18",
            "mcp-spring-webflux-0.18",
            "spring-webmvc-6",
            "spring-webflux-6");
  }

  /** What templates compile against where Spring AI has the SDK's Spring transports. */
  static JavaParser.Builder<?, ?> springAiParser(ExecutionContext ctx) {
    return JavaParser.fromJavaVersion()
        .classpathFromResources(
            ctx,
            "mcp-core-2.1",
            "mcp-spring-webmvc-2",
            "mcp-spring-webflux-2",
            "spring-webmvc-6",
            "spring-webflux-6");
  }

  private static boolean isObjectMapper(@Nullable JavaType type) {
    return TypeUtils.isOfClassType(type, OBJECT_MAPPER);
  }
}

package io.github.mcpmigrate.recipes.sdk;

import static io.github.mcpmigrate.recipes.sdk.ServerProvider.DUAL;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;

/** The code that a provider is built with after the move. */
final class ProviderTemplates {

  private static final String DUAL_STUB = "HttpServletDualTransportProvider.stub";

  private final ServerProvider to;

  /** Null if the move leaves the endpoint alone. */
  private final @Nullable String mcpEndpoint;

  ProviderTemplates(ServerProvider to, @Nullable String mcpEndpoint) {
    this.to = to;
    this.mcpEndpoint = mcpEndpoint;
  }

  /** Replaces a call of the legacy constructor by a chain on the new builder, one call a line. */
  J construct(ProviderConstructor old, J.NewClass call, Cursor cursor, ExecutionContext ctx) {
    List<String> lines = new ArrayList<>();
    List<Expression> args = new ArrayList<>();
    lines.add(to.simpleName() + ".builder()");
    if (!JsonMapperCalls.isDefault(old.mapper())) {
      lines.add(
          ".jsonMapper(new JacksonMcpJsonMapper(#{any(com.fasterxml.jackson.databind.ObjectMapper)}))");
      args.add(old.mapper());
    }
    if (old.baseUrl() != null && !ProviderConstructor.isEmptyBaseUrl(old.baseUrl())) {
      addIfKept("baseUrl", "java.lang.String", old.baseUrl(), lines, args);
    }
    addIfKept("sseEndpoint", "java.lang.String", old.sseEndpoint(), lines, args);
    addIfKept("messageEndpoint", "java.lang.String", old.messageEndpoint(), lines, args);
    if (mcpEndpoint != null) {
      lines.add(".mcpEndpoint(\"" + mcpEndpoint + "\")");
    }
    if (!(old.keepAliveInterval() instanceof J.Literal)) {
      addIfKept("keepAliveInterval", "java.time.Duration", old.keepAliveInterval(), lines, args);
    }
    lines.add(".build()");
    return template(String.join("\n", lines), ctx)
        .apply(cursor, call.getCoordinates().replace(), args.toArray());
  }

  /**
   * Sets the MCP endpoint in place of {@code messageEndpoint(..)}, or after it if the new builder
   * has that, too. The rest of the chain keeps its layout.
   */
  J.MethodInvocation mcpEndpointAt(J.MethodInvocation messageEndpoint, Cursor cursor) {
    Expression argument = messageEndpoint.getArguments().get(0);
    Expression path =
        JavaTemplate.apply(
            "\"" + mcpEndpoint + "\"",
            new Cursor(cursor, argument),
            argument.getCoordinates().replace());
    JavaType.Method type = messageEndpoint.getMethodType().withName("mcpEndpoint");
    J.MethodInvocation setting =
        messageEndpoint
            .withName(messageEndpoint.getName().withSimpleName("mcpEndpoint").withType(type))
            .withMethodType(type)
            .withArguments(List.of(path));
    return to.builderHas("messageEndpoint")
        ? setting.withId(Tree.randomId()).withSelect(messageEndpoint.withPrefix(Space.EMPTY))
        : setting;
  }

  /** Sets the MCP endpoint of a chain that had no {@code messageEndpoint(..)}. */
  J.MethodInvocation addMcpEndpoint(J.MethodInvocation build, Cursor cursor, ExecutionContext ctx) {
    return template(
            "#{any(%s.Builder)}.mcpEndpoint(\"%s\").build()".formatted(to.type(), mcpEndpoint), ctx)
        .apply(cursor, build.getCoordinates().replace(), build.getSelect());
  }

  private void addIfKept(
      String method,
      String type,
      @Nullable Expression arg,
      List<String> lines,
      List<Expression> args) {
    if (arg != null && to.builderHas(method)) {
      lines.add(".%s(#{any(%s)})".formatted(method, type));
      args.add(arg);
    }
  }

  private JavaTemplate template(String code, ExecutionContext ctx) {
    JavaParser.Builder<?, ?> parser = JsonMapperCalls.parser(ctx);
    if (to == DUAL) {
      parser.dependsOn(dualStub());
    }
    return JavaTemplate.builder(code)
        .imports(to.type(), JsonMapperCalls.JACKSON_MAPPER)
        .javaParser(parser)
        .build();
  }

  /**
   * The signatures of mcp-compat-sdk's provider; a stub, so that the recipes do not depend on the
   * runtime.
   */
  static String dualStub() {
    try (InputStream stub = ProviderTemplates.class.getResourceAsStream(DUAL_STUB)) {
      return new String(stub.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + DUAL_STUB, e);
    }
  }
}

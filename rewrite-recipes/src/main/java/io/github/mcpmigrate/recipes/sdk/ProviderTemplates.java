package io.github.mcpmigrate.recipes.sdk;

import static io.github.mcpmigrate.recipes.sdk.ServerTransport.DUAL;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaCoordinates;
import org.openrewrite.java.tree.Space;

/**
 * The code that a provider is built with after a move.
 *
 * @param to the provider after the move
 */
record ProviderTemplates(ServerMove move, ServerProvider to) {

  /**
   * Replaces a call of a legacy constructor, which is at {@code place}, by a chain on the new
   * builder, one call a line.
   */
  Expression construct(
      ProviderConstructor old, JavaCoordinates place, Cursor cursor, ExecutionContext ctx) {
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
    if (move.keepUrl() && old.sseEndpoint() != null) {
      lines.add("." + to.methodFor("mcpEndpoint") + "(#{any(java.lang.String)})");
      args.add(old.sseEndpoint());
    } else if (move.setsMcpEndpoint()) {
      lines.add(".%s(%s)".formatted(to.methodFor("mcpEndpoint"), path()));
    }
    if (servesBothAtOneUrl()) {
      lines.add(".sameUrl(true)");
    }
    if (!(old.keepAliveInterval() instanceof J.Literal)) {
      addIfKept("keepAliveInterval", "java.time.Duration", old.keepAliveInterval(), lines, args);
    }
    lines.add(".build()");
    return template(String.join("\n", lines), ctx).apply(cursor, place, args.toArray());
  }

  /**
   * Sets the MCP endpoint in place of the call that set a legacy one, or after it if the new
   * builder has that, too. The rest of the chain keeps its layout.
   */
  J.MethodInvocation mcpEndpointAt(J.MethodInvocation legacy, Cursor cursor, ExecutionContext ctx) {
    Expression path = legacy.getArguments().get(0);
    if (!"sseEndpoint".equals(legacy.getSimpleName())) {
      path = JavaTemplate.apply(path(), new Cursor(cursor, path), path.getCoordinates().replace());
    }
    String legacyName = legacy.getSimpleName();
    J.MethodInvocation setting =
        MoveServerProvider.renamed(legacy, to.methodFor("mcpEndpoint"))
            .withArguments(List.of(path));
    if (!to.has(legacyName)) {
      return setting;
    }
    setting = setting.withId(Tree.randomId()).withSelect(legacy.withPrefix(Space.EMPTY));
    return servesBothAtOneUrl() ? sameUrl(setting, cursor, ctx) : setting;
  }

  private J.MethodInvocation sameUrl(
      J.MethodInvocation setting, Cursor cursor, ExecutionContext ctx) {
    J.MethodInvocation flag = MoveServerProvider.renamed(setting, "sameUrl");
    Expression path = flag.getArguments().get(0);
    return flag.withId(Tree.randomId())
        .withArguments(
            List.of(
                JavaTemplate.apply(
                    "true", new Cursor(cursor, path), path.getCoordinates().replace())))
        .withSelect(setting.withPrefix(Space.EMPTY));
  }

  /** Sets the MCP endpoint of a chain that set no legacy one. */
  J.MethodInvocation addMcpEndpoint(J.MethodInvocation build, Cursor cursor, ExecutionContext ctx) {
    return template(
            "#{any(%s.Builder)}.%s(%s)%s.build()"
                .formatted(
                    to.type(),
                    to.methodFor("mcpEndpoint"),
                    path(),
                    servesBothAtOneUrl() ? ".sameUrl(true)" : ""),
            ctx)
        .apply(cursor, build.getCoordinates().replace(), build.getSelect());
  }

  /** The path as Java: the chosen one, or the one where HTTP+SSE is by default. */
  private String path() {
    return "\""
        + (move.keepUrl()
            ? ServerProvider.SSE_CONSTANTS.get("DEFAULT_SSE_ENDPOINT")
            : move.mcpEndpoint())
        + "\"";
  }

  private boolean servesBothAtOneUrl() {
    return move.keepUrl() && to.transport() == DUAL;
  }

  private void addIfKept(
      String option,
      String type,
      @Nullable Expression arg,
      List<String> lines,
      List<Expression> args) {
    if (arg != null && to.has(option)) {
      lines.add(".%s(#{any(%s)})".formatted(to.methodFor(option), type));
      args.add(arg);
    }
  }

  /** A piece of code that may mention the provider, and what else is to be imported. */
  JavaTemplate template(String code, ExecutionContext ctx, String... imports) {
    JavaParser.Builder<?, ?> parser =
        to.stack().isSpringAi() ? JsonMapperCalls.springAiParser(ctx) : JsonMapperCalls.parser(ctx);
    if (to.transport() == DUAL) {
      parser.dependsOn(dualStubs());
    }
    return JavaTemplate.builder(code)
        .imports(to.type(), JsonMapperCalls.JACKSON_MAPPER)
        .imports(imports)
        .javaParser(parser)
        .build();
  }

  /**
   * The signatures of mcp-compat-sdk's providers; stubs, so that the recipes do not depend on the
   * runtime.
   */
  static String[] dualStubs() {
    return Stream.concat(
            Stream.of(
                "ProtectedResource", "TokenVerifier", simpleName(ServerProvider.DUAL_OPTIONS)),
            ServerProvider.of(DUAL).stream().map(ServerProvider::simpleName))
        .map(type -> stub(type + ".stub"))
        .toArray(String[]::new);
  }

  private static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String stub(String name) {
    try (InputStream stub = ProviderTemplates.class.getResourceAsStream(name)) {
      return new String(stub.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}

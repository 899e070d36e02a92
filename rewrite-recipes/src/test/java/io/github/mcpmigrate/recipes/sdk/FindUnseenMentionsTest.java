package io.github.mcpmigrate.recipes.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.xml.Assertions.xml;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.SourcesWithMentions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Parser;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.TypeValidation;
import org.openrewrite.tree.ParseError;

class FindUnseenMentionsTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new FindUnseenMentions())
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  private static void rows(RecipeSpec spec, String... expected) {
    spec.dataTable(
        LegacySseUses.Row.class,
        rows -> assertThat(summaries(rows)).containsExactlyInAnyOrder(expected));
  }

  private static List<String> summaries(List<LegacySseUses.Row> rows) {
    return rows.stream()
        .map(
            row ->
                "%s:%d:%d %s, %s, %s"
                    .formatted(
                        row.getFile(),
                        row.getLine(),
                        row.getColumn(),
                        row.getConstruct(),
                        row.getShape(),
                        row.getAction()))
        .toList();
  }

  @Test
  void awkwardCase10_commentedOutCodeAndStrings() {
    rewriteRun(
        spec ->
            rows(
                spec,
                "Client.java:2:20 HttpClientSseClientTransport, comment, manual",
                "Client.java:3:44 WebFluxSseClientTransport, comment, manual",
                "Client.java:4:22 HttpServletSseServerTransportProvider, string, manual"),
        java(
            """
            class Client {
                // var t = new HttpClientSseClientTransport("http://localhost");
                String url = "http://localhost"; /* \\" WebFluxSseClientTransport */
                String name = "a.HttpServletSseServerTransportProvider";
            }
            """));
  }

  @Test
  void whatTheTypesShowIsNotListedTwice() {
    rewriteRun(
        spec ->
            spec.dataTable(
                SourcesWithMentions.Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(SourcesWithMentions.Row::getFile)
                        .containsExactly("Client.java")),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            /** Wraps a {@link HttpClientSseClientTransport}. */
            class Client {
                HttpClientSseClientTransport transport;
            }
            """));
  }

  @Test
  void awkwardCase09_aClassOfTheProjectWithTheSameNameIsNotListed() {
    rewriteRun(
        java(
            "package com.example; class WebFluxSseClientTransport { WebFluxSseClientTransport other; }"));
  }

  @Test
  void ourOwnCommentsAreNotListed() {
    rewriteRun(
        java(
            """
            // TODO mcp-migrate: Own extends HttpClientSseClientTransport
            class Client {}
            """));
  }

  @Test
  void awkwardCase20_typesThatDoNotResolve() {
    rewriteRun(
        spec -> {
          rows(
              spec,
              "Client.java:1:49 HttpClientSseClientTransport, unresolved type, unknown",
              "Client.java:4:5 HttpClientSseClientTransport, unresolved type, unknown");
          // The point of the test is a type that is missing.
          spec.parser(JavaParser.fromJavaVersion())
              .typeValidationOptions(TypeValidation.builder().identifiers(false).build());
        },
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class Client {
                HttpClientSseClientTransport transport;
            }
            """));
  }

  @Test
  void otherFilesThatNameAClass() {
    rewriteRun(
        spec ->
            rows(
                spec,
                "beans.xml:1:14 HttpServletSseServerTransportProvider, other language, manual",
                "app.properties:1:43 HttpClientSseClientTransport, other language, manual",
                "README.md:1:5 WebMvcSseServerTransportProvider, other language, manual"),
        xml(
            "<bean class=\"HttpServletSseServerTransportProvider\"/>",
            source -> source.path("beans.xml")),
        properties(
            "type=io.modelcontextprotocol.client.trans.HttpClientSseClientTransport",
            source -> source.path("app.properties")),
        text("Our WebMvcSseServerTransportProvider.", source -> source.path("README.md")));
  }

  private static List<LegacySseUses.Row> rowsOfUnparsed(String code) {
    InMemoryExecutionContext ctx = new InMemoryExecutionContext();
    Parser parser = JavaParser.fromJavaVersion().build();
    ParseError error =
        ParseError.build(
            parser,
            Parser.Input.fromString(Path.of("src/Server.java"), code),
            null,
            ctx,
            new IllegalStateException("a pattern switch"));
    return new FindUnseenMentions()
        .run(new InMemoryLargeSourceSet(List.of(error)), ctx)
        .getDataTableRows(LegacySseUses.class);
  }

  @Test
  void aFileThatIsNotParsedAndUsesTheSdk() {
    List<LegacySseUses.Row> rows =
        rowsOfUnparsed(
            "class Server {\n    io.modelcontextprotocol.spec.McpSchema.Content content;\n}");
    assertThat(summaries(rows))
        .containsExactly("src/Server.java:2:5 io.modelcontextprotocol, not parsed, unknown");
    assertThat(rows.get(0).getReason()).contains("pattern switch", "JDK");
  }

  @Test
  void aFileThatIsNotParsedAndDoesNotUseTheSdk() {
    assertThat(rowsOfUnparsed("class Other {}")).isEmpty();
  }

  @Test
  void filesThatNameNothingAreNotListed() {
    rewriteRun(
        java("class SseEmitterHolder { String path = \"/sse\"; }"),
        properties("transport=sse"),
        text("SSE is HttpClientStreamableHttpTransport's past."));
  }
}

package io.github.mcpmigrate.recipes.frameworkkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.xml.Assertions.xml;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Keys of four frameworks, and the places where Camel and Jooby have them in code. */
class FindFrameworkKeysTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new FindFrameworkKeys(true));
  }

  private static void finds(RecipeSpec spec, String... places) {
    spec.dataTable(
        Row.class,
        rows ->
            assertThat(rows)
                .allMatch(row -> row.getAction().equals("manual"))
                .extracting(row -> row.getLine() + ":" + row.getColumn() + " " + row.getConstruct())
                .containsExactly(places));
  }

  @ParameterizedTest
  @CsvSource({
    "solon.mcp.client.notes.channel=sse, SOLON",
    "solon.ai.mcp.server.notes.channel=sse, SOLON",
    "camel.component.openai.mcpServer.notes.transportType=sse, CAMEL",
    "mcp.notes.transport=sse, JOOBY",
    "spring.ai.alibaba.mcp.nacos.client.sse.connections.notes.service-name=notes, ALIBABA",
    "spring.ai.alibaba.mcp.client.sse.connections.notes.service-name=notes, ALIBABA",
  })
  void keysInProperties(String line, FrameworkKey key) {
    rewriteRun(
        spec ->
            spec.dataTable(
                Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(
                            row -> row.getLine() + ":" + row.getColumn() + " " + row.getReason())
                        .containsExactly("2:1 " + key.advice())),
        properties("name=notes\n" + line + "\n"));
  }

  @DocumentExample
  @Test
  void camelsRoutesInYaml() {
    rewriteRun(
        spec ->
            finds(
                spec,
                "6:9 route.from.parameters.mcpServer.notes.transportType",
                "8:7 mcpServer.other.transportType=sse"),
        yaml(
            """
            - route:
                from:
                  uri: openai:chat-completion
                  parameters:
                    model: gpt
                    mcpServer.notes.transportType: sse
                steps:
                  to: openai:chat-completion?mcpServer.other.transportType=sse&mcpServer.other.url=http://localhost:8080
            """));
  }

  @Test
  void solonsClientsInYaml() {
    rewriteRun(
        spec -> finds(spec, "4:7 solon.mcp.client.notes.channel"),
        yaml(
            """
            solon.mcp:
              client:
                notes:
                  channel: "sse"
                  url: http://localhost:8080/sse
            """));
  }

  @Test
  void camelsRoutesInXml() {
    rewriteRun(
        spec -> finds(spec, "3:7 mcpServer.notes.transportType=sse"),
        xml(
            """
            <route>
              <from uri="direct:chat"/>
              <to uri="openai:chat-completion?model=gpt&amp;mcpServer.notes.transportType=sse&amp;mcpServer.notes.url=http://localhost:8080"/>
            </route>
            """));
  }

  @Test
  void camelsRoutesInJava() {
    String code =
        """
        import org.apache.camel.builder.RouteBuilder;

        class Routes extends RouteBuilder {
            public void configure() {
                %sfrom("direct:chat").to("openai:chat-completion?model=gpt"
                        + "&mcpServer.notes.transportType=sse"
                        + "&mcpServer.notes.url=http://localhost:8080");
            }
        }
        """;
    rewriteRun(
        spec ->
            spec.parser(
                // The methods that are called here, as Camel 4 has them.
                JavaParser.fromJavaVersion()
                    .dependsOn(
                        """
                        package org.apache.camel.builder;
                        public abstract class RouteBuilder {
                            public abstract void configure() throws Exception;
                            public org.apache.camel.model.RouteDefinition from(String uri) { return null; }
                        }
                        """,
                        """
                        package org.apache.camel.model;
                        public class RouteDefinition {
                            public RouteDefinition to(String uri) { return this; }
                        }
                        """)),
        java(
            code.formatted(""),
            code.formatted("// TODO mcp-migrate: " + FrameworkKey.CAMEL.advice() + "\n        ")));
  }

  @Test
  void joobysModule() {
    String code =
        """
        import io.jooby.mcp.McpModule;
        import io.jooby.mcp.McpModule.Transport;

        class App {
            {
                %snew McpModule().transport(Transport.SSE);
                new McpModule().transport(Transport.STREAMABLE_HTTP);
            }
        }
        """;
    rewriteRun(
        spec ->
            spec.parser(
                // As the module's guide has it.
                JavaParser.fromJavaVersion()
                    .dependsOn(
                        """
                        package io.jooby.mcp;
                        public class McpModule {
                            public enum Transport { SSE, STREAMABLE_HTTP, STATELESS_STREAMABLE_HTTP, WEBSOCKET }
                            public McpModule transport(Transport transport) { return this; }
                        }
                        """)),
        java(
            code.formatted(""),
            code.formatted("// TODO mcp-migrate: " + FrameworkKey.JOOBY.advice() + "\n        ")));
  }

  @Test
  void joobysConfiguration() {
    rewriteRun(
        spec -> finds(spec, "1:1 mcp.notes.transport", "4:5 transport"),
        text(
            """
            mcp.notes.transport = "sse"
            mcp {
              calculator {
                transport: sse
                mcpEndpoint: "/mcp/calculator/sse"
              }
            }
            """,
            file -> file.path("conf/application.conf")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "solon.mcp.client.notes.channel=streamable",
        "solon.mcp.client.notes.url=http://localhost:8080/sse",
        "mcpServer.notes.transportType=streamableHttp",
        "mcp.transport=sse",
        "mcp.notes.transport=websocket",
        "spring.ai.mcp.client.sse.connections.notes.url=http://localhost:8080",
        "spring.ai.alibaba.mcp.nacos.enabled=true",
        "my.channel=sse",
      })
  void doesNotTouchOtherKeys(String line) {
    rewriteRun(
        spec ->
            spec.afterRecipe(
                run -> assertThat(run.getDataTableRows(LegacySseUses.class)).isEmpty()),
        properties(line));
  }

  @Test
  void doesNotTouchOtherFiles() {
    rewriteRun(
        spec ->
            spec.afterRecipe(
                run -> assertThat(run.getDataTableRows(LegacySseUses.class)).isEmpty()),
        text("transport = sse\n", file -> file.path("radio.conf")),
        text("mcp.notes.transport = sse\n", file -> file.path("notes.txt")),
        xml("<transport type=\"sse\"/>"),
        yaml("transport:\n  type: sse\n"),
        java(
            """
            class Other {
                String uri = "openai:chat?mcpServer.notes.transportType=sse";
            }
            """));
  }
}

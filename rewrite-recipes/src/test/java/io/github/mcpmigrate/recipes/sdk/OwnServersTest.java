package io.github.mcpmigrate.recipes.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.DropLegacySse;
import io.github.mcpmigrate.FindLegacySse;
import io.github.mcpmigrate.MigrateToDualTransport;
import io.github.mcpmigrate.MigrateToStreamableHttp;
import io.github.mcpmigrate.recipes.DualProviderStub;
import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.build.SpringAiVersion;
import io.github.mcpmigrate.table.LegacySseUses;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** A client moves if the server that it talks to moves. */
class OwnServersTest implements RewriteTest {

  private static final String STUCK_SERVER =
      """
      import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

      class Server {
          HttpServletSseServerTransportProvider.Builder builder = HttpServletSseServerTransportProvider.builder();
      }
      """;

  private static final String STAYS =
      "// TODO mcp-migrate: the project's own server stays on HTTP+SSE: ";

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseClientToStreamable(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  private static String client(String line) {
    return """
    import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

    class Client {
        %s
    }
    """
        .formatted(line);
  }

  private static String moved(String line) {
    return client(line)
        .replace("HttpClientSseClientTransport", "HttpClientStreamableHttpTransport");
  }

  private static String legacyClient(String base, String path) {
    return "Object transport = HttpClientSseClientTransport.builder(\"%s\").sseEndpoint(\"%s\").build();"
        .formatted(base, path);
  }

  private static String newClient(String base, String path) {
    return legacyClient(base, path).replace("sseEndpoint", "endpoint");
  }

  @Test
  void aClientOfAServerThatStaysStaysToo() {
    String line = legacyClient("http://localhost", "/sse");
    rewriteRun(
        java(STUCK_SERVER),
        java(
            client(line),
            client(
                STAYS
                    + "the builder of HttpServletSseServerTransportProvider is not used in one chain of calls\n    "
                    + line)));
  }

  @Test
  void aClientOfAServerElsewhereMovesAllTheSame() {
    rewriteRun(
        java(STUCK_SERVER),
        java(
            client(legacyClient("https://mcp.example.com", "/sse")),
            moved(
                "// TODO mcp-migrate: make sure that https://mcp.example.com serves Streamable HTTP\n    "
                    + newClient("https://mcp.example.com", "/mcp"))));
  }

  @Test
  void thePathOfTheProjectsOwnServerBecomesItsMcpEndpoint() {
    rewriteRun(
        spec -> spec.recipe(new SseClientToStreamable("/api/mcp", null, null)),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

            class Server {
                Object transport = new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message", "/v1/events");
            }
            """),
        java(
            client(legacyClient("http://localhost", "/v1/events")),
            moved(newClient("http://localhost", "/api/mcp"))));
  }

  @Test
  void clientsFollowAServerThatKeepsItsUrl() {
    rewriteRun(
        spec -> spec.recipe(new SseClientToStreamable(null, true, null)),
        java(
            client(
                legacyClient("http://localhost", "/api/sse")
                    + "\n    Object other = HttpClientSseClientTransport.builder(\"http://localhost\").build();"),
            moved(
                newClient("http://localhost", "/api/sse")
                    + "\n    Object other = HttpClientSseClientTransport.builder(\"http://localhost\").endpoint(\"/sse\").build();")));
  }

  @Test
  void aServerThatSpringAiMakesMovesToo() {
    rewriteRun(
        gradle("1.1.2"),
        java(
            client(legacyClient("http://localhost", "/sse")),
            moved(newClient("http://localhost", "/mcp"))));
  }

  @Test
  void aServerOfASpringAiWithoutStreamableHttpStays() {
    String line = legacyClient("http://localhost", "/sse");
    rewriteRun(
        application(),
        gradle("1.0.0-M7'\n    implementation 'org.springframework.ai:spring-ai-core:1.0.0-M6"),
        java(
            client(line),
            client(
                STAYS
                    + "spring-ai-core is not among the artifacts of Spring AI "
                    + SpringAiVersion.FIRST_LINE
                    + ", the first line with Streamable HTTP: replace it, then run again\n    "
                    + line)));
  }

  @Test
  void aServerOfSpringAiThatCannotServeBothStays() {
    String line = legacyClient("http://localhost", "/sse");
    rewriteRun(
        spec -> spec.recipe(new SseClientToStreamable(null, null, "dual")),
        application(),
        buildGradle(
            """
            dependencies {
                runtimeOnly 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2'
            }
            """),
        java(
            client(line),
            client(
                STAYS
                    + "no place was found in build.gradle for io.github.mcpmigrate:mcp-compat-spring-boot-starter: "
                    + "add it there, then run again\n    "
                    + line)));
  }

  private static SourceSpecs application() {
    return properties(
        "server.port=0", file -> file.path("src/main/resources/application.properties"));
  }

  private static SourceSpecs gradle(String springAi) {
    return buildGradle(
        """
        plugins { id 'java' }
        dependencies {
            implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:%s'
        }
        """
            .formatted(springAi));
  }

  @Test
  void bothMigrationsMoveClients() {
    String line = legacyClient("http://localhost", "/sse");
    rewriteRun(
        spec -> spec.recipe(new MigrateToStreamableHttp(null, null, null)),
        java(client(line), moved(newClient("http://localhost", "/mcp"))));
    rewriteRun(
        spec -> spec.recipe(new MigrateToDualTransport(null, null, null, null)),
        java(client(line), moved(newClient("http://localhost", "/mcp"))));
  }

  @Test
  void clientsFollowAServerThatDropsHttpSse() {
    rewriteRun(
        spec ->
            spec.recipe(new SseClientToStreamable(null, null, "drop-legacy"))
                .parser(
                    JavaParser.fromJavaVersion()
                        .classpath(SdkJars.CURRENT)
                        .dependsOn(DualProviderStub.sources())),
        java(
            """
            import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;

            class Server {
                Object transport = HttpServletDualTransportProvider.builder()
                        .sseEndpoint("/sse")
                        .messageEndpoint("/message")
                        .mcpEndpoint("/api/mcp")
                        .build();
            }
            """),
        java(
            client(legacyClient("http://localhost", "/sse")),
            moved(newClient("http://localhost", "/api/mcp"))));
  }

  @Test
  void withoutSuchAServerDroppingMovesNothing() {
    rewriteRun(
        spec -> spec.recipe(new DropLegacySse()),
        java(client(legacyClient("http://localhost", "/sse"))));
  }

  @Test
  void theForecastSaysTheSame() {
    rewriteRun(
        spec ->
            spec.recipe(new FindLegacySse())
                .dataTable(
                    LegacySseUses.Row.class,
                    rows ->
                        assertThat(rows)
                            .filteredOn(row -> row.getConstruct().startsWith("HttpClient"))
                            .singleElement()
                            .satisfies(
                                row -> {
                                  assertThat(row.getAction()).isEqualTo("manual");
                                  assertThat(row.getReason()).contains("own server stays");
                                  assertThat(Path.of("..", row.getDocumentation())).exists();
                                })),
        java(STUCK_SERVER),
        java(client(legacyClient("http://localhost", "/sse"))));
  }

  @ParameterizedTest
  @EnumSource(io.github.mcpmigrate.recipes.Guide.class)
  void everyFindingHasAPage(io.github.mcpmigrate.recipes.Guide guide) {
    assertThat(guide.page().startsWith("https://") || Files.exists(Path.of("..", guide.page())))
        .isTrue();
  }
}

package io.github.mcpmigrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.groovy.Assertions.groovy;
import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.groovy.GroovyParser;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class FindLegacySseTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new FindLegacySse())
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY))
        .parser(GroovyParser.builder().classpath(SdkJars.LEGACY));
  }

  @DocumentExample
  @Test
  void listsEveryMentionAndChangesNothing() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(summaries(rows))
                        .containsExactly(
                            "Server.java:6:5 HttpServletSseServerTransportProvider, declared type, changed",
                            "Server.java:8:17 McpServerTransportProvider, declared type, changed",
                            "Server.java:9:25 new HttpServletSseServerTransportProvider(..), construction, changed",
                            "Server.java:10:63 HttpServletSseServerTransportProvider.DEFAULT_SSE_ENDPOINT, constant, changed",
                            "Server.java:11:16 HttpServletSseServerTransportProvider.builder(..), construction, changed")),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                HttpServletSseServerTransportProvider transport;

                Object wire(McpServerTransportProvider given) {
                    transport = new HttpServletSseServerTransportProvider(
                            new ObjectMapper(), "/message", /* as ever */ HttpServletSseServerTransportProvider.DEFAULT_SSE_ENDPOINT);
                    return HttpServletSseServerTransportProvider.builder().messageEndpoint("/message").build();
                }
            }
            """));
  }

  @Test
  void listsThePathsThatAreNamedElsewhere() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(summaries(rows))
                        .contains("Server.java:9:38 \"/message\", path, manual")
                        .hasSize(3)),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import org.eclipse.jetty.ee10.servlet.*;

            class Server {
                void start(ServletContextHandler context) {
                    HttpServletSseServerTransportProvider transport =
                            new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message");
                    context.setAttribute("name", "/message");
                }
            }
            """));
  }

  @Test
  void saysWhyAPersonHasToDecide() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows -> {
                  assertThat(summaries(rows))
                      .containsExactlyInAnyOrder(
                          "NotesServlet.java:4:28 NotesServlet extends HttpServletSseServerTransportProvider, subclass, manual",
                          "Client.java:4:24 HttpClientSseClientTransport.builder(..), construction, manual");
                  assertThat(rows)
                      .extracting(LegacySseUses.Row::getReason)
                      .anyMatch(reason -> reason.contains("cannot be extended any more"));
                  assertThat(rows)
                      .allMatch(row -> Files.exists(Path.of("..", row.getDocumentation())));
                }),
        java(
            """
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import io.modelcontextprotocol.spec.McpServerSession;

            class NotesServlet extends HttpServletSseServerTransportProvider {
                NotesServlet() {
                    super(null, "/message");
                }

                @Override
                public void setSessionFactory(McpServerSession.Factory factory) {}
            }
            """),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class Client {
                Object transport = HttpClientSseClientTransport.builder("http://localhost").build();
            }
            """));
  }

  @Test
  void aSourceThatIsNotJavaIsListedAsAWhole() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(summaries(rows))
                        .containsExactly(
                            "server.groovy:1:1 HttpServletSseServerTransportProvider, other language, manual")),
        groovy(
            """
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider

            def transport = HttpServletSseServerTransportProvider.builder().messageEndpoint("/message").build()
            """,
            source -> source.path("server.groovy")));
  }

  @Test
  void aTransportOfTheProjectsOwnMayBeAnything() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(summaries(rows))
                        .containsExactly(
                            "QueueTransport.java:5:33 QueueTransport implements McpServerTransportProvider, own transport, unknown")),
        java(
            """
            import io.modelcontextprotocol.spec.McpServerSession;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;
            import reactor.core.publisher.Mono;

            class QueueTransport implements McpServerTransportProvider {
                public void setSessionFactory(McpServerSession.Factory factory) {}
                public Mono<Void> notifyClients(String method, Object params) { return Mono.empty(); }
                public Mono<Void> closeGracefully() { return Mono.empty(); }
            }
            """));
  }

  @Test
  void aCopyInTheProjectIsManual() {
    rewriteRun(
        spec ->
            spec.parser(JavaParser.fromJavaVersion())
                .dataTable(
                    LegacySseUses.Row.class,
                    rows ->
                        assertThat(summaries(rows))
                            .containsExactly(
                                "Server.java:4:28 new HttpServletSseServerTransportProvider(..), construction, manual")),
        java(
            """
            package io.modelcontextprotocol.server.transport;

            public class HttpServletSseServerTransportProvider {}
            """),
        java(
            """
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

            class Server {
                Object transport = new HttpServletSseServerTransportProvider();
            }
            """));
  }

  @Test
  void findsNothingInServersOnStdioOrStreamableHttp() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                McpServerTransportProvider stdio = new StdioServerTransportProvider(McpJsonDefaults.getMapper());
                Object http = HttpServletStreamableServerTransportProvider.builder().build();
            }
            """));
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
}

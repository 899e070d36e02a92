package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class ParameterizeServerSpecificationTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new ParameterizeServerSpecification())
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  @DocumentExample
  @Test
  void variablesParametersFieldsAndResults() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpServer.AsyncSpecification;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                private AsyncSpecification async;

                McpServer.SyncSpecification start(McpServerTransportProvider transport) {
                    McpServer.SyncSpecification spec = McpServer.sync(transport);
                    return configure(spec);
                }

                McpServer.SyncSpecification configure(final McpServer.SyncSpecification spec) {
                    return spec.serverInfo("a", "1");
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpServer.AsyncSpecification;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                private AsyncSpecification<?> async;

                McpServer.SyncSpecification<?> start(McpServerTransportProvider transport) {
                    McpServer.SyncSpecification<?> spec = McpServer.sync(transport);
                    return configure(spec);
                }

                McpServer.SyncSpecification<?> configure(final McpServer.SyncSpecification<?> spec) {
                    return spec.serverInfo("a", "1");
                }
            }
            """));
  }

  @Test
  void doesNotTouchVar() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                void start(McpServerTransportProvider transport) {
                    var spec = McpServer.sync(transport);
                    spec.build();
                }
            }
            """));
  }

  @Test
  void doesNotTouchCodeForNewerSdks() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                void start(McpServerTransportProvider transport, McpServer.SyncSpecification raw) {
                    McpServer.SyncSpecification<?> spec = McpServer.sync(transport);
                }
            }
            """));
  }
}

package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** The steps of mcp-sdk-0.18.yml together. */
class McpSdk018Test implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipeFromResources("io.github.mcpmigrate.recipes.sdk.McpSdk018")
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  @DocumentExample
  @Test
  void progressNotificationsGotAMessage() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema;

            class Progress {
                McpSchema.ProgressNotification half(String token) {
                    return new McpSchema.ProgressNotification(token, 0.5, 1.0);
                }
            }
            """,
            """
            import io.modelcontextprotocol.spec.McpSchema;

            class Progress {
                McpSchema.ProgressNotification half(String token) {
                    return new McpSchema.ProgressNotification(token, 0.5, 1.0, null);
                }
            }
            """));
  }

  @Test
  void serverStaysOnItsTransport() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

            class Server {
                void start() {
                    McpServer.SyncSpecification spec = McpServer.sync(
                            new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message"));
                    spec.objectMapper(new ObjectMapper()).build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

            class Server {
                void start() {
                    McpServer.SyncSpecification<?> spec = McpServer.sync(
                            HttpServletSseServerTransportProvider.builder()
                                    .messageEndpoint("/message")
                                    .build());
                    spec.build();
                }
            }
            """));
  }

  @Test
  void doesNotTouchWhatIsOnlyDeprecated() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
            import io.modelcontextprotocol.spec.McpSchema;
            import java.util.List;

            class Server {
                McpSchema.Resource all = new McpSchema.Resource("notes://all", "All", "All notes", "text/plain", null);
                McpSchema.Prompt prompt = new McpSchema.Prompt("review", "Reviews", List.of());

                SyncToolSpecification specification(McpSchema.Tool tool) {
                    return new SyncToolSpecification(tool, (exchange, arguments) -> new McpSchema.CallToolResult("done", false));
                }
            }
            """));
  }

  @Test
  void doesNotTouchCurrentCode() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema;

            class Progress {
                McpSchema.ProgressNotification half = new McpSchema.ProgressNotification("token", 0.5, 1.0, null);
            }
            """));
  }
}

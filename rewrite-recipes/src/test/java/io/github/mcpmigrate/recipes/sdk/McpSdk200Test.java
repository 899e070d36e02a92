package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.SourceCompiler;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** The steps of mcp-sdk-2.0.yml together. */
class McpSdk200Test implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipeFromResources("io.github.mcpmigrate.recipes.sdk.McpSdk200")
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("1.1")))
        .afterRecipe(SourceCompiler.compilesWith("2.1"));
  }

  @DocumentExample
  @Test
  void requestsAreBuiltBeforehand() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            class Clients {
                Object expression = HttpClientStreamableHttpTransport.builder("http://localhost:8080")
                        .customizeRequest(request -> request.header("X-Tenant", "a"))
                        .build();
                Object block = HttpClientSseClientTransport.builder("http://localhost:8080").customizeRequest(builder -> {
                    builder.header("X-Tenant", "a");
                    builder.header("X-Trace", "b");
                }).build();
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            import java.net.http.HttpRequest;

            class Clients {
                Object expression = HttpClientStreamableHttpTransport.builder("http://localhost:8080")
                        .requestBuilder(HttpRequest.newBuilder().header("X-Tenant", "a"))
                        .build();
                Object block = HttpClientSseClientTransport.builder("http://localhost:8080").requestBuilder(HttpRequest.newBuilder().header("X-Tenant", "a").header("X-Trace", "b")).build();
            }
            """));
  }

  @Test
  void schemasAreMaps() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpSchema.Tool;
            import java.util.Map;

            class Schemas {
                Tool tool(McpSchema.JsonSchema schema) {
                    return new Tool("add", null, "Adds", schema, null, null, null);
                }

                Map<String, Object> properties(Tool tool) {
                    System.out.println(tool.inputSchema());
                    McpSchema.JsonSchema schema = tool.inputSchema();
                    return tool.inputSchema().properties();
                }
            }
            """,
            """
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpSchema.Tool;
            import java.util.Map;

            class Schemas {
                Tool tool(McpSchema.JsonSchema schema) {
                    return Tool.builder()
                            .name("add")
                            .description("Adds")
                            .inputSchema(schema)
                            .build();
                }

                Map<String, Object> properties(Tool tool) {
                    System.out.println(tool.inputSchema());
                    McpSchema.JsonSchema schema = McpJsonDefaults.getMapper().convertValue(tool.inputSchema(), McpSchema.JsonSchema.class);
                    return McpJsonDefaults.getMapper().convertValue(tool.inputSchema(), McpSchema.JsonSchema.class).properties();
                }
            }
            """));
  }

  @Test
  void elicitationsHaveForms() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.McpClient;
            import io.modelcontextprotocol.server.McpSyncServerExchange;
            import io.modelcontextprotocol.spec.McpClientTransport;
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpSchema.ElicitRequest;
            import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
            import java.util.Map;

            class Elicitations {
                Object ask(McpSyncServerExchange exchange) {
                    exchange.createElicitation(new ElicitRequest("Name?", Map.of()));
                    return exchange.createElicitation(ElicitRequest.builder().message("Name?").requestedSchema(Map.of()).build());
                }

                Object client(McpClientTransport transport) {
                    return McpClient.sync(transport).elicitation((ElicitRequest request) -> answer(request)).build();
                }

                private ElicitResult answer(McpSchema.ElicitRequest request) {
                    return new ElicitResult(ElicitResult.Action.ACCEPT, request.requestedSchema());
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.McpClient;
            import io.modelcontextprotocol.server.McpSyncServerExchange;
            import io.modelcontextprotocol.spec.McpClientTransport;
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
            import java.util.Map;

            class Elicitations {
                Object ask(McpSyncServerExchange exchange) {
                    exchange.createElicitation(new McpSchema.ElicitFormRequest("Name?", Map.of(), null));
                    return exchange.createElicitation(McpSchema.ElicitRequest.builder().message("Name?").requestedSchema(Map.of()).build());
                }

                Object client(McpClientTransport transport) {
                    return McpClient.sync(transport).elicitation((McpSchema.ElicitFormRequest request) -> answer(request)).build();
                }

                private ElicitResult answer(McpSchema.ElicitFormRequest request) {
                    return new ElicitResult(ElicitResult.Action.ACCEPT, request.requestedSchema());
                }
            }
            """));
  }

  @Test
  void doesNotTouchTheInterfaceOfElicitations() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("2.1"))),
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.ElicitRequest;
            import java.util.Map;

            class Elicitations {
                ElicitRequest request = ElicitRequest.builder().message("Name?").requestedSchema(Map.of()).build();

                String message(ElicitRequest request) {
                    return request.message();
                }
            }
            """));
  }

  @Test
  void whatIsNotSureIsLeftToAPerson() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
            import java.net.http.HttpRequest;
            import java.util.function.Consumer;

            class Clients {
                Object client(Consumer<HttpRequest.Builder> customizer) {
                    return HttpClientStreamableHttpTransport.builder("http://localhost:8080").customizeRequest(customizer).build();
                }

                Object result = new CreateMessageResult.Builder();
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
            import java.net.http.HttpRequest;
            import java.util.function.Consumer;

            class Clients {
                Object client(Consumer<HttpRequest.Builder> customizer) {
                    // TODO mcp-migrate: customizeRequest is gone since SDK 2.0, use requestBuilder or httpRequestCustomizer
                    return HttpClientStreamableHttpTransport.builder("http://localhost:8080").customizeRequest(customizer).build();
                }

                // TODO mcp-migrate: since SDK 2.0 CreateMessageResult.builder(..) makes this builder
                Object result = new CreateMessageResult.Builder();
            }
            """));
  }

  @Test
  void whatClosingReturnedIsLeftToAPerson() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.McpStatelessSyncServer;

            class Servers {
                Object close(McpStatelessSyncServer server) {
                    return server.closeGracefully();
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.McpStatelessSyncServer;

            class Servers {
                Object close(McpStatelessSyncServer server) {
                    // TODO mcp-migrate: since SDK 2.0 this returns nothing, and has closed the server when it returns
                    return server.closeGracefully();
                }
            }
            """));
  }

  @Test
  void doesNotTouchServersThatAreClosed() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.McpStatelessAsyncServer;
            import io.modelcontextprotocol.server.McpStatelessSyncServer;

            class Servers {
                void close(McpStatelessSyncServer server, McpStatelessAsyncServer other) {
                    server.closeGracefully();
                    other.closeGracefully().block();
                    server.close();
                }
            }
            """));
  }

  @Test
  void doesNotTouchCurrentCode() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("2.1"))),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import io.modelcontextprotocol.spec.McpSchema.Tool;
            import java.net.http.HttpRequest;
            import java.util.Map;

            class Current {
                Object client = HttpClientStreamableHttpTransport.builder("http://localhost:8080")
                        .requestBuilder(HttpRequest.newBuilder().header("X-Tenant", "a"))
                        .build();
                Tool tool = new Tool("add", null, "Adds", Map.of("type", "object"), null, null, null);
                Map<String, Object> schema = tool.inputSchema();
            }
            """));
  }

  @Test
  void doesNotTouchOwnMethodsOfTheSameName() {
    rewriteRun(
        java(
            """
            import java.net.http.HttpRequest;
            import java.util.function.Consumer;

            class Own {
                record Tool(Object inputSchema) {}

                Own customizeRequest(Consumer<HttpRequest.Builder> customizer) {
                    return customizeRequest(request -> request.header("X-Tenant", "a"));
                }

                Object schema = new Tool("{}").inputSchema();
            }
            """));
  }

  @Test
  void doesNotTouchSchemasThatArePassedOn() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.Tool;

            class Schemas {
                String text(Tool tool) {
                    return String.valueOf(tool.inputSchema());
                }
            }
            """));
  }
}

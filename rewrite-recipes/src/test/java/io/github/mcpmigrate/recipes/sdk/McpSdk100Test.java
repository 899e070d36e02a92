package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.SourceCompiler;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** The steps of mcp-sdk-1.0.yml together. */
class McpSdk100Test implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipeFromResources("io.github.mcpmigrate.recipes.sdk.McpSdk100")
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT))
        .afterRecipe(SourceCompiler.compilesWith("1.1", "2.1"));
  }

  @DocumentExample
  @Test
  void toolHandlersGetTheRequest() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
            import io.modelcontextprotocol.server.McpSyncServerExchange;
            import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
            import io.modelcontextprotocol.spec.McpSchema.Tool;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;
            import java.util.List;
            import java.util.Map;
            import java.util.function.BiFunction;

            class Server {
                private final BiFunction<McpSyncServerExchange, Map<String, Object>, CallToolResult> field = (exchange, args) -> null;

                void start(McpServerTransportProvider transport, Tool tool, String request) {
                    McpServer.sync(transport)
                            .tool(tool, (exchange, args) -> new CallToolResult("sum: " + args.get("a"), false))
                            .tools(
                                    new SyncToolSpecification(tool, (exchange, args) -> {
                                        Object a = args.get("a");
                                        return new CallToolResult(a + " and " + args.get("b"), null);
                                    }),
                                    new SyncToolSpecification(tool, this::echo),
                                    new SyncToolSpecification(tool, field),
                                    new SyncToolSpecification(tool, null, (exchange, call) -> null))
                            .build();
                }

                SyncToolSpecification typed(Tool tool) {
                    return new SyncToolSpecification(tool, (McpSyncServerExchange exchange, Map<String, Object> request) ->
                            echo(exchange, request));
                }

                private CallToolResult echo(McpSyncServerExchange exchange, Map<String, Object> args) {
                    return new CallToolResult(List.of(), true);
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
            import io.modelcontextprotocol.server.McpSyncServerExchange;
            import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
            import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
            import io.modelcontextprotocol.spec.McpSchema.Tool;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;
            import java.util.List;
            import java.util.Map;
            import java.util.function.BiFunction;

            class Server {
                private final BiFunction<McpSyncServerExchange, Map<String, Object>, CallToolResult> field = (exchange, args) -> null;

                void start(McpServerTransportProvider transport, Tool tool, String request) {
                    McpServer.sync(transport)
                            .toolCall(tool, (exchange, callRequest) -> CallToolResult.builder()
                                    .addTextContent("sum: " + callRequest.arguments().get("a"))
                                    .isError(false)
                                    .build())
                            .tools(
                                    new SyncToolSpecification(tool, (exchange, callRequest) -> {
                                        Map<String, Object> args = callRequest.arguments();
                                        Object a = args.get("a");
                                        return CallToolResult.builder()
                                                .addTextContent(a + " and " + args.get("b"))
                                                .build();
                                    }),
                                    new SyncToolSpecification(tool, (exchange, callRequest) -> echo(exchange, callRequest.arguments())),
                                    new SyncToolSpecification(tool, (exchange, callRequest) -> field.apply(exchange, callRequest.arguments())),
                                    new SyncToolSpecification(tool, (exchange, call) -> null))
                            .build();
                }

                SyncToolSpecification typed(Tool tool) {
                    return new SyncToolSpecification(tool, (McpSyncServerExchange exchange, CallToolRequest request) ->
                            echo(exchange, request.arguments()));
                }

                private CallToolResult echo(McpSyncServerExchange exchange, Map<String, Object> args) {
                    return CallToolResult.builder()
                            .content(List.of())
                            .isError(true)
                            .build();
                }
            }
            """));
  }

  @Test
  void schemaConstructorsBecomeBuilders() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.json.McpJsonMapper;
            import io.modelcontextprotocol.json.jackson.JacksonMcpJsonMapper;
            import io.modelcontextprotocol.spec.McpError;
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpSchema.TextContent;
            import java.util.List;

            class Contents {
                McpSchema.Resource all = new McpSchema.Resource("notes://all", "All", "All notes", "text/plain", null);
                TextContent text = new TextContent(null, null, "text");
                TextContent important = new TextContent(List.of(McpSchema.Role.USER), 1.0, "text");
                McpSchema.ImageContent image = new McpSchema.ImageContent(null, 0.5, "data", "image/png");
                McpSchema.EmbeddedResource embedded = new McpSchema.EmbeddedResource(null, null, null);
                McpJsonMapper mapper = new JacksonMcpJsonMapper(new com.fasterxml.jackson.databind.ObjectMapper());
                String version = McpSchema.LATEST_PROTOCOL_VERSION;

                void fail(Exception cause) {
                    if (cause == null) {
                        throw new McpError("no cause");
                    }
                    throw new McpError(cause);
                }
            }
            """,
            """
            import io.modelcontextprotocol.json.McpJsonMapper;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
            import io.modelcontextprotocol.spec.McpError;
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpSchema.Annotations;
            import io.modelcontextprotocol.spec.McpSchema.TextContent;
            import io.modelcontextprotocol.spec.ProtocolVersions;

            import java.util.List;

            class Contents {
                McpSchema.Resource all = McpSchema.Resource.builder()
                        .uri("notes://all")
                        .name("All")
                        .description("All notes")
                        .mimeType("text/plain")
                        .build();
                TextContent text = new TextContent("text");
                TextContent important = new TextContent(new Annotations(List.of(McpSchema.Role.USER), 1.0), "text");
                McpSchema.ImageContent image = new McpSchema.ImageContent(new Annotations(null, 0.5), "data", "image/png");
                McpSchema.EmbeddedResource embedded = new McpSchema.EmbeddedResource(null, null);
                McpJsonMapper mapper = new JacksonMcpJsonMapper(new com.fasterxml.jackson.databind.ObjectMapper());
                String version = ProtocolVersions.MCP_2025_11_25;

                void fail(Exception cause) {
                    if (cause == null) {
                        throw McpError.builder(McpSchema.ErrorCodes.INTERNAL_ERROR).message("no cause").build();
                    }
                    throw McpError.builder(McpSchema.ErrorCodes.INTERNAL_ERROR).message(String.valueOf(cause)).build();
                }
            }
            """));
  }

  @Test
  void springTransportsAreSpringAis() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import io.modelcontextprotocol.client.transport.WebFluxSseClientTransport;
            import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;

            class Transports {
                WebFluxSseClientTransport.Builder client;
                HttpClientSseClientTransport.Builder jdk = new HttpClientSseClientTransport.Builder("http://localhost:8080");

                WebMvcSseServerTransportProvider server() {
                    return WebMvcSseServerTransportProvider.builder().messageEndpoint("/message").build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import org.springframework.ai.mcp.client.webflux.transport.WebFluxSseClientTransport;
            import org.springframework.ai.mcp.server.webmvc.transport.WebMvcSseServerTransportProvider;

            class Transports {
                WebFluxSseClientTransport.Builder client;
                HttpClientSseClientTransport.Builder jdk = HttpClientSseClientTransport.builder("http://localhost:8080");

                WebMvcSseServerTransportProvider server() {
                    return WebMvcSseServerTransportProvider.builder().messageEndpoint("/message").build();
                }
            }
            """));
  }

  @Test
  void whatIsNotSureIsLeftToAPerson() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
            import io.modelcontextprotocol.server.McpSyncServer;
            import io.modelcontextprotocol.spec.McpSchema;

            class Server {
                Object call(SyncToolSpecification tool) {
                    return tool.call().apply(null, null);
                }

                void log(McpSyncServer server, McpSchema.LoggingMessageNotification message) {
                    server.loggingNotification(message);
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
            import io.modelcontextprotocol.server.McpSyncServer;
            import io.modelcontextprotocol.spec.McpSchema;

            class Server {
                Object call(SyncToolSpecification tool) {
                    // TODO mcp-migrate: since SDK 1.0 a tool has a callHandler(), which takes a CallToolRequest
                    return tool.call().apply(null, null);
                }

                void log(McpSyncServer server, McpSchema.LoggingMessageNotification message) {
                    // TODO mcp-migrate: since SDK 1.0 only an exchange sends log messages, to its own client
                    server.loggingNotification(message);
                }
            }
            """));
  }

  @Test
  void innardsOfSessionsAreLeftToAPerson() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpClientSession;
            import io.modelcontextprotocol.spec.McpClientTransport;
            import java.time.Duration;
            import java.util.Map;

            class Sessions {
                Object session(McpClientTransport transport) {
                    return new McpClientSession(Duration.ofSeconds(1), transport, Map.of(), Map.of());
                }
            }
            """,
            """
            import io.modelcontextprotocol.spec.McpClientSession;
            import io.modelcontextprotocol.spec.McpClientTransport;
            import java.time.Duration;
            import java.util.Map;

            class Sessions {
                Object session(McpClientTransport transport) {
                    // TODO mcp-migrate: since SDK 1.0 a client's session has a fifth argument, an operator on its connection
                    return new McpClientSession(Duration.ofSeconds(1), transport, Map.of(), Map.of());
                }
            }
            """));
  }

  @Test
  void doesNotTouchSessionsOfToday() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpClientSession;
            import io.modelcontextprotocol.spec.McpClientTransport;
            import java.time.Duration;
            import java.util.Map;
            import java.util.function.Function;

            class Sessions {
                Object session(McpClientTransport transport) {
                    return new McpClientSession(Duration.ofSeconds(1), transport, Map.of(), Map.of(), Function.identity());
                }
            }
            """));
  }

  @Test
  void doesNotTouchCurrentCode() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("1.1"))),
        java(
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
            import io.modelcontextprotocol.spec.McpError;
            import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
            import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
            import io.modelcontextprotocol.spec.McpSchema.TextContent;
            import io.modelcontextprotocol.spec.McpSchema.Tool;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                void start(McpServerTransportProvider transport, Tool tool, JSONRPCError error) {
                    McpServer.sync(transport)
                            .toolCall(tool, (exchange, request) -> CallToolResult.builder().addContent(new TextContent("text")).build())
                            .tools(new SyncToolSpecification(tool, (exchange, request) -> {
                                throw new McpError(error);
                            }))
                            .build();
                }
            }
            """));
  }

  @Test
  void doesNotTouchOwnMethodsOfTheSameName() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.McpSyncServerExchange;
            import io.modelcontextprotocol.spec.McpSchema;
            import java.util.Map;
            import java.util.function.BiFunction;

            class Own {
                record TextContent(Object audience, Double priority, String text) {}

                Own tool(McpSchema.Tool tool, BiFunction<McpSyncServerExchange, Map<String, Object>, McpSchema.CallToolResult> handler) {
                    return tool(tool, (exchange, args) -> null);
                }

                TextContent content = new TextContent(null, null, "text");
            }
            """));
  }

  @Test
  void doesNotTouchErrorsOfACode() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpError;
            import io.modelcontextprotocol.spec.McpSchema;

            class Errors {
                McpError error = McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS).message("a").build();
            }
            """));
  }

  @Test
  void doesNotTouchServersOfOtherTransports() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;

            class Servers {
                HttpServletSseServerTransportProvider servlet;
                StdioServerTransportProvider stdio;
            }
            """));
  }
}

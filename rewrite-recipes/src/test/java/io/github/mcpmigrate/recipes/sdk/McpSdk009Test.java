package io.github.mcpmigrate.recipes.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.SourceCompiler;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** The steps of mcp-sdk-0.9.yml together. */
class McpSdk009Test implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipeFromResources("io.github.mcpmigrate.recipes.sdk.McpSdk009")
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.7")))
        .afterRecipe(SourceCompiler.compilesWith("0.9"));
  }

  @DocumentExample
  @Test
  void registrationsBecomeSpecifications() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpServerFeatures;
            import io.modelcontextprotocol.server.McpServerFeatures.SyncToolRegistration;
            import io.modelcontextprotocol.server.McpSyncServer;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransport;
            import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
            import io.modelcontextprotocol.spec.McpSchema.Content;
            import io.modelcontextprotocol.spec.McpSchema.TextContent;
            import io.modelcontextprotocol.spec.McpSchema.Tool;
            import io.modelcontextprotocol.spec.ServerMcpTransport;
            import java.util.List;
            import java.util.Map;

            class Server {
                private final HttpServletSseServerTransport transport =
                        new HttpServletSseServerTransport(new ObjectMapper(), "/message", "/events");

                McpSyncServer start(ServerMcpTransport other, McpServerFeatures.SyncPromptRegistration prompt) {
                    McpServer.SyncSpec spec = McpServer.sync(transport);
                    SyncToolRegistration add = new SyncToolRegistration(
                            new Tool("add", "Adds", "{}"),
                            args -> new CallToolResult(List.<Content>of(
                                    new TextContent(null, null, "text", "sum: " + args.get("a"))), false));
                    McpSyncServer server = spec.tools(add)
                            .tool(new Tool("echo", "Echoes", "{}"), this::echo)
                            .prompts(prompt)
                            .rootsChangeConsumer(roots -> System.out.println(roots))
                            .build();
                    server.addTool(new SyncToolRegistration(new Tool("now", "Tells the time", "{}"), (Map<String, Object> args) -> {
                        server.listRoots();
                        return echo(args);
                    }));
                    return server;
                }

                private CallToolResult echo(Map<String, Object> args) {
                    return new CallToolResult(List.of(), false);
                }
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpServerFeatures;
            import io.modelcontextprotocol.server.McpSyncServer;
            import io.modelcontextprotocol.server.McpSyncServerExchange;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
            import io.modelcontextprotocol.spec.McpSchema.Content;
            import io.modelcontextprotocol.spec.McpSchema.TextContent;
            import io.modelcontextprotocol.spec.McpSchema.Tool;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            import java.util.List;
            import java.util.Map;

            class Server {
                private final HttpServletSseServerTransportProvider transport =
                        new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message", "/events");

                McpSyncServer start(McpServerTransportProvider other, McpServerFeatures.SyncPromptSpecification prompt) {
                    McpServer.SyncSpecification spec = McpServer.sync(transport);
                    McpServerFeatures.SyncToolSpecification add = new McpServerFeatures.SyncToolSpecification(
                            new Tool("add", "Adds", "{}"),
                            (exchange, args) -> new CallToolResult(List.<Content>of(
                                    new TextContent(null, null, "sum: " + args.get("a"))), false));
                    McpSyncServer server = spec.tools(add)
                            .tool(new Tool("echo", "Echoes", "{}"), (exchange, arguments) -> echo(arguments))
                            .prompts(prompt)
                            .rootsChangeHandler((exchange, roots) -> System.out.println(roots))
                            .build();
                    server.addTool(new McpServerFeatures.SyncToolSpecification(new Tool("now", "Tells the time", "{}"), (McpSyncServerExchange exchange, Map<String, Object> args) -> {
                        exchange.listRoots();
                        return echo(args);
                    }));
                    return server;
                }

                private CallToolResult echo(Map<String, Object> args) {
                    return new CallToolResult(List.of(), false);
                }
            }
            """));
  }

  @Test
  void asynchronousServers() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpServerFeatures.AsyncResourceRegistration;
            import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolRegistration;
            import io.modelcontextprotocol.server.transport.StdioServerTransport;
            import io.modelcontextprotocol.spec.ClientMcpTransport;
            import io.modelcontextprotocol.spec.McpSchema;
            import java.util.List;
            import java.util.Map;
            import java.util.function.Function;
            import reactor.core.publisher.Mono;

            class Server {
                private final Function<McpSchema.ReadResourceRequest, Mono<McpSchema.ReadResourceResult>> reader =
                        request -> Mono.empty();

                void start(String exchange, ClientMcpTransport client) {
                    McpServer.async(new StdioServerTransport())
                            .tools(List.of(new AsyncToolRegistration(null, args -> Mono.just(new McpSchema.CallToolResult(List.of(), false)))))
                            .resources(new AsyncResourceRegistration(null, reader))
                            .rootsChangeConsumers(List.of())
                            .build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpServerFeatures;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
            import io.modelcontextprotocol.spec.McpClientTransport;
            import io.modelcontextprotocol.spec.McpSchema;
            import java.util.List;
            import java.util.Map;
            import java.util.function.Function;
            import reactor.core.publisher.Mono;

            class Server {
                private final Function<McpSchema.ReadResourceRequest, Mono<McpSchema.ReadResourceResult>> reader =
                        request -> Mono.empty();

                void start(String exchange, McpClientTransport client) {
                    McpServer.async(new StdioServerTransportProvider())
                            .tools(List.of(new McpServerFeatures.AsyncToolSpecification(null, (mcpExchange, args) -> Mono.just(new McpSchema.CallToolResult(List.of(), false)))))
                            .resources(new McpServerFeatures.AsyncResourceSpecification(null, (mcpExchange, request) -> reader.apply(request)))
                            .rootsChangeHandlers(List.of())
                            .build();
                }
            }
            """));
  }

  @Test
  void whatIsNotSureIsLeftToAPerson() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.McpServerFeatures.SyncToolRegistration;
            import io.modelcontextprotocol.server.McpSyncServer;
            import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
            import java.util.Map;
            import java.util.function.Function;

            class Server {
                SyncToolRegistration made = new SyncToolRegistration(null, make());
                SyncToolRegistration anonymous = new SyncToolRegistration(null, new Function<Map<String, Object>, CallToolResult>() {
                    @Override
                    public CallToolResult apply(Map<String, Object> args) {
                        return null;
                    }
                });

                private static Function<Map<String, Object>, CallToolResult> make() {
                    return args -> null;
                }

                Object roots(McpSyncServer server) {
                    return server.listRoots();
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServerFeatures;
            import io.modelcontextprotocol.server.McpSyncServer;
            import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
            import java.util.Map;
            import java.util.function.Function;

            class Server {
                // TODO mcp-migrate: what makes this handler now runs at every call, keep its result in a variable if that matters
                McpServerFeatures.SyncToolSpecification made = new McpServerFeatures.SyncToolSpecification(null, (exchange, arguments) -> make().apply(arguments));
                // TODO mcp-migrate: since SDK 0.8 handlers get an exchange before what they got
                McpServerFeatures.SyncToolSpecification anonymous = new McpServerFeatures.SyncToolSpecification(null, new Function<Map<String, Object>, CallToolResult>() {
                    @Override
                    public CallToolResult apply(Map<String, Object> args) {
                        return null;
                    }
                });

                private static Function<Map<String, Object>, CallToolResult> make() {
                    return args -> null;
                }

                Object roots(McpSyncServer server) {
                    // TODO mcp-migrate: since SDK 0.8 a server has many clients, ask the one of the exchange that a handler gets
                    return server.listRoots();
                }
            }
            """));
  }

  @Test
  void ownTransportsKeepTheirInterface() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(row -> row.getLine() + " " + row.getShape())
                        .containsExactlyInAnyOrder("3 own transport", "3 own transport")),
        java(
            """
            import io.modelcontextprotocol.spec.ServerMcpTransport;

            abstract class Own implements ServerMcpTransport {
                ServerMcpTransport other;
            }
            """,
            """
            import io.modelcontextprotocol.spec.ServerMcpTransport;

            // TODO mcp-migrate: a transport of this project's own, written against ServerMcpTransport: since SDK 0.9 it is McpServerTransportProvider, which has other methods
            abstract class Own implements ServerMcpTransport {
                ServerMcpTransport other;
            }
            """),
        java(
            """
            import io.modelcontextprotocol.spec.ClientMcpTransport;

            abstract class OwnClient implements ClientMcpTransport {
            }
            """,
            """
            import io.modelcontextprotocol.spec.ClientMcpTransport;

            // TODO mcp-migrate: a transport of this project's own, written against ClientMcpTransport: since SDK 0.9 it is McpClientTransport, which has other methods
            abstract class OwnClient implements ClientMcpTransport {
            }
            """));
  }

  @Test
  void doesNotTouchOwnInterfacesOfTheSameName() {
    rewriteRun(
        java(
            """
            package com.example;

            interface ServerMcpTransport {}

            class Own implements ServerMcpTransport {}
            """));
  }

  @Test
  void doesNotTouchTransportsOfToday() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.spec.McpClientTransport;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            abstract class Own implements McpServerTransportProvider {
                McpClientTransport client;
            }
            """));
  }

  @Test
  void doesNotTouchSpecifications() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.8"))),
        java(
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;
            import java.util.List;

            class Server {
                Object start(McpServerTransportProvider transport) {
                    return McpServer.sync(transport)
                            .tools(new SyncToolSpecification(null, (exchange, args) -> new McpSchema.CallToolResult(
                                    List.of(new McpSchema.TextContent(List.of(), 1.0, "text")), false)))
                            .rootsChangeHandler((exchange, roots) -> exchange.listRoots())
                            .build();
                }
            }
            """));
  }

  @Test
  void doesNotTouchFunctionsThatAreNoHandlers() {
    rewriteRun(
        java(
            """
            import java.util.Map;
            import java.util.function.Function;

            class Own {
                record SyncToolRegistration(String tool, Function<Map<String, Object>, String> call) {}

                SyncToolRegistration add = new SyncToolRegistration("add", args -> "sum");

                Own rootsChangeConsumer(Function<Map<String, Object>, String> consumer) {
                    return rootsChangeConsumer(args -> "");
                }
            }
            """));
  }
}

package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.SourceCompiler;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** The steps of mcp-sdk-0.13.yml together. */
class McpSdk013Test implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipeFromResources("io.github.mcpmigrate.recipes.sdk.McpSdk013")
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.12")))
        .afterRecipe(SourceCompiler.compilesWith("0.18"));
  }

  @DocumentExample
  @Test
  void toolsAreBuilt() {
    rewriteRun(
        spec -> spec.afterRecipe(SourceCompiler.compilesWith("1.1", "2.1")),
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpSchema.Tool;
            import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;

            class Tools {
                private static final String SCHEMA = "{}";

                Tool text = new Tool("add", "Adds", SCHEMA);
                Tool noDescription = new Tool("add", null, SCHEMA);
                McpSchema.Tool qualified = new McpSchema.Tool("add", "Adds", SCHEMA);

                Tool schema(McpSchema.JsonSchema schema, ToolAnnotations annotations) {
                    return new Tool("add", "Adds", schema, annotations);
                }

                Tool all(ToolAnnotations annotations) {
                    return new Tool("add", "Add", "Adds", SCHEMA, "{}", annotations);
                }
            }
            """,
            """
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpSchema.Tool;
            import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;

            class Tools {
                private static final String SCHEMA = "{}";

                Tool text = Tool.builder()
                        .name("add")
                        .description("Adds")
                        .inputSchema(McpJsonDefaults.getMapper(), SCHEMA)
                        .build();
                Tool noDescription = Tool.builder()
                        .name("add")
                        .inputSchema(McpJsonDefaults.getMapper(), SCHEMA)
                        .build();
                McpSchema.Tool qualified = McpSchema.Tool.builder()
                        .name("add")
                        .description("Adds")
                        .inputSchema(McpJsonDefaults.getMapper(), SCHEMA)
                        .build();

                Tool schema(McpSchema.JsonSchema schema, ToolAnnotations annotations) {
                    return Tool.builder()
                            .name("add")
                            .description("Adds")
                            .inputSchema(schema)
                            .annotations(annotations)
                            .build();
                }

                Tool all(ToolAnnotations annotations) {
                    return Tool.builder()
                            .name("add")
                            .title("Add")
                            .description("Adds")
                            .inputSchema(McpJsonDefaults.getMapper(), SCHEMA)
                            .outputSchema(McpJsonDefaults.getMapper(), "{}")
                            .annotations(annotations)
                            .build();
                }
            }
            """));
  }

  @Test
  void jsonGivenAsTextNamesItsMapper() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
            import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
            import io.modelcontextprotocol.spec.McpSchema.Tool;

            class Tools {
                Tool tool = Tool.builder()
                        .name("add")
                        .inputSchema("{}") // any
                        .outputSchema("{}")
                        .build();
                CallToolRequest request = new CallToolRequest("add", "{\\"a\\": 1}");
                CallToolRequest built = CallToolRequest.builder().name("add").arguments("{}").build();
                CallToolResult result = CallToolResult.builder().structuredContent("{}").build();
            }
            """,
            """
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
            import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
            import io.modelcontextprotocol.spec.McpSchema.Tool;

            class Tools {
                Tool tool = Tool.builder()
                        .name("add")
                        .inputSchema(McpJsonDefaults.getMapper(), "{}") // any
                        .outputSchema(McpJsonDefaults.getMapper(), "{}")
                        .build();
                CallToolRequest request = new CallToolRequest(McpJsonDefaults.getMapper(), "add", "{\\"a\\": 1}");
                CallToolRequest built = CallToolRequest.builder().name("add").arguments(McpJsonDefaults.getMapper(), "{}").build();
                CallToolResult result = CallToolResult.builder().structuredContent(McpJsonDefaults.getMapper(), "{}").build();
            }
            """));
  }

  @Test
  void transportsAreBuilt() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import io.modelcontextprotocol.client.transport.ServerParameters;
            import io.modelcontextprotocol.client.transport.StdioClientTransport;
            import io.modelcontextprotocol.client.transport.WebFluxSseClientTransport;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
            import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;
            import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
            import java.net.http.HttpClient;
            import org.springframework.web.reactive.function.client.WebClient;

            class Transports {
                Object mvc(ObjectMapper mapper) {
                    return new WebMvcSseServerTransportProvider(mapper, "/message");
                }

                Object flux = new WebFluxSseServerTransportProvider(new ObjectMapper(), "/base", "/message", "/events");
                Object client = new HttpClientSseClientTransport("http://localhost:8080");
                Object custom = new HttpClientSseClientTransport(HttpClient.newBuilder(), "http://localhost:8080", "/events", new ObjectMapper());
                Object webClient = new WebFluxSseClientTransport(WebClient.builder().baseUrl("http://localhost:8080"));
                Object stdio = new StdioServerTransportProvider();
                Object process = new StdioClientTransport(ServerParameters.builder("npx")
                        .args("server")
                        .build());
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import io.modelcontextprotocol.client.transport.ServerParameters;
            import io.modelcontextprotocol.client.transport.StdioClientTransport;
            import io.modelcontextprotocol.client.transport.WebFluxSseClientTransport;
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
            import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;
            import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
            import java.net.http.HttpClient;
            import org.springframework.web.reactive.function.client.WebClient;

            class Transports {
                Object mvc(ObjectMapper mapper) {
                    return WebMvcSseServerTransportProvider.builder()
                            .jsonMapper(new JacksonMcpJsonMapper(mapper))
                            .messageEndpoint("/message")
                            .build();
                }

                Object flux = WebFluxSseServerTransportProvider.builder()
                        .basePath("/base")
                        .sseEndpoint("/events")
                        .messageEndpoint("/message")
                        .build();
                Object client = HttpClientSseClientTransport.builder("http://localhost:8080").build();
                Object custom = HttpClientSseClientTransport.builder("http://localhost:8080")
                        .clientBuilder(HttpClient.newBuilder())
                        .sseEndpoint("/events")
                        .build();
                Object webClient = WebFluxSseClientTransport.builder(WebClient.builder().baseUrl("http://localhost:8080")).build();
                Object stdio = new StdioServerTransportProvider(McpJsonDefaults.getMapper());
                Object process = new StdioClientTransport(ServerParameters.builder("npx")
                        .args("server")
                        .build(), McpJsonDefaults.getMapper());
            }
            """));
  }

  @Test
  void textBlockKeepsItsText() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.Tool;

            class Tools {
                Tool add = new Tool("add", "Adds", \"""
                    {
                      "type": "object"
                    }
                    \""");
            }
            """,
            """
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.spec.McpSchema.Tool;

            class Tools {
                Tool add = Tool.builder()
                        .name("add")
                        .description("Adds")
                        .inputSchema(McpJsonDefaults.getMapper(), \"""
                                {
                                  "type": "object"
                                }
                                \""")
                        .build();
            }
            """));
  }

  @Test
  void recordsGotMoreParts() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.9"))),
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema;
            import java.util.List;
            import java.util.Map;

            class Parts {
                McpSchema.JsonSchema schema = new McpSchema.JsonSchema("object", Map.of(), List.of(), false);
                McpSchema.ServerCapabilities server = new McpSchema.ServerCapabilities(null, null, null, null, new McpSchema.ServerCapabilities.ToolCapabilities(true));
                McpSchema.ClientCapabilities client = new McpSchema.ClientCapabilities(null, null, null);
                McpSchema.ProgressNotification half = new McpSchema.ProgressNotification("token", 0.5, 1.0);
                Object reference = new McpSchema.CompleteRequest.PromptReference("ref/prompt", "review");

                Object of(McpSchema.CompleteRequest.PromptOrResourceReference reference) {
                    return reference.type();
                }
            }
            """,
            """
            import io.modelcontextprotocol.spec.McpSchema;
            import java.util.List;
            import java.util.Map;

            class Parts {
                McpSchema.JsonSchema schema = new McpSchema.JsonSchema("object", Map.of(), List.of(), false, null, null);
                McpSchema.ServerCapabilities server = new McpSchema.ServerCapabilities(null, null, null, null, null, new McpSchema.ServerCapabilities.ToolCapabilities(true));
                McpSchema.ClientCapabilities client = new McpSchema.ClientCapabilities(null, null, null, null);
                McpSchema.ProgressNotification half = new McpSchema.ProgressNotification("token", 0.5, 1.0, null);
                Object reference = new McpSchema.PromptReference("ref/prompt", "review");

                Object of(McpSchema.CompleteReference reference) {
                    return reference.type();
                }
            }
            """));
  }

  @Test
  void serverStaysOnItsTransport() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
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
  void validatorsMoved() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.spec.DefaultJsonSchemaValidator;
            import io.modelcontextprotocol.spec.JsonSchemaValidator;

            class Validators {
                JsonSchemaValidator validator = new DefaultJsonSchemaValidator(new ObjectMapper());
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
            import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;

            class Validators {
                JsonSchemaValidator validator = new DefaultJsonSchemaValidator(new ObjectMapper());
            }
            """));
  }

  @Test
  void constructorReferencesAreLeftToAPerson() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import java.util.function.Function;

            class Clients {
                Function<String, Object> connect = url -> new HttpClientSseClientTransport(url);

                void start() {
                    Function<String, HttpClientSseClientTransport> reference = HttpClientSseClientTransport::new;
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import java.util.function.Function;

            class Clients {
                Function<String, Object> connect = url -> HttpClientSseClientTransport.builder(url).build();

                void start() {
                    // TODO mcp-migrate: `HttpClientSseClientTransport::new` is gone from the MCP SDK, write a lambda that calls `$type.builder($1).build()`
                    Function<String, HttpClientSseClientTransport> reference = HttpClientSseClientTransport::new;
                }
            }
            """));
  }

  @Test
  void lambdasHaveTheParametersOfToday() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.11"))),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import io.modelcontextprotocol.server.McpTransportContext;
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;

            class Transports {
                Object server = HttpServletStreamableServerTransportProvider.builder()
                        .objectMapper(new ObjectMapper())
                        .contextExtractor((request, context) -> McpTransportContext.EMPTY)
                        .build();
                Object client = HttpClientStreamableHttpTransport.builder("http://localhost:8080")
                        .httpRequestCustomizer((request, method, uri, body) -> request.header("X-Tenant", "a"))
                        .build();
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import io.modelcontextprotocol.common.McpTransportContext;
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;

            class Transports {
                Object server = HttpServletStreamableServerTransportProvider.builder()
                        .contextExtractor((request) -> McpTransportContext.EMPTY)
                        .build();
                Object client = HttpClientStreamableHttpTransport.builder("http://localhost:8080")
                        .httpRequestCustomizer((request, method, uri, body, context) -> request.header("X-Tenant", "a"))
                        .build();
            }
            """));
  }

  @Test
  void ownTransportsAndContextsAreLeftToAPerson() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.11"))),
        java(
            """
            import com.fasterxml.jackson.core.type.TypeReference;
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
            import io.modelcontextprotocol.spec.McpServerTransport;

            abstract class Own implements McpServerTransport {
                @Override
                public <T> T unmarshalFrom(Object data, TypeReference<T> type) {
                    return null;
                }

                Object server() {
                    return HttpServletStreamableServerTransportProvider.builder()
                            .contextExtractor((request, context) -> {
                                context.put("user", request.getRemoteUser());
                                System.out.println(context);
                                return context;
                            });
                }
            }
            """,
            """
            import com.fasterxml.jackson.core.type.TypeReference;
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
            import io.modelcontextprotocol.spec.McpServerTransport;

            abstract class Own implements McpServerTransport {
                // TODO mcp-migrate: since SDK 0.13 a TypeRef takes the place of Jackson's TypeReference
                @Override
                public <T> T unmarshalFrom(Object data, TypeReference<T> type) {
                    return null;
                }

                Object server() {
                    // TODO mcp-migrate: since SDK 0.12 a context extractor makes the context, by McpTransportContext.create(Map)
                    return HttpServletStreamableServerTransportProvider.builder()
                            .contextExtractor((request, context) -> {
                                context.put("user", request.getRemoteUser());
                                System.out.println(context);
                                return context;
                            });
                }
            }
            """));
  }

  @Test
  void contextsAreMadeOfWhatWasPutIntoThem() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.11"))),
        java(
            """
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;

            class Server {
                Object filled = HttpServletStreamableServerTransportProvider.builder()
                        .contextExtractor((request, context) -> {
                            context.put("user", request.getRemoteUser());
                            context.put("tenant", request.getHeader("X-Tenant"));
                            return context;
                        })
                        .build();
                Object empty = HttpServletStreamableServerTransportProvider.builder()
                        .contextExtractor((request, context) -> context)
                        .build();
            }
            """,
            """
            import io.modelcontextprotocol.common.McpTransportContext;
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;

            import java.util.Map;

            class Server {
                Object filled = HttpServletStreamableServerTransportProvider.builder()
                        .contextExtractor((request) -> McpTransportContext.create(Map.of("user", request.getRemoteUser(), "tenant", request.getHeader("X-Tenant"))))
                        .build();
                Object empty = HttpServletStreamableServerTransportProvider.builder()
                        .contextExtractor((request) -> McpTransportContext.EMPTY)
                        .build();
            }
            """));
  }

  @Test
  void contextsThatAreReadOrPutTwiceAreLeftToAPerson() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.11"))),
        java(
            """
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;

            class Server {
                void build() {
                    HttpServletStreamableServerTransportProvider.builder().contextExtractor((request, context) -> {
                        context.put("user", "a");
                        context.put("user", "b");
                        return context;
                    });
                    HttpServletStreamableServerTransportProvider.builder().contextExtractor((request, context) -> {
                        context.put("user", context.get("name"));
                        return context;
                    });
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;

            class Server {
                void build() {
                    // TODO mcp-migrate: since SDK 0.12 a context extractor makes the context, by McpTransportContext.create(Map)
                    HttpServletStreamableServerTransportProvider.builder().contextExtractor((request, context) -> {
                        context.put("user", "a");
                        context.put("user", "b");
                        return context;
                    });
                    // TODO mcp-migrate: since SDK 0.12 a context extractor makes the context, by McpTransportContext.create(Map)
                    HttpServletStreamableServerTransportProvider.builder().contextExtractor((request, context) -> {
                        context.put("user", context.get("name"));
                        return context;
                    });
                }
            }
            """));
  }

  @Test
  void doesNotTouchExtractorsOfOneParameter() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.12"))),
        java(
            """
            import io.modelcontextprotocol.common.McpTransportContext;
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
            import java.util.Map;

            class Server {
                Object builder = HttpServletStreamableServerTransportProvider.builder()
                        .contextExtractor(request -> McpTransportContext.create(Map.of("user", "a")));
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
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpSchema.Tool;

            class Current {
                Tool all = new Tool("add", "Add", "Adds", null, null, null, null);
                Tool built = Tool.builder().name("add").inputSchema(McpJsonDefaults.getMapper(), "{}").build();
                Object stdio = new StdioServerTransportProvider(new JacksonMcpJsonMapper(new ObjectMapper()));
                Object client = HttpClientSseClientTransport.builder("http://localhost:8080").build();
                McpSchema.ProgressNotification half = new McpSchema.ProgressNotification("token", 0.5, 1.0, null);
            }
            """));
  }

  @Test
  void doesNotTouchTypesOfTheProjectsOwn() {
    rewriteRun(
        java(
            """
            class Tools {
                record Tool(String name, String description, String schema) {}

                record HttpClientSseClientTransport(String url) {}

                Tool add = new Tool("add", "Adds", "{}");
                Object client = new HttpClientSseClientTransport("http://localhost:8080");
            }
            """));
  }

  @Test
  void doesNotTouchMappersThatTheSdkDoesNotGet() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.spec.McpSchema;

            class Json {
                private final ObjectMapper mapper = new ObjectMapper();

                String write(McpSchema.Implementation info) throws Exception {
                    return mapper.writeValueAsString(info);
                }
            }
            """));
  }

  @Test
  void doesNotTouchSchemasWithAllTheirParts() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.JsonSchema;
            import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
            import java.util.List;
            import java.util.Map;

            class Schemas {
                JsonSchema schema = new JsonSchema("object", Map.of(), List.of(), false, Map.of(), Map.of());
                ServerCapabilities capabilities = ServerCapabilities.builder().tools(true).build();
            }
            """));
  }

  @Test
  void doesNotTouchOwnBuildersOfTheSameMethods() {
    rewriteRun(
        java(
            """
            class Own {
                Own inputSchema(String schema) {
                    return inputSchema("{}").structuredContent("{}").contextExtractor((request, context) -> request);
                }

                Own structuredContent(String content) {
                    return this;
                }

                Own contextExtractor(java.util.function.BinaryOperator<String> extractor) {
                    return this;
                }
            }
            """));
  }

  @Test
  void doesNotTouchTransportsThatHaveTheirMapper() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.client.transport.ServerParameters;
            import io.modelcontextprotocol.client.transport.StdioClientTransport;
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;

            class Stdio {
                Object client = new StdioClientTransport(ServerParameters.builder("mcp").build(), McpJsonDefaults.getMapper());
                Object server = new StdioServerTransportProvider(McpJsonDefaults.getMapper());
            }
            """));
  }

  @Test
  void doesNotTouchCustomizersOfToday() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            class Client {
                Object transport = HttpClientStreamableHttpTransport.builder("http://localhost:8080")
                        .httpRequestCustomizer((builder, method, uri, body, context) -> builder.header("a", "b"))
                        .build();
            }
            """));
  }

  @Test
  void doesNotTouchStructuredContentAsAnObject() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.CallToolResult;

            class Results {
                Object content(CallToolResult result) {
                    var content = result.structuredContent();
                    return content;
                }
            }
            """));
  }

  @Test
  void doesNotTouchClassesThatOnlyNameTheSdkInText() {
    rewriteRun(
        java(
            """
            /** Was a {@code HttpServletSseServerTransportProvider}, made by new Tool("a", "b", "c"). */
            class Text {
                String name = "io.modelcontextprotocol.spec.McpSchema$Tool";
            }
            """));
  }
}

package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.SourceCompiler;
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
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.17")))
        .afterRecipe(SourceCompiler.compilesWith("0.18"));
  }

  @DocumentExample
  @Test
  void defaultsHaveAHome() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.json.McpJsonMapper;
            import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;

            class Server {
                Object transport = new StdioServerTransportProvider(McpJsonMapper.getDefault());
                McpJsonMapper mapper = McpJsonMapper.createDefault();
                Object validator = JsonSchemaValidator.getDefault();
            }
            """,
            """
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.json.McpJsonMapper;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;

            class Server {
                Object transport = new StdioServerTransportProvider(McpJsonDefaults.getMapper());
                McpJsonMapper mapper = McpJsonDefaults.getMapper();
                Object validator = McpJsonDefaults.getSchemaValidator();
            }
            """));
  }

  @Test
  void staticImportsVarAndInheritance() {
    rewriteRun(
        java(
            """
            import static io.modelcontextprotocol.json.McpJsonMapper.getDefault;

            import io.modelcontextprotocol.json.McpJsonMapper;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;

            class Server extends StdioServerTransportProvider {
                Server() {
                    super(McpJsonMapper.getDefault());
                }

                Object copy() {
                    var mapper = getDefault();
                    return new StdioServerTransportProvider(mapper);
                }
            }
            """,
            """
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.json.McpJsonMapper;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;

            class Server extends StdioServerTransportProvider {
                Server() {
                    super(McpJsonDefaults.getMapper());
                }

                Object copy() {
                    var mapper = McpJsonDefaults.getMapper();
                    return new StdioServerTransportProvider(mapper);
                }
            }
            """));
  }

  @Test
  void linksAreBuilt() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.13"))),
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpSchema.BaseMetadata;

            class Links {
                McpSchema.ResourceLink link = new McpSchema.ResourceLink("all", "notes://all", null, "text/plain", null, null);

                String name(BaseMetadata named) {
                    return named.name();
                }
            }
            """,
            """
            import io.modelcontextprotocol.spec.McpSchema;

            class Links {
                McpSchema.ResourceLink link = McpSchema.ResourceLink.builder()
                        .name("all")
                        .uri("notes://all")
                        .mimeType("text/plain")
                        .build();

                String name(McpSchema.Identifier named) {
                    return named.name();
                }
            }
            """));
  }

  @Test
  void templatesHaveHandlers() {
    rewriteRun(
        spec ->
            spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.13")))
                .afterRecipe(SourceCompiler.allCompilesWith("0.18", "2.1")),
        java(
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;
            import java.util.List;

            class Server {
                void start(McpServerTransportProvider transport, McpSchema.ResourceTemplate template, List<McpSchema.ResourceTemplate> templates) {
                    McpServer.sync(transport).resourceTemplates(template).build();
                    McpServer.async(transport).resourceTemplates(templates).build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpServerFeatures;
            import io.modelcontextprotocol.spec.McpError;
            import io.modelcontextprotocol.spec.McpSchema;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;
            import reactor.core.publisher.Mono;

            import java.util.List;

            class Server {
                void start(McpServerTransportProvider transport, McpSchema.ResourceTemplate template, List<McpSchema.ResourceTemplate> templates) {
                    // TODO mcp-migrate: since SDK 0.14 a resource template has a handler of its own; the one added here knows no resource
                    McpServer.sync(transport).resourceTemplates(new McpServerFeatures.SyncResourceTemplateSpecification(template, (exchange, request) -> {
                        throw McpError.RESOURCE_NOT_FOUND.apply(request.uri());
                    })).build();
                    // TODO mcp-migrate: since SDK 0.14 a resource template has a handler of its own; the one added here knows no resource
                    McpServer.async(transport).resourceTemplates(templates.stream()
                            .map(resourceTemplate -> new McpServerFeatures.AsyncResourceTemplateSpecification(resourceTemplate, (exchange, request) -> Mono.error(McpError.RESOURCE_NOT_FOUND.apply(request.uri()))))
                            .toList()).build();
                }
            }
            """));
  }

  @Test
  void doesNotTouchWhatIsOnlyDeprecated() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.json.jackson.JacksonMcpJsonMapper;
            import io.modelcontextprotocol.spec.McpSchema;

            class Server {
                Object mapper = new JacksonMcpJsonMapper(new ObjectMapper());
                McpSchema.CallToolResult result = new McpSchema.CallToolResult("done", false);
            }
            """));
  }

  @Test
  void doesNotTouchCurrentCode() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.json.McpJsonMapper;
            import io.modelcontextprotocol.spec.McpSchema;

            class Server {
                McpJsonMapper mapper = McpJsonDefaults.getMapper();
                McpSchema.ProgressNotification half = new McpSchema.ProgressNotification(7, 0.5, 1.0, null);
            }
            """));
  }

  @Test
  void doesNotTouchOwnDefaults() {
    rewriteRun(
        java(
            """
            class McpJsonMapper {
                static McpJsonMapper getDefault() {
                    return createDefault();
                }

                static McpJsonMapper createDefault() {
                    return getDefault();
                }
            }
            """));
  }

  @Test
  void doesNotTouchTokensThatMayBeAnything() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;

            class Tokens {
                Object token(CallToolRequest request) {
                    var token = request.progressToken();
                    return token;
                }
            }
            """));
  }

  @Test
  void doesNotTouchLinksThatAreBuilt() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.ResourceLink;

            class Links {
                ResourceLink link = ResourceLink.builder().name("a").uri("notes://a").build();
            }
            """));
  }
}

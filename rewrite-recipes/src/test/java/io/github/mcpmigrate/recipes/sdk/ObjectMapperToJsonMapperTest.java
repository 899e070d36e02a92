package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class ObjectMapperToJsonMapperTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new ObjectMapperToJsonMapper())
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  @DocumentExample
  @Test
  void buildersTakeTheSdksMapper() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                void start(McpServerTransportProvider transport, ObjectMapper mapper) {
                    McpServer.sync(transport)
                            .objectMapper(mapper)
                            .build();
                    McpServer.async(transport)
                            .objectMapper(new ObjectMapper())
                            .build();
                }
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                void start(McpServerTransportProvider transport, ObjectMapper mapper) {
                    McpServer.sync(transport)
                            .jsonMapper(new JacksonMcpJsonMapper(mapper))
                            .build();
                    McpServer.async(transport)
                            .build();
                }
            }
            """));
  }

  @Test
  void constructorsAndMethodsTakeTheSdksMapper() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
            import io.modelcontextprotocol.spec.McpSchema;

            class Server {
                Object transport = new StdioServerTransportProvider(new ObjectMapper());

                Object parse(ObjectMapper mapper, String json) throws Exception {
                    return McpSchema.deserializeJsonRpcMessage(mapper, json);
                }
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
            import io.modelcontextprotocol.spec.McpSchema;

            class Server {
                Object transport = new StdioServerTransportProvider(new JacksonMcpJsonMapper(new ObjectMapper()));

                Object parse(ObjectMapper mapper, String json) throws Exception {
                    return McpSchema.deserializeJsonRpcMessage(new JacksonMcpJsonMapper(mapper), json);
                }
            }
            """));
  }

  @Test
  void doesNotTouchTheWrapper() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.json.McpJsonMapper;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;

            class Server {
                McpJsonMapper mapper = new JacksonMcpJsonMapper(new ObjectMapper());
            }
            """));
  }

  @Test
  void doesNotTouchOtherBuilders() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.spec.McpSchema;

            class Client {
                Client objectMapper(ObjectMapper mapper) {
                    return this;
                }

                Object create() {
                    return new Client().objectMapper(new ObjectMapper());
                }

                McpSchema.Root root = new McpSchema.Root("file:///", "all");
            }
            """));
  }

  @Test
  void doesNotTouchTheConstructorsThatAnotherRecipeMoves() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

            class Server {
                Object transport = new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message");
            }
            """));
  }
}

package io.github.mcpmigrate.recipes.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcTestJava;
import static org.openrewrite.kotlin.Assertions.kotlin;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.recipes.CompatRepository;
import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.Versions;
import io.github.mcpmigrate.table.LegacySseUses;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.kotlin.KotlinParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

class SpringAiKeysInCodeTest implements RewriteTest {

  @TempDir Path repository;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SpringAiKeysInCode(null, null, null))
        .executionContext(CompatRepository.in(repository))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT))
        .parser(KotlinParser.builder().classpath(SdkJars.CURRENT));
  }

  private static SourceSpecs server(String keys) {
    return properties(
        "spring.ai.mcp.server.name=weather\n" + keys,
        file -> file.path("src/main/resources/application.properties"));
  }

  @DocumentExample
  @Test
  void propertiesOfATest() {
    rewriteRun(
        server(""),
        java(
            """
            import org.springframework.boot.test.context.SpringBootTest;

            @SpringBootTest(
                webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
                properties = {
                    "server.error.include-message=always",
                    "spring.ai.mcp.server.protocol=SSE",
                    "spring.ai.mcp.server.sse-message-endpoint=/messages",
                    "spring.ai.mcp.server.keep-alive-interval=5s",
                    "spring.ai.mcp.client.sse.connections.weather.url=http://localhost:8080",
                    "spring.ai.mcp.client.sse.connections.weather.sse-endpoint=/weather/sse"
                })
            class ServerTest {
            }
            """,
            """
            import org.springframework.boot.test.context.SpringBootTest;

            @SpringBootTest(
                webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
                properties = {
                    "server.error.include-message=always",
                    "spring.ai.mcp.server.protocol=STREAMABLE",
                    "spring.ai.mcp.server.streamable-http.keep-alive-interval=5s",
                    "spring.ai.mcp.client.streamable-http.connections.weather.url=http://localhost:8080",
                    "spring.ai.mcp.client.streamable-http.connections.weather.endpoint=/weather/mcp"
                })
            class ServerTest {
            }
            """));
  }

  @Test
  void propertiesThatAreNotLeft() {
    rewriteRun(
        server(""),
        java(
            """
            import org.springframework.boot.test.context.SpringBootTest;
            import org.springframework.test.context.TestPropertySource;

            @SpringBootTest(properties = "spring.ai.mcp.server.sse-endpoint=/sse")
            @TestPropertySource(properties = {"spring.ai.mcp.server.base-url=http://localhost"})
            class ServerTest {
            }
            """,
            """
            import org.springframework.boot.test.context.SpringBootTest;

            @SpringBootTest
            class ServerTest {
            }
            """),
        java(
            """
            import org.springframework.test.context.ContextConfiguration;
            import org.springframework.test.context.TestPropertySource;

            @TestPropertySource(properties = "spring.ai.mcp.server.sse-endpoint=/sse")
            @ContextConfiguration
            public class OtherTest {
            }
            """,
            """
            import org.springframework.test.context.ContextConfiguration;

            @ContextConfiguration
            public class OtherTest {
            }
            """));
  }

  @Test
  void computedAddressesOfClients() {
    rewriteRun(
        java(
            """
            import org.springframework.boot.builder.SpringApplicationBuilder;
            import org.springframework.boot.test.context.runner.ApplicationContextRunner;
            import org.springframework.test.context.DynamicPropertyRegistry;
            import org.springframework.test.context.DynamicPropertySource;

            class ClientTest {
                static int port;

                @DynamicPropertySource
                static void server(DynamicPropertyRegistry registry) {
                    registry.add("spring.ai.mcp.client.sse.connections.weather.url", () -> "http://localhost:" + port);
                    registry.add("spring.ai.mcp.client.sse.connections.weather.sse-endpoint", () -> "/sse");
                }

                void run() {
                    new SpringApplicationBuilder(ClientTest.class)
                        .properties("spring.ai.mcp.client.sse.connections.weather.url=http://localhost:" + port)
                        .run();
                    new ApplicationContextRunner()
                        .withPropertyValues("spring.ai.mcp.client.sse.connections[a.b].url=http://localhost:" + port + "/sse", "spring.ai.mcp.client.type=SYNC");
                    System.setProperty("spring.ai.mcp.client.sse.connections.weather.url", "http://localhost:8080/sse");
                }
            }
            """,
            """
            import org.springframework.boot.builder.SpringApplicationBuilder;
            import org.springframework.boot.test.context.runner.ApplicationContextRunner;
            import org.springframework.test.context.DynamicPropertyRegistry;
            import org.springframework.test.context.DynamicPropertySource;

            class ClientTest {
                static int port;

                @DynamicPropertySource
                static void server(DynamicPropertyRegistry registry) {
                    registry.add("spring.ai.mcp.client.streamable-http.connections.weather.url", () -> "http://localhost:" + port);
                }

                void run() {
                    new SpringApplicationBuilder(ClientTest.class)
                        .properties("spring.ai.mcp.client.streamable-http.connections.weather.url=http://localhost:" + port)
                        .run();
                    new ApplicationContextRunner()
                        .withPropertyValues("spring.ai.mcp.client.streamable-http.connections[a.b].url=http://localhost:" + port + "/sse", "spring.ai.mcp.client.type=SYNC");
                    System.setProperty("spring.ai.mcp.client.streamable-http.connections.weather.url", "http://localhost:8080");
                }
            }
            """));
  }

  @Test
  void keysThatAreRead() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiKeysInCode("/api/mcp", null, null)),
        server(""),
        java(
            """
            import org.springframework.beans.factory.annotation.Value;
            import org.springframework.core.env.Environment;

            class Paths {
                @Value("http://localhost:${server.port:8080}${spring.ai.mcp.server.sse-endpoint:/sse}")
                String endpoint;

                @Value("${spring.ai.mcp.client.sse.connections.weather.url}")
                String weather;

                String of(Environment environment) {
                    return environment.getProperty("spring.ai.mcp.server.sse-endpoint", "/sse");
                }
            }
            """,
            """
            import org.springframework.beans.factory.annotation.Value;
            import org.springframework.core.env.Environment;

            class Paths {
                @Value("http://localhost:${server.port:8080}${spring.ai.mcp.server.streamable-http.mcp-endpoint:/api/mcp}")
                String endpoint;

                @Value("${spring.ai.mcp.client.streamable-http.connections.weather.url}")
                String weather;

                String of(Environment environment) {
                    return environment.getProperty("spring.ai.mcp.server.streamable-http.mcp-endpoint", "/api/mcp");
                }
            }
            """));
  }

  @Test
  void contextsThatReadNoFiles() {
    rewriteRun(
        server(""),
        java(
            """
            import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

            class ServerTest {
                final WebApplicationContextRunner runner = new WebApplicationContextRunner()
                    .withPropertyValues("spring.ai.mcp.server.sse-endpoint=/sse")
                    .withBean(String.class);
            }
            """,
            """
            import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

            class ServerTest {
                final WebApplicationContextRunner runner = new WebApplicationContextRunner()
                    .withPropertyValues("spring.ai.mcp.server.protocol=STREAMABLE")
                    .withBean(String.class);
            }
            """));
  }

  @Test
  void theAddressThatIsKept() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiKeysInCode(null, true, null)),
        server("spring.ai.mcp.server.sse-endpoint=/events\n"),
        java(
            """
            import org.springframework.test.context.DynamicPropertyRegistry;

            class ServerTest {
                static void server(DynamicPropertyRegistry registry) {
                    registry.add("spring.ai.mcp.server.sse-endpoint", () -> "/weather/sse");
                }
            }
            """,
            """
            import org.springframework.test.context.DynamicPropertyRegistry;

            class ServerTest {
                static void server(DynamicPropertyRegistry registry) {
                    registry.add("spring.ai.mcp.server.streamable-http.mcp-endpoint", () -> "/weather/sse");
                }
            }
            """));
  }

  @Test
  void keysInKotlin() {
    rewriteRun(
        server(""),
        kotlin(
            """
            import org.springframework.beans.factory.annotation.Value
            import org.springframework.boot.test.context.SpringBootTest

            @SpringBootTest(properties = ["spring.ai.mcp.server.protocol=SSE", "server.port=0"])
            class ServerTest(@Value("\\${spring.ai.mcp.server.sse-endpoint:/sse}") val path: String)
            """,
            """
            import org.springframework.beans.factory.annotation.Value
            import org.springframework.boot.test.context.SpringBootTest

            @SpringBootTest(properties = ["spring.ai.mcp.server.protocol=STREAMABLE", "server.port=0"])
            class ServerTest(@Value("\\${spring.ai.mcp.server.streamable-http.mcp-endpoint:/mcp}") val path: String)
            """));
  }

  @Test
  void keysThatADropLoses() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiKeysInCode(null, null, "drop-legacy")),
        mavenProject(
            "weather",
            pomXml(
                """
                <project>
                    <modelVersion>4.0.0</modelVersion>
                    <groupId>com.example</groupId>
                    <artifactId>weather</artifactId>
                    <version>1</version>
                    <dependencies>
                        <dependency>
                            <groupId>io.github.mcpmigrate</groupId>
                            <artifactId>mcp-compat-spring-boot-starter</artifactId>
                            <version>%s</version>
                        </dependency>
                    </dependencies>
                </project>
                """
                    .formatted(Versions.compat())),
            srcTestJava(
                java(
                    """
                    import org.springframework.boot.test.context.SpringBootTest;

                    @SpringBootTest(properties = {"server.port=0", "spring.ai.mcp.server.sse-endpoint=/events"})
                    class ServerTest {
                    }
                    """,
                    """
                    import org.springframework.boot.test.context.SpringBootTest;

                    @SpringBootTest(properties = {"server.port=0"})
                    class ServerTest {
                    }
                    """))));
  }

  @Nested
  class LeavesATodo {

    private void on(String before, String after) {
      rewriteRun(
          spec ->
              spec.dataTable(
                  LegacySseUses.Row.class,
                  rows ->
                      assertThat(rows)
                          .extracting(LegacySseUses.Row::getAction)
                          .containsOnly("manual")),
          server(""),
          java(before, after));
    }

    @Test
    void onKeysThatNothingTakesThePlaceOf() {
      on(
          """
          import org.springframework.beans.factory.annotation.Value;

          class Paths {
              @Value("${spring.ai.mcp.server.sse-message-endpoint:/mcp/message}")
              String messages;
          }
          """,
          """
          import org.springframework.beans.factory.annotation.Value;

          class Paths {
              // TODO mcp-migrate: only HTTP+SSE has spring.ai.mcp.server.sse-message-endpoint, and the configuration loses it: Streamable HTTP has one endpoint, /mcp
              @Value("${spring.ai.mcp.server.sse-message-endpoint:/mcp/message}")
              String messages;
          }
          """);
    }

    @Test
    void onConditions() {
      on(
          """
          import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

          @ConditionalOnProperty(name = "spring.ai.mcp.server.protocol", havingValue = "SSE")
          class Heartbeat {
          }
          """,
          """
          import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

          // TODO mcp-migrate: this names a key of HTTP+SSE: the protocol is STREAMABLE from now on, and the endpoint is /mcp
          @ConditionalOnProperty(name = "spring.ai.mcp.server.protocol", havingValue = "SSE")
          class Heartbeat {
          }
          """);
    }

    @Test
    void onKeysInOtherPlaces() {
      on(
          """
          import java.util.Map;

          class Launcher {
              Map<String, Object> defaults = Map.of("spring.ai.mcp.client.sse.connections.weather.url", "http://localhost");
          }
          """,
          """
          import java.util.Map;

          class Launcher {
              // TODO mcp-migrate: the connections are below spring.ai.mcp.client.streamable-http from now on
              Map<String, Object> defaults = Map.of("spring.ai.mcp.client.sse.connections.weather.url", "http://localhost");
          }
          """);
    }

    @Test
    void onTextBlocks() {
      on(
          """
          import org.springframework.test.context.TestPropertySource;

          @TestPropertySource(properties = \"""
              server.port=0
              spring.ai.mcp.server.sse-endpoint=/sse
              \""")
          class ServerTest {
          }
          """,
          """
          import org.springframework.test.context.TestPropertySource;

          // TODO mcp-migrate: this names a key of HTTP+SSE: the protocol is STREAMABLE from now on, and the endpoint is /mcp
          @TestPropertySource(properties = \"""
              server.port=0
              spring.ai.mcp.server.sse-endpoint=/sse
              \""")
          class ServerTest {
          }
          """);
    }

    @Test
    void onValuesThatMayBeAbsent() {
      on(
          """
          import org.springframework.core.env.Environment;

          class Paths {
              String of(Environment environment) {
                  return environment.getRequiredProperty("spring.ai.mcp.server.sse-endpoint");
              }
          }
          """,
          """
          import org.springframework.core.env.Environment;

          class Paths {
              String of(Environment environment) {
                  // TODO mcp-migrate: becomes spring.ai.mcp.server.streamable-http.mcp-endpoint, which need not be configured: where it is not, it is /mcp
                  return environment.getRequiredProperty("spring.ai.mcp.server.sse-endpoint");
              }
          }
          """);
    }

    @Test
    void onContextsWithoutAProtocol() {
      on(
          """
          import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

          class ServerTest {
              final WebApplicationContextRunner runner = new WebApplicationContextRunner()
                  .withPropertyValues("spring.ai.mcp.server.name=weather");
          }
          """,
          """
          import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

          class ServerTest {
              // TODO mcp-migrate: this context reads no configuration file, and without spring.ai.mcp.server.protocol Spring AI serves HTTP+SSE
              final WebApplicationContextRunner runner = new WebApplicationContextRunner()
                  .withPropertyValues("spring.ai.mcp.server.name=weather");
          }
          """);
    }

    @Test
    void onComputedProtocols() {
      on(
          """
          class Launcher {
              void run(String protocol) {
                  System.setProperty("spring.ai.mcp.server.protocol", protocol);
              }
          }
          """,
          """
          class Launcher {
              void run(String protocol) {
                  // TODO mcp-migrate: whoever sets this protocol has to set STREAMABLE; SSE is what these recipes move away from
                  System.setProperty("spring.ai.mcp.server.protocol", protocol);
              }
          }
          """);
    }
  }

  @Nested
  class DoesNotTouch {

    private static final String TEST =
        """
        import org.springframework.beans.factory.annotation.Value;
        import org.springframework.boot.test.context.SpringBootTest;

        @SpringBootTest(properties = {"spring.ai.mcp.server.sse-endpoint=/events", "server.port=0"})
        class ServerTest {
            @Value("${spring.ai.mcp.server.sse-endpoint:/sse}")
            String endpoint;
        }
        """;

    @Test
    void keysThatStayTrueOnBothTransports() {
      rewriteRun(
          spec -> spec.recipe(new SpringAiKeysInCode(null, null, "dual")), server(""), java(TEST));
    }

    @Test
    void projectsWithoutAServer() {
      rewriteRun(java(TEST));
    }

    @Test
    void serversThatHaveMoved() {
      rewriteRun(server("spring.ai.mcp.server.protocol=STREAMABLE\n"), java(TEST));
    }

    @Test
    void serversThatAreNotDropped() {
      rewriteRun(
          spec -> spec.recipe(new SpringAiKeysInCode(null, null, "drop-legacy")),
          server(""),
          java(TEST));
    }

    @Test
    void testsOfOtherProtocols() {
      rewriteRun(
          server(""),
          java(
              """
              import org.springframework.boot.test.context.SpringBootTest;
              import org.springframework.boot.test.context.runner.ApplicationContextRunner;

              @SpringBootTest(properties = {"spring.ai.mcp.server.stdio=true", "spring.main.web-application-type=none"})
              class StdioTest {
                  ApplicationContextRunner off = new ApplicationContextRunner()
                      .withPropertyValues("spring.ai.mcp.server.protocol=STATELESS", "spring.ai.mcp.server.name=a");
              }
              """));
    }

    @Test
    void otherKeys() {
      rewriteRun(
          server(""),
          java(
              """
              import org.springframework.beans.factory.annotation.Value;
              import org.springframework.boot.test.context.SpringBootTest;

              @SpringBootTest(properties = {"sse-endpoint=/sse", "spring.ai.mcp.server.name=other"})
              class ServerTest {
                  @Value("${spring.ai.mcp.server.name}")
                  String name;
                  @Value("${weather.url:http://localhost/sse}")
                  String url;
              }
              """));
    }

    @Test
    void annotationsOfOthers() {
      rewriteRun(
          java(
              """
              package org.example;

              public @interface Tested {
                  String[] properties();
              }
              """),
          java(
              """
              import org.example.Tested;

              @Tested(properties = "mcp.client.sse=a")
              class ServerTest {
              }
              """));
    }

    @Test
    void anythingWhenItOnlyLooks() {
      rewriteRun(
          spec ->
              spec.recipe(new FindSpringAiKeysInCode())
                  .dataTable(
                      LegacySseUses.Row.class,
                      rows ->
                          assertThat(rows)
                              .extracting(
                                  LegacySseUses.Row::getLine,
                                  LegacySseUses.Row::getAction,
                                  LegacySseUses.Row::getReason)
                              .containsExactly(
                                  tuple(4, "changed", "goes: only HTTP+SSE has it"),
                                  tuple(
                                      6,
                                      "changed",
                                      "becomes spring.ai.mcp.server.streamable-http.mcp-endpoint"))),
          server(""),
          java(TEST));
    }
  }
}

package io.github.mcpmigrate.recipes.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** Classes of Spring AI that are there for HTTP+SSE, by name in code and in configuration. */
class SpringAiTypesInCodeTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    on(spec, "1.1");
  }

  private static RecipeSpec on(RecipeSpec spec, String line) {
    return spec.recipe(new SpringAiKeysInCode(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.springAi(line)));
  }

  private static SourceSpecs server(String keys) {
    return properties(
        "spring.ai.mcp.server.name=weather\n" + keys,
        file -> file.path("src/main/resources/application.properties"));
  }

  @DocumentExample
  @Test
  void autoConfigurationThatIsExcluded() {
    rewriteRun(
        server(""),
        java(
            """
            import org.springframework.ai.mcp.client.httpclient.autoconfigure.SseHttpClientTransportAutoConfiguration;
            import org.springframework.ai.mcp.server.autoconfigure.McpServerSseWebMvcAutoConfiguration;
            import org.springframework.boot.autoconfigure.SpringBootApplication;

            @SpringBootApplication(exclude = {McpServerSseWebMvcAutoConfiguration.class, SseHttpClientTransportAutoConfiguration.class})
            class Weather {
            }
            """,
            """
            import org.springframework.ai.mcp.client.httpclient.autoconfigure.StreamableHttpHttpClientTransportAutoConfiguration;
            import org.springframework.ai.mcp.server.autoconfigure.McpServerStreamableHttpWebMvcAutoConfiguration;
            import org.springframework.boot.autoconfigure.SpringBootApplication;

            @SpringBootApplication(exclude = {McpServerStreamableHttpWebMvcAutoConfiguration.class, StreamableHttpHttpClientTransportAutoConfiguration.class})
            class Weather {
            }
            """));
  }

  @Test
  void autoConfigurationOfLine20ByItsName() {
    rewriteRun(
        spec -> on(spec, "2.0"),
        server(""),
        java(
            """
            import org.springframework.ai.mcp.server.webmvc.autoconfigure.McpServerSseWebMvcAutoConfiguration;
            import org.springframework.boot.autoconfigure.AutoConfigureAfter;
            import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

            @AutoConfigureAfter(McpServerSseWebMvcAutoConfiguration.class)
            @EnableAutoConfiguration(excludeName = "org.springframework.ai.mcp.server.webflux.autoconfigure.McpServerSseWebFluxAutoConfiguration")
            class Weather {
            }
            """,
            """
            import org.springframework.ai.mcp.server.webmvc.autoconfigure.McpServerStreamableHttpWebMvcAutoConfiguration;
            import org.springframework.boot.autoconfigure.AutoConfigureAfter;
            import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

            @AutoConfigureAfter(McpServerStreamableHttpWebMvcAutoConfiguration.class)
            @EnableAutoConfiguration(excludeName = "org.springframework.ai.mcp.server.webflux.autoconfigure.McpServerStreamableHttpWebFluxAutoConfiguration")
            class Weather {
            }
            """));
  }

  /** The upgrade to 1.1 comes with the move. */
  @Test
  void autoConfigurationOfLine10() {
    rewriteRun(
        spec -> on(spec, "1.0"),
        server(""),
        java(
            """
            import org.springframework.ai.mcp.client.autoconfigure.SseHttpClientTransportAutoConfiguration;
            import org.springframework.ai.mcp.server.autoconfigure.McpWebMvcServerAutoConfiguration;
            import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

            @ImportAutoConfiguration({McpWebMvcServerAutoConfiguration.class, SseHttpClientTransportAutoConfiguration.class})
            class Weather {
            }
            """,
            """
            import org.springframework.ai.mcp.client.httpclient.autoconfigure.StreamableHttpHttpClientTransportAutoConfiguration;
            import org.springframework.ai.mcp.server.autoconfigure.McpServerStreamableHttpWebMvcAutoConfiguration;
            import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

            @ImportAutoConfiguration({McpServerStreamableHttpWebMvcAutoConfiguration.class, StreamableHttpHttpClientTransportAutoConfiguration.class})
            class Weather {
            }
            """));
  }

  @Test
  void autoConfigurationOfTests() {
    rewriteRun(
        server(""),
        java(
            """
            import org.springframework.ai.mcp.server.autoconfigure.McpServerSseWebMvcAutoConfiguration;
            import org.springframework.boot.autoconfigure.AutoConfigurations;
            import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

            class WeatherTest {
                final WebApplicationContextRunner runner = new WebApplicationContextRunner()
                    .withPropertyValues("spring.ai.mcp.server.protocol=SSE")
                    .withConfiguration(AutoConfigurations.of(McpServerSseWebMvcAutoConfiguration.class));
            }
            """,
            """
            import org.springframework.ai.mcp.server.autoconfigure.McpServerStreamableHttpWebMvcAutoConfiguration;
            import org.springframework.boot.autoconfigure.AutoConfigurations;
            import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

            class WeatherTest {
                final WebApplicationContextRunner runner = new WebApplicationContextRunner()
                    .withPropertyValues("spring.ai.mcp.server.protocol=STREAMABLE")
                    .withConfiguration(AutoConfigurations.of(McpServerStreamableHttpWebMvcAutoConfiguration.class));
            }
            """));
  }

  @Test
  void autoConfigurationThatConfigurationExcludes() {
    rewriteRun(
        yaml(
            """
            spring:
              ai.mcp.server.name: weather
              autoconfigure:
                exclude:
                  # our own transport
                  - org.springframework.ai.mcp.server.autoconfigure.McpServerSseWebMvcAutoConfiguration
            """,
            """
            spring:
              ai.mcp.server.name: weather
              autoconfigure:
                exclude:
                  # our own transport
                  - org.springframework.ai.mcp.server.autoconfigure.McpServerStreamableHttpWebMvcAutoConfiguration
            """,
            file -> file.path("src/main/resources/application.yml")),
        properties(
            "spring.autoconfigure.exclude=a.B,org.springframework.ai.mcp.client.webflux.autoconfigure.SseWebFluxTransportAutoConfiguration\n",
            "spring.autoconfigure.exclude=a.B,org.springframework.ai.mcp.client.webflux.autoconfigure.StreamableHttpWebFluxTransportAutoConfiguration\n",
            file -> file.path("src/main/resources/application-cloud.properties")));
  }

  @Nested
  class LeavesATodo {

    private static final String EXCLUDED =
        """
        import org.springframework.ai.mcp.server.autoconfigure.McpServerSseWebMvcAutoConfiguration;
        import org.springframework.boot.autoconfigure.SpringBootApplication;

        %s@SpringBootApplication(exclude = McpServerSseWebMvcAutoConfiguration.class)
        class Weather {
        }
        """;

    @Test
    void onExclusionsThatTheStarterTakesNoNoticeOf() {
      rewriteRun(
          spec -> spec.recipe(new SpringAiKeysInCode(null, null, "dual")),
          server(""),
          java(
              EXCLUDED.formatted(""),
              EXCLUDED.formatted(
                  "// TODO mcp-migrate: mcp-compat-spring-boot-starter takes the place of this class and serves both transports, unless there is a transport of the project's own\n")));
    }

    @Test
    void onConnectionDetails() {
      rewriteRun(
          spec ->
              spec.dataTable(
                  LegacySseUses.Row.class,
                  rows ->
                      assertThat(rows)
                          .extracting(LegacySseUses.Row::getConstruct)
                          .containsOnly("McpSseClientConnectionDetails", "McpSseClientProperties")),
          java(
              """
              import java.util.Map;
              import org.springframework.ai.mcp.client.common.autoconfigure.McpSseClientConnectionDetails;
              import org.springframework.ai.mcp.client.common.autoconfigure.properties.McpSseClientProperties;

              class Discovered implements McpSseClientConnectionDetails {
                  @Override
                  public Map<String, McpSseClientProperties.SseParameters> getConnections() {
                      return Map.of();
                  }
              }
              """,
              """
              import java.util.Map;
              import org.springframework.ai.mcp.client.common.autoconfigure.McpSseClientConnectionDetails;
              import org.springframework.ai.mcp.client.common.autoconfigure.properties.McpSseClientProperties;

              // TODO mcp-migrate: Spring AI makes connections of HTTP+SSE of these details, and knows none for Streamable HTTP: configure spring.ai.mcp.client.streamable-http.connections instead, if the server has it
              class Discovered implements McpSseClientConnectionDetails {
                  // TODO mcp-migrate: this has no connections any more: McpStreamableHttpClientProperties has them
                  @Override
                  public Map<String, McpSseClientProperties.SseParameters> getConnections() {
                      return Map.of();
                  }
              }
              """));
    }

    @Test
    void onPropertiesThatAreReadFromTheirBean() {
      rewriteRun(
          server(""),
          java(
              """
              import org.springframework.ai.mcp.server.common.autoconfigure.properties.McpServerSseProperties;

              class Paths {
                  String endpoint(McpServerSseProperties properties) {
                      return properties.getSseEndpoint();
                  }
              }
              """,
              """
              import org.springframework.ai.mcp.server.common.autoconfigure.properties.McpServerSseProperties;

              class Paths {
                  // TODO mcp-migrate: Spring AI makes this bean for HTTP+SSE alone; that of Streamable HTTP is McpServerStreamableHttpProperties
                  String endpoint(McpServerSseProperties properties) {
                      return properties.getSseEndpoint();
                  }
              }
              """));
    }

    @Test
    void onceForAllMentionsOfPropertiesInAFile() {
      rewriteRun(
          server(""),
          java(
              """
              import org.springframework.ai.mcp.server.common.autoconfigure.properties.McpServerSseProperties;

              class Paths {
                  String endpoint(McpServerSseProperties properties) {
                      return properties.getSseEndpoint();
                  }

                  String messages(McpServerSseProperties properties) {
                      return properties.getSseMessageEndpoint();
                  }
              }
              """,
              """
              import org.springframework.ai.mcp.server.common.autoconfigure.properties.McpServerSseProperties;

              class Paths {
                  // TODO mcp-migrate: Spring AI makes this bean for HTTP+SSE alone; that of Streamable HTTP is McpServerStreamableHttpProperties
                  String endpoint(McpServerSseProperties properties) {
                      return properties.getSseEndpoint();
                  }

                  String messages(McpServerSseProperties properties) {
                      return properties.getSseMessageEndpoint();
                  }
              }
              """));
    }

    @Test
    void onContainersOfTheGateway() {
      rewriteRun(
          spec ->
              spec.dataTable(
                  LegacySseUses.Row.class,
                  rows ->
                      assertThat(rows)
                          .extracting(LegacySseUses.Row::getFile, LegacySseUses.Row::getLine)
                          .containsExactlyInAnyOrder(
                              tuple("compose.yaml", 3), tuple("Containers.java", 2))),
          yaml(
              """
              services:
                gateway:
                  image: docker/mcp-gateway:latest
              """,
              file -> file.path("compose.yaml")),
          java(
              """
              class Containers {
                  String image = "docker/mcp-gateway";
              }
              """,
              """
              class Containers {
                  // TODO mcp-migrate: where Spring AI makes a connection of this container, it is one of HTTP+SSE, and stays
                  String image = "docker/mcp-gateway";
              }
              """));
    }

    @Test
    void onNamesInOtherStrings() {
      rewriteRun(
          server(""),
          java(
              """
              class Report {
                  String active = "org.springframework.ai.mcp.server.autoconfigure.McpServerSseWebMvcAutoConfiguration matched";
              }
              """,
              """
              class Report {
                  // TODO mcp-migrate: becomes org.springframework.ai.mcp.server.autoconfigure.McpServerStreamableHttpWebMvcAutoConfiguration matched
                  String active = "org.springframework.ai.mcp.server.autoconfigure.McpServerSseWebMvcAutoConfiguration matched";
              }
              """));
    }
  }

  @Nested
  class DoesNotTouch {

    private static final String BOTH =
        """
        import org.springframework.ai.mcp.server.autoconfigure.McpServerSseWebMvcAutoConfiguration;
        import org.springframework.ai.mcp.server.autoconfigure.McpServerStreamableHttpWebMvcAutoConfiguration;
        import org.springframework.boot.autoconfigure.SpringBootApplication;

        @SpringBootApplication(exclude = {McpServerSseWebMvcAutoConfiguration.class, McpServerStreamableHttpWebMvcAutoConfiguration.class})
        class Weather {
        }
        """;

    @Test
    void exclusionsOfBoth() {
      rewriteRun(server(""), java(BOTH));
    }

    @Test
    void projectsWithoutAServer() {
      rewriteRun(java(LeavesATodo.EXCLUDED.formatted("")));
    }

    @Test
    void serversThatHaveMoved() {
      rewriteRun(
          server("spring.ai.mcp.server.protocol=STREAMABLE\n"),
          java(LeavesATodo.EXCLUDED.formatted("")));
    }

    @Test
    void namesBesideTheKeyInConfiguration() {
      rewriteRun(
          server(
              "logging.level.org.springframework.ai.mcp.server.autoconfigure.McpServerSseWebMvcAutoConfiguration=DEBUG\n"));
    }

    @Test
    void namesThatOnlyBeginAlike() {
      rewriteRun(
          server(
              "spring.autoconfigure.exclude=org.springframework.ai.mcp.server.autoconfigure.McpServerSseWebMvcAutoConfigurationForUs\n"));
    }

    @Test
    void streamableConnections() {
      rewriteRun(
          java(
              """
              import org.springframework.ai.mcp.client.common.autoconfigure.properties.McpStreamableHttpClientProperties;

              class Clients {
                  Object connections(McpStreamableHttpClientProperties properties) {
                      return properties.getConnections();
                  }
              }
              """));
    }

    @Test
    void otherImages() {
      rewriteRun(
          yaml(
              """
              services:
                gateway:
                  image: example/mcp-gateway:latest
              """,
              file -> file.path("compose.yaml")));
    }
  }
}

package io.github.mcpmigrate.recipes.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.sdk.AccessRulesOfSpringAi;
import io.github.mcpmigrate.recipes.sdk.ReportSseProbes;
import io.github.mcpmigrate.recipes.sdk.SseClientToStreamable;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** Paths of an application whose configuration puts something before all of them. */
class PathPrefixesTest implements RewriteTest {

  private static final String CONTEXT = "server.servlet.context-path=/shop\n";

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new AccessRulesOfSpringAi(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT));
  }

  private static SourceSpecs server(String keys) {
    return properties(
        "spring.ai.mcp.server.name=weather\n" + keys,
        file -> file.path("src/main/resources/application.properties"));
  }

  private static String rules(String matchers) {
    return """
    import org.springframework.security.config.annotation.web.builders.HttpSecurity;

    class Security {
        void rules(HttpSecurity http) throws Exception {
            http.authorizeHttpRequests(auth -> auth.requestMatchers(%s).hasRole("AGENT"));
        }
    }
    """
        .formatted(matchers);
  }

  private static String todo(String code, String reason) {
    return code.replace(
        "        http.",
        "        // TODO mcp-migrate: high severity: " + reason + "\n        http.");
  }

  private static String undecided(String legacy, String mcp) {
    return "this treats %s by itself, and Streamable HTTP has one path, %s, for GET, POST and DELETE: decide what holds there, so that access is neither opened nor closed"
        .formatted(legacy, mcp);
  }

  @Nested
  class Rules {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "spring.mvc.servlet.path=/shop\n",
          "server.servlet.context-path=/shop/\n",
          "spring.webflux.base-path=shop\n",
          "#---\nspring.config.activate.on-profile=prod\nserver.servlet.context-path=/shop\n"
        })
    void withThePrefixFollow(String prefix) {
      rewriteRun(
          server(prefix),
          java(rules("\"/shop/sse\", \"/shop/mcp/message/**\""), rules("\"/shop/mcp\"")));
    }

    @Test
    void withoutThePrefixFollowAsBefore() {
      rewriteRun(server(CONTEXT), java(rules("\"/sse\", \"/mcp/message\""), rules("\"/mcp\"")));
    }

    @Test
    void withAPrefixOfTwoPartsFollow() {
      rewriteRun(
          spec -> spec.recipe(new AccessRulesOfSpringAi("/agents", null, "dual")),
          yaml(
              """
              server.servlet.context-path: /shop
              spring:
                mvc.servlet.path: /api
                ai.mcp.server.name: weather
              """,
              file -> file.path("src/main/resources/application.yml")),
          java(
              rules("\"/shop/api/sse/**\", \"/shop/api/mcp/message\""),
              rules("\"/shop/api/sse/**\", \"/shop/api/mcp/message\", \"/shop/api/agents\"")));
    }

    @Test
    void ofCorsFollow() {
      String before =
          """
          import org.springframework.web.servlet.config.annotation.*;

          class Web implements WebMvcConfigurer {
              @Override
              public void addCorsMappings(CorsRegistry registry) {
                  registry.addMapping("/shop/sse").allowedOrigins("*");
                  registry.addMapping("/shop/mcp/message").allowedOrigins("*");
              }
          }
          """;
      rewriteRun(
          server(CONTEXT),
          java(
              before,
              before
                  .replace(
                      "        registry.addMapping(\"/shop/mcp/message\").allowedOrigins(\"*\");\n",
                      "")
                  .replace("/shop/sse", "/shop/mcp")));
    }

    @Test
    void inBothSpellingsAreForAPerson() {
      String rules = rules("\"/sse\", \"/mcp/message\", \"/shop/sse\", \"/shop/mcp/message\"");
      rewriteRun(server(CONTEXT), java(rules, todo(rules, undecided("/sse", "/mcp"))));
    }

    @Test
    void forOneOfThePathsAreForAPerson() {
      String rules = rules("\"/shop/sse\"");
      rewriteRun(server(CONTEXT), java(rules, todo(rules, undecided("/shop/sse", "/shop/mcp"))));
    }

    @Test
    void inFiltersAreForAPerson() {
      String filter =
          """
          import jakarta.servlet.*;
          import jakarta.servlet.http.HttpServletRequest;

          abstract class Tokens implements Filter {
              boolean isOpen(HttpServletRequest request) {
                  return request.getRequestURI().equals("/shop/sse");
              }
          }
          """;
      rewriteRun(
          server(CONTEXT),
          java(
              filter,
              filter.replace(
                  "        return",
                  "        // TODO mcp-migrate: high severity: "
                      + undecided("/shop/sse", "/shop/mcp")
                      + "\n        return")));
    }

    @Test
    void behindAPrefixFromElsewhereAreForAPerson() {
      String rules = rules("\"/shop/sse\", \"/shop/mcp/message\"");
      rewriteRun(
          spec ->
              spec.dataTable(
                  LegacySseUses.Row.class,
                  rows ->
                      assertThat(rows)
                          .singleElement()
                          .extracting(LegacySseUses.Row::getAction)
                          .isEqualTo("manual")),
          server("server.servlet.context-path=${BASE}\n"),
          java(
              rules,
              todo(
                  rules,
                  "the configuration takes from elsewhere what stands before the application's paths: if /shop/sse is HTTP+SSE there, Streamable HTTP has one path, /mcp, for GET, POST and DELETE behind the same")));
    }
  }

  @Nested
  class Clients {

    @Test
    void thatTestsMake() {
      String request =
          """
          class ServerTest {
              void ask(org.springframework.web.reactive.function.client.WebClient client) {
                  client.get().uri("/shop/sse").retrieve();
              }
          }
          """;
      rewriteRun(
          spec -> spec.recipe(new ReportSseProbes()),
          server(CONTEXT),
          java(
              request,
              request.replace(
                  "        client",
                  "        // TODO mcp-migrate: /sse is no longer served; Streamable HTTP is asked by POST on its one endpoint\n        client")));
    }

    @Test
    void inCodeOfASpringAiServerWithPathsOfItsOwn() {
      String client =
          """
          import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

          class Client {
              Object transport = HttpClientSseClientTransport.builder("http://localhost:8080").sseEndpoint("%s").build();
          }
          """;
      for (String path : new String[] {"/events", "/shop/events"}) {
        rewriteRun(
            spec ->
                spec.recipe(new SseClientToStreamable(null, null, null))
                    .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
            server(CONTEXT + "spring.ai.mcp.server.sse-endpoint=/events\n"),
            java(
                client.formatted(path),
                client
                    .formatted(path.replace("events", "mcp"))
                    .replace("HttpClientSseClientTransport", "HttpClientStreamableHttpTransport")
                    .replace("sseEndpoint", "endpoint")));
      }
    }

    @Test
    void inCodeOfOwnServersWithPathsOfTheirOwn() {
      rewriteRun(
          spec ->
              spec.recipe(new SseClientToStreamable("/agents", null, null))
                  .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
          properties(CONTEXT, file -> file.path("src/main/resources/application.properties")),
          java(
              """
              import com.fasterxml.jackson.databind.ObjectMapper;
              import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;

              class Server {
                  Object transport = new WebMvcSseServerTransportProvider(new ObjectMapper(), "", "/message", "/events");
              }
              """),
          java(
              """
              import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

              class Client {
                  Object transport = HttpClientSseClientTransport.builder("http://localhost:8080").sseEndpoint("/shop/events").build();
              }
              """,
              """
              import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

              class Client {
                  Object transport = HttpClientStreamableHttpTransport.builder("http://localhost:8080").endpoint("/shop/agents").build();
              }
              """));
    }

    @Test
    void inConfiguration() {
      rewriteRun(
          spec -> spec.recipe(new SpringAiClientToStreamable("/agents", null, null)),
          server(CONTEXT + "spring.ai.mcp.server.sse-endpoint=/events\n"),
          yaml(
              """
              spring.ai.mcp.client.sse.connections.weather:
                url: http://localhost:8080
                sse-endpoint: /shop/events
              """,
              """
              spring.ai.mcp.client.streamable-http.connections.weather:
                url: http://localhost:8080
                endpoint: /shop/agents
              """,
              file -> file.path("src/main/resources/application-client.yml")));
    }

    @Test
    void inVariables() {
      rewriteRun(
          spec -> spec.recipe(new SpringAiEnvironmentToStreamable("/agents", null)),
          server(CONTEXT + "spring.ai.mcp.server.sse-endpoint=/events\n"),
          text(
              """
              SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_WEATHER_URL=http://weather:8080
              SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_WEATHER_SSE_ENDPOINT=/shop/events
              SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_STOCK_SSE_ENDPOINT=/events
              """,
              """
              SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_WEATHER_URL=http://weather:8080
              SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_WEATHER_ENDPOINT=/shop/agents
              SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_STOCK_ENDPOINT=/agents
              """,
              file -> file.path("weather.env")));
    }

    @Test
    void inKeysThatCodeSetsOrReads() {
      rewriteRun(
          spec -> spec.recipe(new SpringAiKeysInCode("/agents", null, null)),
          server("spring.ai.mcp.server.sse-endpoint=/events\n"),
          java(
              """
              import org.springframework.beans.factory.annotation.Value;

              class ClientTest {
                  @Value("${spring.ai.mcp.client.sse.connections.weather.sse-endpoint:/events}")
                  String weather;

                  void run() {
                      System.setProperty("spring.ai.mcp.client.sse.connections.weather.sse-endpoint", "/events");
                  }
              }
              """,
              """
              import org.springframework.beans.factory.annotation.Value;

              class ClientTest {
                  @Value("${spring.ai.mcp.client.streamable-http.connections.weather.endpoint:/agents}")
                  String weather;

                  void run() {
                      System.setProperty("spring.ai.mcp.client.streamable-http.connections.weather.endpoint", "/agents");
                  }
              }
              """));
    }
  }

  @Nested
  class DoesNotTouch {

    @Test
    void pathsBehindAnotherPrefix() {
      rewriteRun(server(CONTEXT), java(rules("\"/news/sse\", \"/news/mcp/message\"")));
    }

    @Test
    void pathsBehindAPrefixThatIsNotConfigured() {
      rewriteRun(server(""), java(rules("\"/shop/sse\", \"/shop/mcp/message\"")));
    }

    @Test
    void aWildcardBelowThePrefix() {
      rewriteRun(server(CONTEXT), java(rules("\"/shop/**\"")));
    }

    @Test
    void aWildcardWithinThePrefixThatCoversAll() {
      rewriteRun(
          server(CONTEXT + "spring.ai.mcp.server.sse-endpoint=/mcp/sse\n"),
          java(rules("\"/shop/mcp/**\"")));
    }

    @Test
    void otherPathsBehindAPrefixFromElsewhere() {
      rewriteRun(
          server("server.servlet.context-path=${BASE}\n"),
          java(rules("\"/shop/news\", \"/shop/message\"")));
    }

    @Test
    void requestsBehindAnotherPrefix() {
      rewriteRun(
          spec -> spec.recipe(new ReportSseProbes()),
          server(CONTEXT),
          java(
              """
              class ServerTest {
                  void ask(org.springframework.web.reactive.function.client.WebClient client) {
                      client.get().uri("/news/sse").retrieve();
                  }
              }
              """));
    }

    /** Of that server nobody here knows where it will be. */
    @Test
    void endpointsOfServersElsewhere() {
      rewriteRun(
          spec -> spec.recipe(new SpringAiClientToStreamable(null, null, null)),
          server("spring.ai.mcp.server.sse-endpoint=/events\n"),
          yaml(
              """
              spring.ai.mcp.client.sse.connections.weather:
                url: https://weather.example.com
                sse-endpoint: /events
              """,
              """
              spring.ai.mcp.client.streamable-http.connections.weather:
                url: https://weather.example.com
                # TODO mcp-migrate: ask whoever runs this server where it serves Streamable HTTP
                endpoint: /events
              """,
              file -> file.path("src/main/resources/application-client.yml")));
    }

    /** Two servers had one path, and will have different ones. */
    @Test
    void endpointsThatSeveralServersHave() {
      rewriteRun(
          spec -> spec.recipe(new SpringAiClientToStreamable(null, null, null)),
          mavenProject(
              "weather",
              server("spring.ai.mcp.server.sse-endpoint=/events\n"),
              yaml(
                  """
                  spring.ai.mcp.client.sse.connections.stock:
                    url: http://localhost:8081
                    sse-endpoint: /events
                  """,
                  """
                  spring.ai.mcp.client.streamable-http.connections.stock:
                    url: http://localhost:8081
                    # TODO mcp-migrate: ask whoever runs this server where it serves Streamable HTTP
                    endpoint: /events
                  """,
                  file -> file.path("src/main/resources/application-client.yml"))),
          mavenProject(
              "stock",
              server(
                  "spring.ai.mcp.server.sse-endpoint=/events\nspring.ai.mcp.server.streamable-http.mcp-endpoint=/stock\n")));
    }
  }
}

package io.github.mcpmigrate.recipes.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.kotlin.Assertions.kotlin;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.MigrateToStreamableHttp;
import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.kotlin.KotlinParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/**
 * Browsers' clients of a server that moves: their session is in a header now, and DELETE ends it.
 */
class CorsForStreamableHttpTest implements RewriteTest {

  private static final String TODO =
      "// TODO mcp-migrate: browser clients of Streamable HTTP need for /mcp: ";

  private static final String EVERYTHING =
      "exposed header Mcp-Session-Id; allowed headers Mcp-Session-Id, MCP-Protocol-Version, Last-Event-ID; allowed method DELETE";

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new CorsForStreamableHttp(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT));
  }

  /** A server of Spring AI, by the starter's own keys. */
  private static SourceSpecs server(String keys) {
    return properties(
        "spring.ai.mcp.server.name=weather\n" + keys,
        file -> file.path("src/main/resources/application.properties"));
  }

  private static String filter(String path, String... calls) {
    return """
    import java.util.Arrays;
    import java.util.Collections;
    import java.util.List;
    import org.springframework.http.HttpHeaders;
    import org.springframework.http.HttpMethod;
    import org.springframework.web.cors.CorsConfiguration;
    import org.springframework.web.cors.reactive.CorsWebFilter;
    import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

    class Cors {
        CorsWebFilter filter(List<String> configured) {
            UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
            CorsConfiguration config = new CorsConfiguration();
            %s
            source.registerCorsConfiguration("%s", config);
            return new CorsWebFilter(source);
        }
    }
    """
        .formatted(String.join("\n        ", calls), path);
  }

  private static String mappings(String calls) {
    return """
    import org.springframework.web.servlet.config.annotation.*;

    class Web implements WebMvcConfigurer {
        @Override
        public void addCorsMappings(CorsRegistry registry) {
            registry%s;
        }
    }
    """
        .formatted(calls);
  }

  /** As in dingdaoyi/spring-mcp-demo. */
  @DocumentExample
  @Test
  void whatIsAddedOneByOne() {
    String[] before = {
      "config.setAllowCredentials(false);",
      "config.addAllowedOrigin(\"*\");",
      "config.addAllowedHeader(\"*\");",
      "config.addAllowedMethod(\"*\");"
    };
    rewriteRun(
        server(""),
        java(
            filter("/**", before),
            filter(
                "/**",
                before[0],
                before[1],
                before[2],
                before[3],
                "config.addExposedHeader(\"Mcp-Session-Id\");")));
  }

  @Test
  void listsOfTheServersOwnPath() {
    rewriteRun(
        server(""),
        java(
            filter(
                "/mcp",
                "config.setAllowedMethods(List.of(\"GET\", \"POST\"));",
                "config.setAllowedHeaders(Arrays.asList(HttpHeaders.CONTENT_TYPE,",
                "        \"mcp-session-id\"));",
                "config.setExposedHeaders(List.of(\"X-Total\"));"),
            filter(
                "/mcp",
                "config.setAllowedMethods(List.of(\"GET\", \"POST\", \"DELETE\"));",
                "config.setAllowedHeaders(Arrays.asList(HttpHeaders.CONTENT_TYPE,",
                "        \"mcp-session-id\",",
                "        \"MCP-Protocol-Version\",",
                "        \"Last-Event-ID\"));",
                "config.setExposedHeaders(List.of(\"X-Total\", \"Mcp-Session-Id\"));")));
  }

  @Test
  void listsThatTakeNoMore() {
    rewriteRun(
        server(""),
        java(
            filter(
                "/mcp/**",
                "config.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.POST.name(), HttpMethod.DELETE.name()));",
                "config.setAllowedHeaders(Collections.singletonList(CorsConfiguration.ALL));",
                "config.setExposedHeaders(Collections.singletonList(\"X-Total\"));"),
            filter(
                "/mcp/**",
                "config.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.POST.name(), HttpMethod.DELETE.name()));",
                "config.setAllowedHeaders(Collections.singletonList(CorsConfiguration.ALL));",
                "config.setExposedHeaders(Collections.singletonList(\"X-Total\"));",
                "config.addExposedHeader(\"Mcp-Session-Id\");")));
  }

  @Test
  void mappingsOfMvc() {
    rewriteRun(
        spec -> spec.recipe(new CorsForStreamableHttp("/agents", null, true)),
        server(""),
        java(
            mappings(
                """
                .addMapping("/agents/**")
                        .allowedOrigins("https://app.example")
                        .allowedMethods("GET", "POST")
                        .allowedHeaders("Content-Type")\
                """),
            mappings(
                """
                .addMapping("/agents/**")
                        .allowedOrigins("https://app.example")
                        .allowedMethods("GET", "POST", "DELETE")
                        .allowedHeaders("Content-Type", "Mcp-Session-Id", "MCP-Protocol-Version", "Last-Event-ID")
                        .exposedHeaders("Mcp-Session-Id")\
                """)));
  }

  /** What follows to the new path in the same run. */
  @Test
  void mappingsThatFollow() {
    rewriteRun(
        spec -> spec.recipe(new MigrateToStreamableHttp(null, null, null)),
        properties(
            "spring.ai.mcp.server.name=weather",
            "spring.ai.mcp.server.name=weather\nspring.ai.mcp.server.protocol=STREAMABLE",
            file -> file.path("src/main/resources/application.properties")),
        java(
            mappings(
                """
                .addMapping("/sse").allowedMethods("GET", "POST").exposedHeaders("X-Total");
                        registry.addMapping("/mcp/message").allowedMethods("GET", "POST").exposedHeaders("X-Total")\
                """),
            mappings(
                """
                .addMapping("/mcp").allowedMethods("GET", "POST", "DELETE").exposedHeaders("X-Total", "Mcp-Session-Id")\
                """)));
  }

  @Test
  void sourcesThatHaveOneConfigurationForAll() {
    String source =
        """
        import org.springframework.web.cors.CorsConfiguration;
        import org.springframework.web.cors.CorsConfigurationSource;

        class Cors {
            CorsConfigurationSource source() {
                CorsConfiguration config = new CorsConfiguration().applyPermitDefaultValues();
                config.addAllowedMethod("*");%s
                return request -> config;
            }
        }
        """;
    rewriteRun(
        server(""),
        java(
            source.formatted(""),
            source.formatted("\n        config.addExposedHeader(\"Mcp-Session-Id\");")));
  }

  @Nested
  class LeavesATodo {

    /** It would be allowed for whatever else is there. */
    @Test
    void onMethodsForOtherPathsToo() {
      String before = ".addMapping(\"/**\").allowedMethods(\"GET\", \"POST\")";
      rewriteRun(
          spec ->
              spec.dataTable(
                  LegacySseUses.Row.class,
                  rows ->
                      assertThat(rows)
                          .singleElement()
                          .satisfies(
                              row -> {
                                assertThat(row.getAction()).isEqualTo("manual");
                                assertThat(row.getReason()).endsWith("allowed method DELETE");
                              })),
          server(""),
          java(
              mappings(before),
              mappings(before + ".exposedHeaders(\"Mcp-Session-Id\")")
                  .replace(
                      "        registry",
                      "        " + TODO + "allowed method DELETE\n        registry")));
    }

    @Test
    void onValuesThatAreComputed() {
      String before =
          filter(
              "/mcp",
              "config.setAllowedMethods(configured);",
              "config.setAllowedHeaders(configured);",
              "config.setExposedHeaders(configured);");
      rewriteRun(
          server(""),
          java(
              before,
              before.replace(
                  "        CorsConfiguration config",
                  "        " + TODO + EVERYTHING + "\n        CorsConfiguration config")));
    }

    @Test
    void onConfigurationsFromElsewhere() {
      String code =
          """
          import org.springframework.web.cors.*;

          class Cors {
              void register(UrlBasedCorsConfigurationSource source, CorsConfiguration agents) {
                  %ssource.registerCorsConfiguration("/mcp", agents);
              }
          }
          """;
      rewriteRun(
          server(""), java(code.formatted(""), code.formatted(TODO + EVERYTHING + "\n        ")));
    }

    @Test
    void inKotlin() {
      String code =
          """
          import org.springframework.web.servlet.config.annotation.CorsRegistry
          import org.springframework.web.servlet.config.annotation.WebMvcConfigurer

          class Web : WebMvcConfigurer {
              override fun addCorsMappings(registry: CorsRegistry) {
                  %sregistry.addMapping("/**").allowedOrigins("https://app.example")
              }
          }
          """;
      rewriteRun(
          spec -> spec.parser(KotlinParser.builder().classpath(SdkJars.CURRENT)),
          server(""),
          kotlin(code.formatted(""), code.formatted(TODO + EVERYTHING + "\n        ")));
    }
  }

  @Nested
  class DoesNotTouch {

    private static final String OPEN =
        ".addMapping(\"%s\").allowedMethods(\"*\").exposedHeaders(\"%s\")";

    @Test
    void rulesThatHaveAll() {
      rewriteRun(
          server(""),
          java(mappings(OPEN.formatted("/**", "mcp-session-id"))),
          java(
              filter(
                  "/mcp",
                  "config.setAllowedMethods(List.of(\"*\"));",
                  "config.setAllowedHeaders(List.of(\"*\"));",
                  "config.setExposedHeaders(List.of(\"Mcp-Session-Id\"));")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/**", "/sse", "/mcp/message"})
    void rulesForOtherPaths(String path) {
      rewriteRun(server(""), java(mappings(OPEN.formatted(path, "X-Total"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STREAMABLE", "STATELESS"})
    void rulesForServersThatDoNotMove(String protocol) {
      rewriteRun(
          server("spring.ai.mcp.server.protocol=" + protocol + "\n"),
          java(mappings(OPEN.formatted("/**", "X-Total"))));
    }

    @Test
    void rulesWithoutAServer() {
      rewriteRun(java(mappings(OPEN.formatted("/**", "X-Total"))));
    }

    @Test
    void rulesOfOtherModules() {
      rewriteRun(
          mavenProject("weather", server("")),
          mavenProject("shop", srcMainJava(java(mappings(OPEN.formatted("/**", "X-Total"))))));
    }

    @Test
    void configurationsThatNobodyAsksFor() {
      rewriteRun(
          server(""),
          java(
              """
              import org.springframework.web.cors.CorsConfiguration;

              class Cors {
                  CorsConfiguration of(String origin) {
                      CorsConfiguration config = new CorsConfiguration();
                      config.addAllowedOrigin(origin);
                      return config;
                  }
              }
              """));
    }

    @Test
    void anythingWhenItOnlyLooks() {
      rewriteRun(
          spec ->
              spec.recipe(new FindCorsRules())
                  .dataTable(LegacySseUses.Row.class, rows -> assertThat(rows).singleElement()),
          server(""),
          java(mappings(".addMapping(\"/**\").allowedMethods(\"GET\", \"POST\")")));
    }
  }
}

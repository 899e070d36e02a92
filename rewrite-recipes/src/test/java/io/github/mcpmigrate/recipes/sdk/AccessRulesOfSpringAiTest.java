package io.github.mcpmigrate.recipes.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.kotlin.Assertions.kotlin;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.yaml.Assertions.yaml;

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

/** Rules for the paths of servers whose transport is a property and no code. */
class AccessRulesOfSpringAiTest implements RewriteTest {

  @TempDir Path repository;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new AccessRulesOfSpringAi(null, null, null))
        .executionContext(CompatRepository.in(repository))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT));
  }

  /** A server, by the starter's own keys. */
  private static SourceSpecs server(String keys) {
    return properties(
        "spring.ai.mcp.server.name=weather\n" + keys,
        file -> file.path("src/main/resources/application.properties"));
  }

  @DocumentExample
  @Test
  void rulesForTheDefaultPathsFollow() {
    rewriteRun(
        server(""),
        java(
            """
            import org.springframework.security.config.annotation.web.builders.HttpSecurity;

            class Security {
                void rules(HttpSecurity http) throws Exception {
                    http.securityMatcher("/sse", "/mcp/message")
                        .csrf(csrf -> csrf.ignoringRequestMatchers("/sse", "/mcp/message"))
                        .authorizeHttpRequests(auth -> auth
                            .requestMatchers("/health", "/sse", "/mcp/message").hasRole("AGENT")
                            .anyRequest().authenticated());
                }
            }
            """,
            """
            import org.springframework.security.config.annotation.web.builders.HttpSecurity;

            class Security {
                void rules(HttpSecurity http) throws Exception {
                    http.securityMatcher("/mcp")
                        .csrf(csrf -> csrf.ignoringRequestMatchers("/mcp"))
                        .authorizeHttpRequests(auth -> auth
                            .requestMatchers("/health", "/mcp").hasRole("AGENT")
                            .anyRequest().authenticated());
                }
            }
            """));
  }

  /** It may be for that server, or for one of its own. */
  @Test
  void rulesBesideTheServersModuleAreReported() {
    String rules =
        """
        import org.springframework.security.config.annotation.web.builders.HttpSecurity;

        class Security {
            void rules(HttpSecurity http) throws Exception {
                http.securityMatcher("/sse", "/mcp/message");
            }
        }
        """;
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .singleElement()
                        .satisfies(row -> assertThat(row.getReason()).startsWith("high severity"))),
        mavenProject("server", server("")),
        mavenProject(
            "security",
            srcMainJava(
                java(
                    rules,
                    rules.replace(
                        "        http.",
                        "        // TODO mcp-migrate: high severity: Streamable HTTP is at /mcp in place of /sse, and a rule here does not follow by itself: if it is for that server, give it that path, for GET, POST and DELETE\n        http.")))));
  }

  @Test
  void rulesInKotlinAreReported() {
    String rules =
        """
        import org.springframework.security.config.annotation.web.builders.HttpSecurity

        class Security {
            fun rules(http: HttpSecurity) {
                http.securityMatcher("/sse", "/mcp/message")
            }
        }
        """;
    rewriteRun(
        spec -> spec.parser(KotlinParser.builder().classpath(SdkJars.CURRENT)),
        server(""),
        kotlin(
            rules,
            rules.replace(
                "        http.",
                "        // TODO mcp-migrate: high severity: Streamable HTTP is at /mcp in place of /sse, and a rule here does not follow by itself: if it is for that server, give it that path, for GET, POST and DELETE\n        http.")));
  }

  @Test
  void rulesForConfiguredPathsFollow() {
    rewriteRun(
        spec -> spec.recipe(new AccessRulesOfSpringAi("/weather/mcp", null, null)),
        yaml(
            """
            spring.ai.mcp.server:
              sse-endpoint: /weather/sse
              sse-message-endpoint: /weather/messages
            """,
            file -> file.path("src/main/resources/application.yml")),
        java(
            """
            import org.springframework.security.config.annotation.web.builders.HttpSecurity;

            class Security {
                private static final String SSE = "/weather/sse";

                void rules(HttpSecurity http) throws Exception {
                    http.authorizeHttpRequests(auth -> auth
                        .requestMatchers(SSE, "/weather/messages").permitAll());
                }
            }
            """,
            """
            import org.springframework.security.config.annotation.web.builders.HttpSecurity;

            class Security {
                private static final String SSE = "/weather/sse";

                void rules(HttpSecurity http) throws Exception {
                    http.authorizeHttpRequests(auth -> auth
                        .requestMatchers("/weather/mcp").permitAll());
                }
            }
            """));
  }

  @Test
  void aWildcardAboveAllPathsCoversTheNewOneToo() {
    rewriteRun(
        server("spring.ai.mcp.server.sse-endpoint=/mcp/sse\n"),
        java(
            """
            import org.springframework.security.config.annotation.web.builders.HttpSecurity;

            class Security {
                void rules(HttpSecurity http) throws Exception {
                    http.authorizeHttpRequests(auth -> auth.requestMatchers("/mcp/**").authenticated());
                }
            }
            """));
  }

  @Test
  void onBothTransportsRulesGetOneMorePath() {
    rewriteRun(
        spec -> spec.recipe(new AccessRulesOfSpringAi(null, null, "dual")),
        server(""),
        java(
            """
            import org.springframework.web.servlet.config.annotation.*;

            class Web implements WebMvcConfigurer {
                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(null).addPathPatterns("/sse", "/mcp/message");
                }
            }
            """,
            """
            import org.springframework.web.servlet.config.annotation.*;

            class Web implements WebMvcConfigurer {
                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(null).addPathPatterns("/sse", "/mcp/message", "/mcp");
                }
            }
            """));
  }

  @Test
  void filtersFollow() {
    rewriteRun(
        server(""),
        java(
            """
            import jakarta.servlet.Filter;
            import jakarta.servlet.annotation.WebFilter;
            import java.util.List;
            import org.springframework.boot.web.servlet.FilterRegistrationBean;

            class Filters {
                void map(FilterRegistrationBean<Filter> one, FilterRegistrationBean<Filter> other) {
                    one.addUrlPatterns("/sse", "/mcp/message");
                    other.setUrlPatterns(List.of("/sse", "/mcp/message"));
                }

                @WebFilter(urlPatterns = {"/sse", "/mcp/message"})
                abstract static class Tokens implements Filter {
                }
            }
            """,
            """
            import jakarta.servlet.Filter;
            import jakarta.servlet.annotation.WebFilter;
            import java.util.List;
            import org.springframework.boot.web.servlet.FilterRegistrationBean;

            class Filters {
                void map(FilterRegistrationBean<Filter> one, FilterRegistrationBean<Filter> other) {
                    one.addUrlPatterns("/mcp");
                    other.setUrlPatterns(List.of("/mcp"));
                }

                @WebFilter(urlPatterns = {"/mcp"})
                abstract static class Tokens implements Filter {
                }
            }
            """));
  }

  private static final String CORS =
      """
      import org.springframework.web.cors.*;
      import org.springframework.web.servlet.config.annotation.*;

      class Web implements WebMvcConfigurer {
          @Override
          public void addCorsMappings(CorsRegistry registry) {
              // our agents
      %s    }

          void register(UrlBasedCorsConfigurationSource source, CorsConfiguration agents) {
      %s    }
      }
      """;

  private static String cors(String... paths) {
    StringBuilder mappings = new StringBuilder();
    StringBuilder registrations = new StringBuilder();
    for (String path : paths) {
      mappings
          .append("        registry.addMapping(\"")
          .append(path)
          .append("\").allowedOrigins(\"https://agents.example\");\n");
      registrations
          .append("        source.registerCorsConfiguration(\"")
          .append(path)
          .append("\", agents);\n");
    }
    return CORS.formatted(mappings, registrations);
  }

  @Test
  void mappingsOfCorsFollow() {
    rewriteRun(server(""), java(cors("/sse", "/mcp/message"), cors("/mcp")));
  }

  @Test
  void mappingsOfCorsGetOneMore() {
    rewriteRun(
        spec -> spec.recipe(new AccessRulesOfSpringAi("/agents", null, "dual")),
        server(""),
        java(cors("/sse", "/mcp/message"), cors("/sse", "/mcp/message", "/agents")));
  }

  private static final String POM =
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
          .formatted(Versions.compat());

  @Test
  void rulesLoseThePathsThatAreDropped() {
    rewriteRun(
        spec -> spec.recipe(new AccessRulesOfSpringAi(null, null, "drop-legacy")),
        mavenProject(
            "weather",
            pomXml(POM),
            srcMainResources(
                properties(
                    """
                    spring.ai.mcp.server.protocol=STREAMABLE
                    spring.ai.mcp.server.sse-endpoint=/events
                    """,
                    file -> file.path("application.properties"))),
            srcMainJava(
                java(
                    """
                    import org.springframework.security.config.annotation.web.builders.HttpSecurity;

                    class Security {
                        void rules(HttpSecurity http) throws Exception {
                            http.authorizeHttpRequests(auth -> auth
                                .requestMatchers("/events", "/mcp/message", "/mcp").hasRole("AGENT"));
                        }
                    }
                    """,
                    """
                    import org.springframework.security.config.annotation.web.builders.HttpSecurity;

                    class Security {
                        void rules(HttpSecurity http) throws Exception {
                            http.authorizeHttpRequests(auth -> auth
                                .requestMatchers("/mcp").hasRole("AGENT"));
                        }
                    }
                    """),
                java(cors("/events", "/mcp/message", "/mcp"), cors("/mcp")))));
  }

  /** They stay, and are reported with the highest severity. */
  @Nested
  class LeavesATodo {

    private static final String TODO =
        "// TODO mcp-migrate: high severity: this treats %s by itself, and Streamable HTTP has one path, /mcp, for"
            + " GET, POST and DELETE: decide what holds there, so that access is neither opened nor closed";

    private void stays(SourceSpecs server, String body, String path) {
      String source =
          """
          import org.springframework.http.HttpMethod;
          import org.springframework.security.config.annotation.web.builders.HttpSecurity;
          import org.springframework.security.web.util.matcher.AntPathRequestMatcher;

          class Security {
              void rules(HttpSecurity http) throws Exception {
                  %s
              }
          }
          """;
      rewriteRun(
          spec ->
              spec.dataTable(
                  LegacySseUses.Row.class,
                  rows ->
                      assertThat(rows)
                          .singleElement()
                          .matches(
                              row ->
                                  row.getAction().equals("manual")
                                      && row.getReason().startsWith("high severity: "))),
          server,
          java(
              source.formatted(body),
              source.formatted(TODO.formatted(path) + "\n        " + body)));
    }

    @Test
    void onRulesThatDiffer() {
      stays(
          server(""),
          """
          http.authorizeHttpRequests(auth -> auth
                  .requestMatchers("/sse").permitAll()
                  .requestMatchers("/mcp/message").authenticated());""",
          "/mcp/message");
    }

    @Test
    void onRulesForOneMethod() {
      stays(
          server(""),
          """
          http.authorizeHttpRequests(auth -> auth
                  .requestMatchers(HttpMethod.GET, "/sse", "/mcp/message").permitAll());""",
          "/sse");
    }

    @Test
    void onMatchersOfOnePath() {
      stays(
          server(""),
          """
          http.securityMatcher(new AntPathRequestMatcher("/sse"));""",
          "/sse");
    }

    @Test
    void wherePathsDependOnTheProfile() {
      stays(
          properties(
              """
              spring.ai.mcp.server.sse-endpoint=/sse
              #---
              spring.config.activate.on-profile=cloud
              spring.ai.mcp.server.sse-endpoint=/events
              """,
              file -> file.path("src/main/resources/application.properties")),
          """
          http.authorizeHttpRequests(auth -> auth
                  .requestMatchers("/sse", "/mcp/message").permitAll());""",
          "/sse");
    }

    @Test
    void onOneOfTwoMappingsOfCors() {
      rewriteRun(
          server(""),
          java(
              """
              import org.springframework.web.servlet.config.annotation.*;

              class Web implements WebMvcConfigurer {
                  @Override
                  public void addCorsMappings(CorsRegistry registry) {
                      registry.addMapping("/sse").allowedOrigins("*");
                      registry.addMapping("/mcp/message").allowedOrigins("https://agents.example");
                  }
              }
              """,
              """
              import org.springframework.web.servlet.config.annotation.*;

              class Web implements WebMvcConfigurer {
                  @Override
                  public void addCorsMappings(CorsRegistry registry) {
                      %s
                      registry.addMapping("/sse").allowedOrigins("*");
                      %s
                      registry.addMapping("/mcp/message").allowedOrigins("https://agents.example");
                  }
              }
              """
                  .formatted(TODO.formatted("/sse"), TODO.formatted("/mcp/message"))));
    }
  }

  @Nested
  class DoesNotTouch {

    private static final String RULES =
        """
        import org.springframework.security.config.annotation.web.builders.HttpSecurity;

        class Security {
            void rules(HttpSecurity http) throws Exception {
                http.authorizeHttpRequests(auth -> auth
                    .requestMatchers("/sse", "/mcp/message").authenticated());
            }
        }
        """;

    @Test
    void projectsWithoutAServer() {
      rewriteRun(java(RULES), java(cors("/sse", "/mcp/message")));
    }

    @Test
    void serversThatHaveMoved() {
      rewriteRun(server("spring.ai.mcp.server.protocol=STREAMABLE\n"), java(RULES));
    }

    @Test
    void serversWithoutSessions() {
      rewriteRun(server("spring.ai.mcp.server.protocol=STATELESS\n"), java(RULES));
    }

    @Test
    void rulesForOtherPaths() {
      rewriteRun(server("spring.ai.mcp.server.sse-endpoint=/events\n"), java(cors("/sse", "/api")));
    }

    @Test
    void mappingsOfServlets() {
      rewriteRun(
          server(""),
          java(
              """
              import org.springframework.boot.web.servlet.ServletRegistrationBean;

              class Servlets {
                  void map(ServletRegistrationBean<?> ticker) {
                      ticker.addUrlMappings("/sse");
                  }
              }
              """));
    }

    @Test
    void serversOnBothTransportsThatAreNotDropped() {
      rewriteRun(
          mavenProject(
              "weather",
              pomXml(POM),
              srcMainResources(
                  properties(
                      "spring.ai.mcp.server.protocol=STREAMABLE\n",
                      file -> file.path("application.properties"))),
              srcMainJava(java(RULES))));
    }

    @Test
    void thePathThatStreamableHttpKeeps() {
      rewriteRun(
          spec -> spec.recipe(new AccessRulesOfSpringAi(null, true, null)),
          server(""),
          java(RULES));
    }

    @Test
    void anythingWhenItOnlyLooks() {
      rewriteRun(
          spec ->
              spec.recipe(new FindAccessRulesOfSpringAi())
                  .dataTable(
                      LegacySseUses.Row.class,
                      rows ->
                          assertThat(rows)
                              .extracting(LegacySseUses.Row::getConstruct)
                              .containsExactly("\"/sse\"")),
          server(""),
          java(RULES.replace("\"/sse\", ", "").replace("\"/mcp/message\"", "\"/sse\"")),
          java(RULES.replace("Security {", "Other {")));
    }
  }
}

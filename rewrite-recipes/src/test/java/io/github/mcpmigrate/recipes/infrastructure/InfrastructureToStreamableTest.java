package io.github.mcpmigrate.recipes.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.test.SourceSpecs.text;

import io.github.mcpmigrate.table.LegacySseUses.Row;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/**
 * Locations of nginx, in each of the three modes. Health checks are in {@link HealthChecksTest}.
 */
class InfrastructureToStreamableTest implements RewriteTest {

  private static final String BEFORE =
      """
      upstream notes {
          server 127.0.0.1:8080;
      }

      server {
          listen 80;

          # the events
          location /sse {
              proxy_pass http://notes;
              proxy_http_version 1.1;
              proxy_set_header Connection '';
              proxy_buffering off; # SSE
              proxy_read_timeout 1h;
          }

          location /mcp/message {
              proxy_pass http://notes;
          }

          location / {
              root /usr/share/nginx/html;
          }
      }
      """;

  private static final String AFTER =
      """
      upstream notes {
          server 127.0.0.1:8080;
      }

      server {
          listen 80;

          # the events
          location /mcp {
              proxy_pass http://notes;
              proxy_http_version 1.1;
              proxy_set_header Connection '';
              proxy_buffering off; # SSE
              proxy_read_timeout 1h;
          }

          location / {
              root /usr/share/nginx/html;
          }
      }
      """;

  private static final String DUAL =
      """
      upstream notes {
          server 127.0.0.1:8080;
      }

      server {
          listen 80;

          # the events
          location /sse {
              proxy_pass http://notes;
              proxy_http_version 1.1;
              proxy_set_header Connection '';
              proxy_buffering off; # SSE
              proxy_read_timeout 1h;
          }

          location /mcp {
              proxy_pass http://notes;
              proxy_http_version 1.1;
              proxy_set_header Connection '';
              proxy_buffering off; # SSE
              proxy_read_timeout 1h;
          }

          location /mcp/message {
              proxy_pass http://notes;
          }

          location / {
              root /usr/share/nginx/html;
          }
      }
      """;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new InfrastructureToStreamable(null, null, null));
  }

  private static SourceSpecs server(String... properties) {
    return properties(
        "spring.ai.mcp.server.name=notes\n" + String.join("\n", properties),
        file -> file.path("src/main/resources/application.properties"));
  }

  /** A server on both transports, as the compat starter in a Gradle build makes one. */
  private static SourceSpecs[] both(SourceSpecs file) {
    return new SourceSpecs[] {
      org.openrewrite.gradle.Assertions.buildGradle(
          "dependencies {\n    implementation 'io.github.mcpmigrate:mcp-compat-spring-boot-starter:0.1.0'\n"
              + "    implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2'\n}\n"),
      server("spring.ai.mcp.server.protocol=STREAMABLE"),
      file
    };
  }

  private static SourceSpecs nginx(String before) {
    return text(before, file -> file.path("deploy/nginx.conf"));
  }

  private static SourceSpecs nginx(String before, String after) {
    return text(before, after, file -> file.path("deploy/nginx.conf"));
  }

  private static void in(RecipeSpec spec, String mode) {
    spec.recipe(new InfrastructureToStreamable(null, null, mode));
  }

  private static void says(RecipeSpec spec, String... rows) {
    spec.dataTable(
        Row.class,
        found ->
            assertThat(found)
                .extracting(
                    row ->
                        "%d %s, %s: %s"
                            .formatted(
                                row.getLine(),
                                row.getConstruct(),
                                row.getAction(),
                                row.getReason()))
                .containsExactly(rows));
  }

  @DocumentExample
  @Test
  void aLocationTakesThePlaceOfTheOthers() {
    rewriteRun(
        spec ->
            says(
                spec,
                "9 location /sse, changed: becomes location /mcp",
                "17 location /mcp/message, changed: goes: messages go to the MCP endpoint"),
        server(),
        nginx(BEFORE, AFTER));
  }

  @Test
  void aLocationBesideTheOthersWhileBothAreServed() {
    rewriteRun(
        spec -> {
          in(spec, "dual");
          says(
              spec,
              "9 location /sse, changed: gets location /mcp beside it, with the same directives");
        },
        server(),
        nginx(BEFORE, DUAL));
  }

  @Test
  void theOthersGoInTheEnd() {
    rewriteRun(spec -> in(spec, "drop-legacy"), both(nginx(DUAL, AFTER)));
  }

  @Test
  void aSecondRunAndTheOtherMigrationChangeNothing() {
    rewriteRun(spec -> in(spec, "dual"), both(nginx(DUAL)));
    rewriteRun(spec -> in(spec, null), both(nginx(DUAL)));
    rewriteRun(spec -> in(spec, "dual"), server(), nginx(DUAL));
    rewriteRun(server("spring.ai.mcp.server.protocol=STREAMABLE"), nginx(AFTER));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "location = /sse {; location = /mcp {",
        "location ^~ /sse {; location ^~ /mcp {",
        "location \t/sse{; location \t/mcp{",
      })
  void itsOwnModifier(String before, String after) {
    rewriteRun(
        server(),
        nginx(
            before + " proxy_pass http://n; }\nlocation / { proxy_pass http://n; }\n",
            after + " proxy_pass http://n; }\nlocation / { proxy_pass http://n; }\n"));
  }

  @Test
  void thePathThatTheUpstreamIsAskedFor() {
    rewriteRun(
        server(),
        nginx(
            "location /sse { proxy_pass http://n:8080/sse; }\nlocation / { proxy_pass http://n:8080; }\n",
            "location /mcp { proxy_pass http://n:8080/mcp; }\nlocation / { proxy_pass http://n:8080; }\n"));
  }

  @Test
  void onePathAloneWhereMessagesAreAnotherLocations() {
    rewriteRun(
        spec -> in(spec, "dual"),
        server(),
        nginx(
            "location /sse { proxy_pass http://n; proxy_buffering off; }\nlocation / { proxy_pass http://n; }\n",
            "location /sse { proxy_pass http://n; proxy_buffering off; }\n"
                + "location = /mcp { proxy_pass http://n; proxy_buffering off; }\n"
                + "location / { proxy_pass http://n; }\n"));
  }

  @Test
  void thatOneStaysInTheEnd() {
    rewriteRun(
        spec -> in(spec, "drop-legacy"),
        both(
            nginx(
                "location /sse { proxy_pass http://n; }\nlocation = /mcp { proxy_pass http://n; }\nlocation / { proxy_pass http://n; }\n",
                "location = /mcp { proxy_pass http://n; }\nlocation / { proxy_pass http://n; }\n")));
  }

  @Test
  void sameRulesOfAccess() {
    String rules = "auth_basic notes; auth_basic_user_file users;";
    rewriteRun(
        server(),
        nginx(
            "location /sse { "
                + rules
                + " proxy_pass http://n; }\nlocation /mcp/message { proxy_pass http://n; "
                + rules
                + " }\n",
            "location /mcp { " + rules + " proxy_pass http://n; }\n"));
  }

  @Test
  void linesOfWindows() {
    rewriteRun(
        spec -> in(spec, "dual"),
        server(),
        nginx(
            "location /sse {\r\n\tproxy_pass http://n;\r\n}\r\nlocation /mcp/message {\r\n\tproxy_pass http://n;\r\n}\r\n",
            "location /sse {\r\n\tproxy_pass http://n;\r\n}\r\nlocation /mcp {\r\n\tproxy_pass http://n;\r\n}\r\nlocation /mcp/message {\r\n\tproxy_pass http://n;\r\n}\r\n"));
  }

  @Nested
  class DoesNotTouch {

    private static void leaves(RecipeSpec spec, String part) {
      spec.dataTable(
          Row.class,
          found -> {
            assertThat(found.get(0).getAction()).isEqualTo("manual");
            assertThat(found.get(0).getReason()).contains(part);
          });
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "limit_except GET { deny all: }; what holds of limit_except is a question of its own",
          "if ($request_method = POST) { return 405: }; what holds of if",
          "rewrite ^ /events:; what holds of rewrite",
          "proxy_cache notes:; what holds of proxy_cache",
          "proxy_set_header Accept text/event-stream:; what holds of proxy_set_header",
          "proxy_method GET:; what holds of proxy_method",
          "add_header Access-Control-Allow-Methods GET:; what holds of add_header",
          "allow 10.0.0.0/8: deny all:; other rules hold for messages",
        })
    void locationsThatDoMore(String directive, String part) {
      rewriteRun(
          spec -> leaves(spec, part),
          server(),
          nginx(
              "location /sse { proxy_pass http://n; "
                  + directive.replace(':', ';')
                  + " }\nlocation /mcp/message { proxy_pass http://n; }\n"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "location /sse { root /events; }\nlocation / { proxy_pass http://n; }\n",
          "location /sse { proxy_pass http://other; }\nlocation / { proxy_pass http://n; }\n",
          "location /sse { proxy_pass http://n; }\n",
          "location /sse { proxy_pass http://n/; }\nlocation / { proxy_pass http://n; }\n",
          "location ~ ^/(sse|mcp/message) { proxy_pass http://n; }\n",
          "location ~ ^/sse$ { proxy_pass http://n; }\n",
        })
    void locationsThatAreNotCertain(String file) {
      rewriteRun(
          spec -> leaves(spec, "give its place to this: location /mcp {"), server(), nginx(file));
      rewriteRun(
          spec -> {
            in(spec, "dual");
            leaves(spec, "needs this beside it: location /mcp {");
          },
          server(),
          nginx(file));
    }

    @Test
    void theSnippetHasTheDirectives() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  "1 location ~ ^/(sse|mcp/message), manual: give its place to this: location /mcp { proxy_pass http://n; proxy_buffering off; }"
                      + " (not edited, since a regular expression is not edited), for GET, POST and DELETE, unbuffered"),
          server(),
          nginx("location ~ ^/(sse|mcp/message) { proxy_pass http://n; proxy_buffering off; }\n"));
    }

    @Test
    void aLocationThatSomebodyElseWrote() {
      String file =
          "location /sse { proxy_pass http://n; }\nlocation /mcp { proxy_pass http://n; proxy_buffering off; }\nlocation / { proxy_pass http://n; }\n";
      rewriteRun(
          spec -> leaves(spec, "is no longer served, and location /mcp is there: delete this"),
          server(),
          nginx(file));
      rewriteRun(spec -> in(spec, "drop-legacy"), both(nginx(file)));
    }

    @Test
    void aFileWithAnotherLanguageInIt() {
      rewriteRun(
          spec -> leaves(spec, "is no longer served, Streamable HTTP is at /mcp"),
          server(),
          nginx(
              "location /sse { content_by_lua_block { if x then y() end } }\nlocation / { proxy_pass http://n; }\n"));
    }

    @Test
    void anotherPath() {
      rewriteRun(
          server(),
          nginx(
              "location /events { proxy_pass http://n; }\nlocation / { proxy_pass http://n; }\n"));
    }

    @Test
    void aServerThatKeepsItsUrl() {
      rewriteRun(
          spec -> spec.recipe(new InfrastructureToStreamable(null, true, "dual")),
          server(),
          nginx(BEFORE));
    }

    @Test
    void aProjectWithoutAServer() {
      rewriteRun(nginx(BEFORE));
    }
  }
}

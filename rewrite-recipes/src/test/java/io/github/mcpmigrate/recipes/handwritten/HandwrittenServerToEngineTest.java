package io.github.mcpmigrate.recipes.handwritten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.java.Assertions.srcTestJava;
import static org.openrewrite.maven.Assertions.pomXml;

import io.github.mcpmigrate.recipes.CompatRepository;
import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.Versions;
import io.github.mcpmigrate.table.LegacySseUses;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.marker.JavaSourceSet;
import org.openrewrite.java.marker.JavaVersion;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Controllers that keep emitters move, or get a comment at each of the three places. */
class HandwrittenServerToEngineTest implements RewriteTest {

  private static final String IMPORTS =
      """
      import java.io.IOException;
      import java.util.Map;
      import java.util.UUID;
      import java.util.concurrent.ConcurrentHashMap;

      import org.slf4j.Logger;
      import org.slf4j.LoggerFactory;
      import org.springframework.http.ResponseEntity;
      import org.springframework.web.bind.annotation.*;
      import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
      """;

  private static final String IMPORTS_AFTER =
      """
      import io.github.mcpmigrate.compat.backend.JsonRpcClient;
      import io.github.mcpmigrate.compat.servlet.JsonRpcRouter;
      import org.slf4j.Logger;
      import org.slf4j.LoggerFactory;
      import org.springframework.context.annotation.Bean;
      import org.springframework.web.bind.annotation.RestController;
      import org.springframework.web.servlet.function.RouterFunction;
      import org.springframework.web.servlet.function.ServerResponse;
      """;

  private static final String CLASS =
      """

      @RestController
      class McpController {
          private static final Logger log = LoggerFactory.getLogger(McpController.class);
      """;

  private static final String SESSIONS =
      """
          private final Map<String, SseEmitter> sessions = new ConcurrentHashMap<>();
      """;

  private static final String OPEN =
      """

          @GetMapping("/sse")
          public SseEmitter open() {
              String sessionId = UUID.randomUUID().toString();
              SseEmitter emitter = new SseEmitter(0L);
              sessions.put(sessionId, emitter);
              emitter.onCompletion(() -> sessions.remove(sessionId));
              try {
                  emitter.send(SseEmitter.event().name("endpoint").data("/messages?sessionId=" + sessionId));
              } catch (IOException e) {
                  log.warn("gone", e);
                  sessions.remove(sessionId);
              }
              return emitter;
          }
      """;

  private static final String POST =
      """

          @PostMapping("/messages")
          public ResponseEntity<Void> post(@RequestParam("sessionId") String id, @RequestBody String message) throws IOException {
              SseEmitter emitter = sessions.get(id);
              if (emitter == null) {
                  return ResponseEntity.status(404).build();
              }
              log.debug("from {}", id);
              String answer = answer(message);
              if (answer == null) {
                  return ResponseEntity.accepted().build();
              }
              emitter.send(SseEmitter.event().name("message").data(answer));
              return ResponseEntity.accepted().build();
          }
      """;

  private static final String DISPATCH =
      """

          private String answer(String message) {
              return message.isEmpty() ? null : message;
          }
      }
      """;

  private static final String BEAN =
      """

          @Bean
          public RouterFunction<ServerResponse> mcpRouter() {
              return JsonRpcRouter.builder(this::post)
      %s                .build();
          }
      """;

  private static final String HANDLER =
      """

          private void post(String message, JsonRpcClient client) throws IOException {
              log.debug("from {}", client.sessionId());
              String answer = answer(message);
              if (answer == null) {
                  return;
              }
              client.send(answer);
          }
      """;

  private static final String BEFORE = IMPORTS + CLASS + SESSIONS + OPEN + POST + DISPATCH;

  private static String after(String... options) {
    StringBuilder calls = new StringBuilder();
    for (String option : options) {
      calls.append("                ").append(option).append('\n');
    }
    return IMPORTS_AFTER
        .replace(
            "import io.github.mcpmigrate.compat.backend",
            "import java.io.IOException;\n\nimport io.github.mcpmigrate.compat.backend")
        .concat(CLASS)
        .concat(BEAN.formatted(calls))
        .concat(HANDLER)
        .concat(DISPATCH);
  }

  @TempDir Path repository;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(streamable())
        .executionContext(CompatRepository.in(repository))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT));
  }

  private static HandwrittenServerToEngine streamable() {
    return new HandwrittenServerToEngine(null, null, null, null);
  }

  private static HandwrittenServerToEngine dual() {
    return new HandwrittenServerToEngine(null, null, "dual", null);
  }

  @DocumentExample
  @Test
  void theEngineTakesTheStreamAndThePosts() {
    rewriteRun(java(BEFORE, after(".mcpEndpoint(\"/mcp\")")));
  }

  @Test
  void bothTransports() {
    rewriteRun(
        spec -> spec.recipe(dual()),
        java(BEFORE, after(".mcpEndpoint(\"/mcp\")", ".httpSse(\"/sse\", \"/messages\")")));
  }

  @Test
  void atAnEndpointOfYourChoice() {
    rewriteRun(
        spec -> spec.recipe(new HandwrittenServerToEngine("/api/mcp", null, "dual", null)),
        java(BEFORE, after(".mcpEndpoint(\"/api/mcp\")", ".httpSse(\"/sse\", \"/messages\")")));
  }

  @Test
  void atTheOldUrl() {
    rewriteRun(
        spec -> spec.recipe(new HandwrittenServerToEngine(null, true, null, null)),
        java(BEFORE, after(".mcpEndpoint(\"/sse\")")));
  }

  @Test
  void bothAtTheOldUrl() {
    rewriteRun(
        spec -> spec.recipe(new HandwrittenServerToEngine(null, true, "dual", null)),
        java(
            BEFORE,
            after(
                ".mcpEndpoint(\"/sse\")",
                ".httpSse(\"/sse\", \"/messages\")",
                ".settings(options -> options.sameUrl(true))")));
  }

  @Test
  void belowThePathOfTheClass() {
    rewriteRun(
        spec -> spec.recipe(dual()),
        java(
            BEFORE.replace("@RestController", "@RestController\n@RequestMapping(\"/ai\")"),
            after(".mcpEndpoint(\"/mcp\")", ".httpSse(\"/ai/sse\", \"/ai/messages\")")
                .replace("@RestController", "@RestController\n@RequestMapping(\"/ai\")")
                .replace(
                    "import org.springframework.web.bind.annotation.RestController;",
                    "import org.springframework.web.bind.annotation.RequestMapping;\nimport org.springframework.web.bind.annotation.RestController;")));
  }

  @Test
  void aStreamThatIsFoundWhereItIsUsed() {
    rewriteRun(
        java(
            IMPORTS.replace("import org.springframework.http.ResponseEntity;\n", "")
                + CLASS
                + SESSIONS
                + OPEN
                + """

                    @PostMapping("/messages/{id}")
                    void post(@PathVariable("id") String sessionId, @RequestBody String message) throws IOException {
                        String client = message.trim();
                        send(sessions.get(sessionId), answer(client));
                    }

                    private void send(SseEmitter stream, String text) throws IOException {
                        stream.send(text);
                    }
                """
                + DISPATCH,
            after(".mcpEndpoint(\"/mcp\")")
                .replace(
                    HANDLER,
                    """

                        void post(String message, JsonRpcClient mcpClient) throws IOException {
                            String client = message.trim();
                            send(mcpClient, answer(client));
                        }

                        private void send(JsonRpcClient client, String text) throws IOException {
                            client.send(text);
                        }
                    """)));
  }

  @Nested
  class Builds {

    private static final String POM =
        """
        <project>
            <groupId>com.example</groupId>
            <artifactId>server</artifactId>
            <version>1</version>
            <dependencies>
                <dependency>
                    <groupId>org.slf4j</groupId>
                    <artifactId>slf4j-api</artifactId>
                    <version>2.0.17</version>
                </dependency>
            </dependencies>
        </project>
        """;

    private static String pomAfter() {
      return POM.replaceFirst(
          "<dependency>",
          """
          <dependency>
                      <groupId>io.github.mcpmigrate</groupId>
                      <artifactId>mcp-compat-servlet</artifactId>
                      <version>%s</version>
                  </dependency>
                  <dependency>"""
              .formatted(Versions.compat()));
    }

    @Test
    void theDependencyGoesWhereTheServerIs() {
      rewriteRun(
          mavenProject(
              "server",
              srcMainJava(java(BEFORE, after(".mcpEndpoint(\"/mcp\")"))),
              pomXml(POM, pomAfter())),
          mavenProject(
              "other",
              srcMainJava(java("class Other {}")),
              pomXml(POM.replace("<artifactId>server<", "<artifactId>other<"))));
    }

    @Test
    void gradle() {
      rewriteRun(
          mavenProject(
              "server",
              srcMainJava(java(BEFORE, after(".mcpEndpoint(\"/mcp\")"))),
              buildGradle(
                  """
                  dependencies {
                      runtimeOnly 'ch.qos.logback:logback-classic:1.5.0'
                      implementation 'org.springframework.boot:spring-boot-starter-web'
                  }
                  """,
                  """
                  dependencies {
                      runtimeOnly 'ch.qos.logback:logback-classic:1.5.0'
                      implementation 'io.github.mcpmigrate:mcp-compat-servlet:%s'
                      implementation 'org.springframework.boot:spring-boot-starter-web'
                  }
                  """
                      .formatted(Versions.compat()))));
    }

    @Test
    void noDependencyForAServerThatStays() {
      String stays =
          BEFORE.replace("public SseEmitter open() {", "public SseEmitter open(String who) {");
      rewriteRun(
          spec -> spec.afterRecipe(run -> assertThat(run.getChangeset().size()).isEqualTo(1)),
          mavenProject(
              "server",
              srcMainJava(
                  java(stays, commented(stays, "open() is given something of the request"))),
              pomXml(POM)));
    }
  }

  /** A comment above each of the three places. */
  private static String commented(String code, String reason) {
    String todo = "    // TODO mcp-migrate: %s; not moved: " + reason + "\n";
    String sessions = SESSIONS.lines().findFirst().orElseThrow();
    return code.replace(sessions, todo.formatted(Role.SESSIONS.reason()) + sessions)
        .replace(
            "    @GetMapping(\"/sse\")",
            todo.formatted(Role.STREAM.reason()) + "    @GetMapping(\"/sse\")")
        .replace(
            "    @PostMapping(\"/messages\")",
            todo.formatted(Role.POST.reason()) + "    @PostMapping(\"/messages\")");
  }

  private void stays(String code, String reason) {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .hasSizeGreaterThan(2)
                        .allMatch(row -> row.getAction().equals("manual"))
                        .allMatch(row -> row.getReason().endsWith("; not moved: " + reason))),
        java(code, commented(code, reason)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SseEmitter emitter = new SseEmitter(0L);           | SseEmitter emitter = new SseEmitter(0L); check(); | open() does more: check()
          String sessionId = UUID.randomUUID().toString();   | String sessionId = UUID.randomUUID().toString(); opened++; | open() does more: opened++
          private final Map<String, SseEmitter> sessions     | final Map<String, SseEmitter> sessions | sessions is not private
          @RestController                                    | @RestController @CrossOrigin | McpController is annotated with @CrossOrigin
          public SseEmitter open()                           | @Deprecated public SseEmitter open() | open() is annotated with @Deprecated
          @RequestBody String message                        | @RequestBody(required = false) String message, @RequestHeader String user | post() is given user
          log.debug("from {}", id);                          | sessions.size(); | post() uses sessions for more than to find a stream
          emitter.send(SseEmitter.event().name("message")    | emitter.send(SseEmitter.event().name("answer") | emitter is used for more than to send messages: emitter.send(SseEmitter.event().name("answer").data(answer))
          .data(answer)                                      | .data(Map.of("a", answer)) | emitter is used for more than to send messages: emitter.send(SseEmitter.event().name("message").data(Map.of("a", answer)))
          log.debug("from {}", id);                          | emitter.complete(); | emitter is used for more than to send messages: emitter.complete()
          log.debug("from {}", id);                          | check(emitter); | check(..) is given the emitter, and is no private method here
          log.debug("from {}", id);                          | try { emitter.send("x"); } catch (IOException e) { log.warn("", e); } | an IOException is caught that only the emitter throws
          @GetMapping("/other")                              | @GetMapping("/mcp") | McpController serves something else at the new endpoint
          void beat() {                                      | void beat() { sessions.clear(); | sessions is used for something else, too
          void beat() {                                      | void beat() { SseEmitter other; | SseEmitter is used for something else, too
          void beat() {                                      | void mcpRouter() { | McpController has a method mcpRouter()
          """)
  void whatIsNotSureStays(String from, String to, String reason) {
    String more =
        """

            private int opened;

            @GetMapping("/other")
            void beat() {
            }

            void check(Object... any) {
            }
        """;
    String code = BEFORE.replace(DISPATCH, more + DISPATCH);
    assertThat(code).contains(from);
    String changed = code.replace(from, to);
    String sessions = "Map<String, SseEmitter> sessions";
    String field =
        changed.lines().filter(line -> line.contains(sessions)).findFirst().orElseThrow();
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .hasSizeGreaterThan(2)
                        .allMatch(row -> row.getAction().equals("manual"))
                        .allMatch(row -> row.getReason().endsWith("; not moved: " + reason))),
        java(
            changed,
            commented(changed.replace(field, SESSIONS.stripTrailing()), reason)
                .replace(SESSIONS.stripTrailing(), field)));
  }

  @Test
  void noMoveWithoutAString() {
    stays(
        BEFORE
            .replace("@RequestBody String message", "@RequestBody Map<String, Object> message")
            .replace("answer(message)", "answer(message.toString())"),
        "post() is given the message as something else than a String");
  }

  @Test
  void noMoveToBothWherePathsAreConfigured() {
    String code = BEFORE.replace("@GetMapping(\"/sse\")", "@GetMapping(\"${mcp.sse:/sse}\")");
    rewriteRun(
        spec -> spec.recipe(dual()),
        java(
            code,
            commented(BEFORE, "the paths of the old endpoints are not written as strings")
                .replace("@GetMapping(\"/sse\")", "@GetMapping(\"${mcp.sse:/sse}\")")));
  }

  @Test
  void butToStreamableHttpAlone() {
    rewriteRun(
        java(
            BEFORE.replace("@GetMapping(\"/sse\")", "@GetMapping(\"${mcp.sse:/sse}\")"),
            after(".mcpEndpoint(\"/mcp\")")));
  }

  @Test
  void noMoveOfWhatATestCalls() {
    rewriteRun(
        mavenProject(
            "server",
            srcMainJava(
                java(BEFORE, commented(BEFORE, "open() is called in McpControllerTest.java"))),
            srcTestJava(
                java(
                    """
                    class McpControllerTest {
                        Object opens(McpController controller) {
                            return controller.open();
                        }
                    }
                    """))));
  }

  private static final String SECURITY =
      """
      import org.springframework.security.config.annotation.web.builders.HttpSecurity;

      class Security {
          void rules(HttpSecurity http) throws Exception {
              http.authorizeHttpRequests(rules -> rules.requestMatchers("%s").authenticated().anyRequest().permitAll());
          }
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"/sse", "/sse/**", "/messages", "/mess*"})
  void noMoveAwayFromAnAccessRule(String rule) {
    rewriteRun(
        java(SECURITY.formatted(rule)),
        java(BEFORE, commented(BEFORE, "Security.java names " + rule)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin/**", "/**", "/mcp", "/s"})
  void aMoveWithRulesForOthersOrForAll(String rule) {
    rewriteRun(java(SECURITY.formatted(rule)), java(BEFORE, after(".mcpEndpoint(\"/mcp\")")));
  }

  @Test
  void noMoveOfAServlet() {
    String why =
        "; not moved: the recipes only move a controller of Spring that keeps SseEmitters by session id, all in one class, or a servlet "
            + "with a transport of its own for each client, as in the TypeScript SDK's example";
    String code =
        """
        import jakarta.servlet.AsyncContext;
        import jakarta.servlet.http.*;
        import java.io.IOException;
        import java.util.*;

        class McpServlet extends HttpServlet {
        %s    private final Map<String, AsyncContext> streams = new HashMap<>();

        %s    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                streams.put("1", request.startAsync());
                response.getWriter().write("event: endpoint\\ndata: /messages?sessionId=1\\n\\n");
            }

        %s    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
                streams.get(request.getParameter("sessionId"));
            }
        }
        """;
    String todo = "    // TODO mcp-migrate: ";
    rewriteRun(
        java(
            code.formatted("", "", ""),
            code.formatted(
                todo + Role.SESSIONS.reason() + why + "\n",
                todo + Role.STREAM.reason() + why + "\n",
                todo + Role.POST.reason() + why + "\n")));
  }

  @Test
  void noMoveOnJava11OrJavax() {
    rewriteRun(
        java(
            BEFORE,
            commented(BEFORE, "mcp-compat-servlet needs Java 17"),
            file -> file.markers(new JavaVersion(Tree.randomId(), "11", "", "11", "11"))));
    rewriteRun(
        java(
            BEFORE,
            commented(
                BEFORE,
                "mcp-compat-servlet needs Jakarta Servlet, as Spring Boot has it since 3.0"),
            file ->
                file.markers(
                    JavaSourceSet.build(
                        "main", List.of(SdkJars.jar("spring-core-"), SdkJars.jar("slf4j-api-"))))));
  }

  @Test
  void noCommentOnAnEventThatMayBeAnything() {
    rewriteRun(
        java(
            """
            import java.io.IOException;
            import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

            class Health {
                SseEmitter open() throws IOException {
                    SseEmitter emitter = new SseEmitter();
                    emitter.send(SseEmitter.event().name("endpoint").data("up"));
                    return emitter;
                }
            }
            """));
  }
}

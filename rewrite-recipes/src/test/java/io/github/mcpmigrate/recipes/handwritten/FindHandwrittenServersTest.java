package io.github.mcpmigrate.recipes.handwritten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.srcTestJava;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** Servers by hand on the frameworks that they are met on, and what only looks like one. */
class FindHandwrittenServersTest implements RewriteTest {

  /** What the frameworks have whose jars no other test needs. */
  private static final String[] FRAMEWORKS = {
    """
    package io.javalin;
    public class Javalin {
        public static Javalin create() { return null; }
        public Javalin sse(String path, java.util.function.Consumer<io.javalin.http.sse.SseClient> client) { return this; }
        public Javalin post(String path, java.util.function.Consumer<io.javalin.http.Context> handler) { return this; }
        public Javalin delete(String path, java.util.function.Consumer<io.javalin.http.Context> handler) { return this; }
    }
    """,
    """
    package io.javalin.http;
    public class Context {
        public String body() { return ""; }
        public String queryParam(String name) { return ""; }
        public Context status(int status) { return this; }
    }
    """,
    """
    package io.javalin.http.sse;
    public class SseClient {
        public void keepAlive() {}
        public void sendEvent(String event, Object data) {}
    }
    """,
    """
    package jakarta.ws.rs;
    public @interface GET {}
    """,
    """
    package jakarta.ws.rs;
    public @interface POST {}
    """,
    """
    package jakarta.ws.rs;
    public @interface QueryParam { String value(); }
    """,
    """
    package jakarta.ws.rs.sse;
    public interface SseEventSink { Object send(OutboundSseEvent event); }
    """,
    """
    package jakarta.ws.rs.sse;
    public interface Sse { OutboundSseEvent.Builder newEventBuilder(); }
    """,
    """
    package jakarta.ws.rs.sse;
    public interface OutboundSseEvent {
        interface Builder {
            Builder name(String name);
            Builder data(Object data);
            OutboundSseEvent build();
        }
    }
    """,
    """
    package io.vertx.core.http;
    public interface HttpServerResponse { HttpServerResponse write(String text); HttpServerResponse setChunked(boolean on); }
    """,
    """
    package io.vertx.ext.web;
    public interface RoutingContext {
        io.vertx.core.http.HttpServerResponse response();
        String bodyAsString();
        java.util.List<String> queryParam(String name);
    }
    """,
    """
    package io.vertx.ext.web;
    public interface Route { Route handler(java.util.function.Consumer<RoutingContext> handler); }
    """,
    """
    package io.vertx.ext.web;
    public interface Router { Route get(String path); Route post(String path); }
    """,
  };

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new FindHandwrittenServers())
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT).dependsOn(FRAMEWORKS));
  }

  private void finds(String[] expected, SourceSpecs... sources) {
    rewriteRun(
        spec ->
            spec.dataTable(
                Row.class, rows -> assertThat(summaries(rows)).containsExactlyInAnyOrder(expected)),
        sources);
  }

  private static List<String> summaries(List<Row> rows) {
    assertThat(rows).allMatch(row -> Files.exists(Path.of("..", row.getDocumentation())));
    return rows.stream()
        .map(
            row ->
                row.getLine()
                    + " "
                    + row.getConstruct()
                    + ", "
                    + row.getShape().replace("hand-written ", "")
                    + (row.getAction().equals("manual") ? "" : ", " + row.getAction()))
        .toList();
  }

  private void findsNothing(String code) {
    rewriteRun(
        spec ->
            spec.afterRecipe(
                run -> assertThat(run.getDataTableRows(LegacySseUses.class)).isEmpty()),
        java(code));
  }

  private static String spring(String members) {
    return """
    import java.io.IOException;
    import java.util.*;
    import java.util.concurrent.*;
    import org.springframework.http.ResponseEntity;
    import org.springframework.web.bind.annotation.*;
    import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

    @RestController
    class McpController {
    %s
    }
    """
        .formatted(members.indent(4).stripTrailing());
  }

  private static final String EMITTERS =
      """
      private final Map<String, SseEmitter> sessions = new ConcurrentHashMap<>();

      @GetMapping("/sse")
      SseEmitter open() throws IOException {
          String sessionId = UUID.randomUUID().toString();
          SseEmitter emitter = new SseEmitter(0L);
          sessions.put(sessionId, emitter);
          emitter.send(SseEmitter.event().name("endpoint").data("/messages?sessionId=" + sessionId));
          return emitter;
      }
      """;

  @DocumentExample
  @Test
  void anEmitterOfSpring() {
    finds(
        new String[] {
          "10 McpController.sessions, session map",
          "12 McpController.open(), event stream",
          "21 McpController.post(), POST handler",
          "23 McpController: answer(..), dispatch"
        },
        java(
            spring(
                EMITTERS
                    + """

                    @PostMapping("/messages")
                    void post(@RequestParam String sessionId, @RequestBody String body) throws IOException {
                        String answer = answer(body);
                        if (answer != null) {
                            sessions.get(sessionId).send(SseEmitter.event().name("message").data(List.of(answer)));
                        }
                    }

                    String answer(String message) {
                        return message;
                    }
                    """)));
  }

  @Test
  void anEmitterThatIsToldLaterOnAnotherThread() {
    finds(
        new String[] {
          "10 McpController.emitters, session map",
          "12 McpController.connect(), event stream",
          "27 McpController.message(), POST handler"
        },
        java(
            spring(
                """
                private final Map<String, SseEmitter> emitters = new ConcurrentHashMap<>();

                @RequestMapping(value = "/sse", method = RequestMethod.GET)
                ResponseEntity<SseEmitter> connect() {
                    String id = UUID.randomUUID().toString();
                    SseEmitter emitter = new SseEmitter(0L);
                    emitters.put(id, emitter);
                    new Thread(() -> {
                        try {
                            emitter.send(SseEmitter.event().name("endpoint").data("messages?session_id=" + id));
                        } catch (IOException e) {
                            emitters.remove(id);
                        }
                    }).start();
                    return ResponseEntity.ok(emitter);
                }

                @RequestMapping(value = "/messages/{session_id}", method = RequestMethod.POST)
                void message(@PathVariable("session_id") String id, @RequestBody String body) {
                    System.out.println(emitters.get(id) + body);
                }
                """)));
  }

  @Test
  void oneForAllWithoutSessions() {
    finds(
        new String[] {
          "10 McpController.emitters, session map",
          "12 McpController.open(), event stream",
          "20 McpController.post(), POST handler"
        },
        java(
            spring(
                """
                private final List<SseEmitter> emitters = new CopyOnWriteArrayList<>();

                @GetMapping("/sse")
                SseEmitter open() throws IOException {
                    SseEmitter emitter = new SseEmitter();
                    emitters.add(emitter);
                    emitter.send(SseEmitter.event().name("endpoint").data("/message"));
                    return emitter;
                }

                @PostMapping("/message")
                ResponseEntity<String> post(@RequestBody String body) {
                    return ResponseEntity.ok(body);
                }
                """)));
  }

  @Test
  void theInitializeEventOfArticles() {
    finds(
        new String[] {
          "10 McpController.sessions, session map",
          "12 McpController.open(), event stream",
          "24 McpController.post(), POST handler"
        },
        java(
            spring(
                """
                private final ConcurrentHashMap<String, SseEmitter> sessions = new ConcurrentHashMap<>();

                @GetMapping("/mcp/sse")
                SseEmitter open() throws IOException {
                    SseEmitter emitter = new SseEmitter();
                    String sessionId = UUID.randomUUID().toString();
                    sessions.put(sessionId, emitter);
                    Map<String, Object> init = new HashMap<>();
                    init.put("sessionId", sessionId);
                    init.put("postEndpoint", "/mcp/messages?sessionId=" + sessionId);
                    emitter.send(SseEmitter.event().name("initialize").data(init));
                    return emitter;
                }

                @PostMapping("/mcp/messages")
                void post(@RequestParam("sessionId") String id, @RequestBody Map<String, Object> body) {}
                """)));
  }

  @Test
  void sessionsInAClassOfTheirOwn() {
    finds(
        new String[] {
          "7 Sessions.streams, session map",
          "17 McpController.open(), event stream",
          "24 McpController.post(), POST handler",
          "26 McpController: rpc.handle(..), dispatch"
        },
        java(
            """
            package com.example.mcp;

            import java.util.*;
            import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

            class Sessions {
                private final Map<String, SseEmitter> streams = new HashMap<>();

                String register(SseEmitter stream) {
                    String id = UUID.randomUUID().toString();
                    streams.put(id, stream);
                    return id;
                }
            }
            """),
        java(
            """
            package com.example.mcp;

            class Rpc {
                Object handle(String message) {
                    return message;
                }
            }
            """),
        java(
            """
            package com.example.mcp;

            import java.io.IOException;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

            @RestController
            class McpController {
                private static final String EVENT = "endpoint";
                private static final String SESSION_ID = "sessionId";

                private final Sessions sessions = new Sessions();
                private final Rpc rpc = new Rpc();

                // A stream.

                @GetMapping("/sse")
                SseEmitter open() throws IOException {
                    SseEmitter stream = new SseEmitter();
                    stream.send(SseEmitter.event().name(EVENT).data("/messages?sessionId=" + sessions.register(stream)));
                    return stream;
                }

                @PostMapping("/messages")
                void post(@RequestParam(name = "sessionId") String session, @RequestBody String body) {
                    Object answer = rpc.handle(body);
                }
            }
            """));
  }

  @Test
  void aServletThatWritesEvents() {
    finds(
        new String[] {
          "11 McpServlet.streams, session map",
          "13 McpServlet.doGet(), event stream",
          "21 McpServlet.doPost(), POST handler",
          "24 McpServlet: answer(..), dispatch"
        },
        java(
            """
            package com.example;

            import jakarta.servlet.AsyncContext;
            import jakarta.servlet.http.*;
            import java.io.IOException;
            import java.util.Map;
            import java.util.UUID;
            import java.util.concurrent.ConcurrentHashMap;

            class McpServlet extends HttpServlet {
                private final Map<String, AsyncContext> streams = new ConcurrentHashMap<>();

                protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                    String id = UUID.randomUUID().toString();
                    response.setContentType("text/event-stream");
                    streams.put(id, request.startAsync());
                    response.getWriter().write("event: endpoint\\ndata: /messages?sessionId=" + id + "\\n\\n");
                    response.getWriter().flush();
                }

                protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                    AsyncContext stream = streams.get(request.getParameter("sessionId"));
                    String body = new String(request.getInputStream().readAllBytes());
                    String answer = answer(body);
                    stream.getResponse().getWriter().write("event: message\\ndata: " + answer + "\\n\\n");
                    response.setStatus(202);
                }

                private String answer(String message) {
                    return message;
                }
            }
            """));
  }

  @Test
  void aWriterOfItsOwnForEvents() {
    finds(
        new String[] {
          "5 Mcp.sessions, session map",
          "7 Mcp.doGet(), event stream",
          "13 Mcp.doPost(), POST handler"
        },
        java(
            """
            import java.io.PrintWriter;

            class Stream {
                private final PrintWriter out;

                Stream(PrintWriter out) {
                    this.out = out;
                }

                void push(String event, String data) {
                    out.write("event: " + event + "\\ndata: " + data + "\\n\\n");
                    out.flush();
                }
            }
            """),
        java(
            """
            import jakarta.servlet.http.*;
            import java.io.IOException;

            class Mcp extends HttpServlet {
                private final java.util.Map<String, Stream> sessions = new java.util.HashMap<>();

                protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                    Stream stream = new Stream(response.getWriter());
                    sessions.put("1", stream);
                    stream.push("endpoint", "/messages?sessionId=1");
                }

                protected void doPost(HttpServletRequest request, HttpServletResponse response) {
                    sessions.get(request.getParameter("sessionId")).push("message", "{}");
                }
            }
            """));
  }

  @Test
  void theServerOfTheJdk() {
    finds(
        new String[] {
          "6 Mcp.sessions, session map",
          "8 Mcp.sse(), event stream",
          "16 Mcp.messages(), POST handler",
        },
        java(
            """
            import com.sun.net.httpserver.HttpExchange;
            import java.io.*;
            import java.nio.charset.StandardCharsets;

            class Mcp {
                private final java.util.Map<String, OutputStream> sessions = new java.util.HashMap<>();

                void sse(HttpExchange exchange) throws IOException {
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream out = exchange.getResponseBody();
                    sessions.put("7", out);
                    String event = String.format("event: endpoint%ndata: %s%n%n", "/messages?sessionId=7");
                    out.write(event.getBytes(StandardCharsets.UTF_8));
                }

                void messages(HttpExchange exchange) throws IOException {
                    String id = parameter(exchange.getRequestURI().getQuery(), "sessionId");
                    sessions.get(id).write(exchange.getRequestBody().readAllBytes());
                }

                private static String parameter(String query, String name) {
                    return query.replace(name + "=", "");
                }
            }
            """));
  }

  @Test
  void javalin() {
    finds(
        new String[] {
          "9 Mcp.clients, session map",
          "13 Mcp: app.sse(\"/sse\"), event stream",
          "18 Mcp: app.post(\"/messages\"), POST handler",
          "20 Mcp: answer(..), dispatch"
        },
        java(
            """
            package com.example;

            import io.javalin.Javalin;
            import io.javalin.http.sse.SseClient;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Mcp {
                private final Map<String, SseClient> clients = new ConcurrentHashMap<>();

                void start() {
                    Javalin app = Javalin.create();
                    app.sse("/sse", client -> {
                        client.keepAlive();
                        clients.put("1", client);
                        client.sendEvent("endpoint", "/messages?sessionId=1");
                    });
                    app.post("/messages", ctx -> {
                        SseClient client = clients.get(ctx.queryParam("sessionId"));
                        client.sendEvent("message", answer(ctx.body()));
                        ctx.status(202);
                    });
                    app.delete("/messages", ctx -> clients.remove(ctx.queryParam("sessionId")));
                }

                private String answer(String message) {
                    return message;
                }
            }
            """));
  }

  @Test
  void jaxRs() {
    finds(
        new String[] {
          "6 Mcp.sinks, session map", "8 Mcp.open(), event stream", "14 Mcp.post(), POST handler"
        },
        java(
            """
            import jakarta.ws.rs.*;
            import jakarta.ws.rs.sse.*;
            import java.util.*;

            class Mcp {
                private final Map<String, SseEventSink> sinks = new HashMap<>();

                @GET
                void open(SseEventSink sink, Sse sse) {
                    sinks.put("1", sink);
                    sink.send(sse.newEventBuilder().name("endpoint").data("/messages?sessionId=1").build());
                }

                @POST
                void post(@QueryParam("sessionId") String id, String body) {
                    sinks.get(id);
                }
            }
            """));
  }

  @Test
  void vertx() {
    finds(
        new String[] {
          "6 Mcp.streams, session map",
          "9 Mcp: router.get(\"/sse\").handler(..), event stream",
          "13 Mcp: router.post(\"/messages\").handler(..), POST handler"
        },
        java(
            """
            import io.vertx.core.http.HttpServerResponse;
            import io.vertx.ext.web.Router;
            import java.util.*;

            class Mcp {
                private final Map<String, HttpServerResponse> streams = new HashMap<>();

                void routes(Router router) {
                    router.get("/sse").handler(ctx -> {
                        streams.put("1", ctx.response().setChunked(true));
                        ctx.response().write("event: endpoint\\n").write("data: /messages?sessionId=1\\n\\n");
                    });
                    router.post("/messages").handler(ctx -> {
                        String id = ctx.queryParam("sessionId").get(0);
                        streams.get(id).write("event: message\\ndata: {}\\n\\n");
                    });
                }
            }
            """));
  }

  @Test
  void thePortOfTheTypeScriptTransport() {
    finds(
        new String[] {
          "14 SSEServerTransport.start(), event stream",
          "8 Servers.transports, session map",
          "16 Servers.doPost(), POST handler"
        },
        java(
            """
            package com.example;

            import jakarta.servlet.http.*;
            import java.io.IOException;
            import java.util.UUID;

            class SSEServerTransport {
                private final String path;
                private final HttpServletResponse response;
                final String sessionId = UUID.randomUUID().toString();

                SSEServerTransport(String path, HttpServletResponse response) { this.path = path; this.response = response; }

                void start() throws IOException {
                    response.getWriter().write("event: endpoint\\ndata: " + path + "?sessionId=" + sessionId + "\\n\\n");
                }

                void handlePostMessage(HttpServletRequest request, HttpServletResponse response) throws IOException {
                    request.getReader().lines().forEach(System.out::println);
                }
            }
            """),
        java(
            """
            package com.example;

            import jakarta.servlet.http.*;
            import java.io.IOException;
            import java.util.*;

            class Servers extends HttpServlet {
                private final Map<String, SSEServerTransport> transports = new HashMap<>();

                protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                    SSEServerTransport transport = new SSEServerTransport("/messages", response);
                    transports.put(transport.sessionId, transport);
                    transport.start();
                }

                protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                    transports.get(request.getParameter("sessionId")).handlePostMessage(request, response);
                }
            }
            """));
  }

  @Test
  void anEventOfThatNameWithoutPosts() {
    finds(
        new String[] {"10 McpController.open(), event stream, unknown"},
        java(
            spring(
                """
                @GetMapping("/health/events")
                SseEmitter open() throws IOException {
                    SseEmitter emitter = new SseEmitter();
                    emitter.send(SseEmitter.event().name("endpoint").data("up"));
                    return emitter;
                }
                """)));
  }

  @Test
  void noOtherEvents() {
    findsNothing(
        spring(
            """
            private final Map<String, SseEmitter> emitters = new ConcurrentHashMap<>();

            @GetMapping("/notifications")
            SseEmitter open(@RequestParam String sessionId) throws IOException {
                SseEmitter emitter = new SseEmitter();
                emitters.put(sessionId, emitter);
                emitter.send(SseEmitter.event().name("connected").data("endpoint"));
                return emitter;
            }

            @PostMapping("/notifications")
            void notify(@RequestParam String sessionId, @RequestBody String body) throws IOException {
                emitters.get(sessionId).send(SseEmitter.event().name("message").data(body));
            }
            """));
  }

  @Test
  void noOtherInitialize() {
    findsNothing(
        spring(
            """
            private final Map<String, SseEmitter> emitters = new ConcurrentHashMap<>();

            @GetMapping("/job")
            SseEmitter open(@RequestParam String sessionId) throws IOException {
                SseEmitter emitter = new SseEmitter();
                emitters.put(sessionId, emitter);
                emitter.send(SseEmitter.event().name("initialize").data(Map.of("sessionId", sessionId)));
                return emitter;
            }

            @PostMapping("/job")
            void post(@RequestParam String sessionId) {}
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "line.startsWith(\"event: endpoint\")",
        "\"event: endpoint\".equals(line)",
        "line.contains(\"event: endpoint\\ndata: \" + line)",
        "line.split(\"event: endpoint\").length > 1"
      })
  void noClients(String question) {
    findsNothing(
        """
        import jakarta.servlet.http.*;
        import java.util.*;

        class Client extends HttpServlet {
            private final Map<String, HttpServletResponse> waiting = new HashMap<>();
            private String event;

            boolean isEndpoint(String line) {
                if ("endpoint".equals(event)) {
                    waiting.clear();
                }
                return %s;
            }

            protected void doPost(HttpServletRequest request, HttpServletResponse response) {
                waiting.put(request.getParameter("sessionId"), response);
            }
        }
        """
            .formatted(question));
  }

  @Test
  void noWordsInLogsOrOtherCalls() {
    findsNothing(
        """
        import jakarta.servlet.http.*;
        import org.slf4j.Logger;
        import org.slf4j.LoggerFactory;

        class Api extends HttpServlet {
            private static final Logger log = LoggerFactory.getLogger(Api.class);

            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                log.info("event: endpoint " + request.getRequestURI());
                System.out.println("event: endpoint");
                request.setAttribute("endpoint", request.getRequestURI());
                response.getWriter().write("endpoint");
            }

            protected void doPost(HttpServletRequest request, HttpServletResponse response) {
                request.getParameter("sessionId");
            }
        }
        """);
  }

  @Test
  void noCopyOfTheSdk() {
    findsNothing(
        """
        package io.modelcontextprotocol.server.transport;

        import jakarta.servlet.http.*;

        class MyServletTransport extends HttpServlet {
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                response.getWriter().write("event: endpoint\\ndata: /message?sessionId=1\\n\\n");
            }

            protected void doPost(HttpServletRequest request, HttpServletResponse response) {
                request.getParameter("sessionId");
            }
        }
        """);
  }

  @Test
  void noTests() {
    rewriteRun(
        spec ->
            spec.afterRecipe(
                run -> assertThat(run.getDataTableRows(LegacySseUses.class)).isEmpty()),
        srcTestJava(
            java(
                spring(
                    EMITTERS
                        + """

                        @PostMapping("/messages")
                        void post(@RequestParam String sessionId, @RequestBody String body) {}
                        """))));
  }

  @Test
  void noOwnTransportOfTheSdk() {
    findsNothing(
        """
        package com.example;

        import io.modelcontextprotocol.spec.*;
        import jakarta.servlet.http.*;
        import reactor.core.publisher.Mono;

        abstract class MyTransport extends HttpServlet implements McpServerTransportProvider {
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                response.getWriter().write("event: endpoint\\ndata: /message?sessionId=1\\n\\n");
            }

            protected void doPost(HttpServletRequest request, HttpServletResponse response) {
                request.getParameter("sessionId");
            }
        }
        """);
  }
}

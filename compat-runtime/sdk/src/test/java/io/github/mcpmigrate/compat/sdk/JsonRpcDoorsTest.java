package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.github.mcpmigrate.compat.servlet.JsonRpcRouter;
import io.github.mcpmigrate.compat.servlet.JsonRpcServerBuilder;
import io.github.mcpmigrate.compat.servlet.JsonRpcServlet;
import jakarta.servlet.http.HttpServlet;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.RouterFunction;

/** A server written by hand behind the servlet and the router, in real containers. */
@ParameterizedClass
@EnumSource(names = {"TOMCAT", "JETTY", "UNDERTOW", "WEBMVC"})
class JsonRpcDoorsTest {

  private static final String TENANT = "X-Tenant";

  @Parameter Door door;

  private final HandwrittenServer server = new HandwrittenServer();

  private Door.Running start(Consumer<JsonRpcServerBuilder<?, ?>> options) throws Exception {
    return door.serve(servlet(options));
  }

  private HttpServlet servlet(Consumer<JsonRpcServerBuilder<?, ?>> options) {
    return door == Door.WEBMVC ? router(options) : alone(options);
  }

  private HttpServlet alone(Consumer<JsonRpcServerBuilder<?, ?>> options) {
    JsonRpcServlet.Builder builder =
        JsonRpcServlet.builder(server).context(request -> request.getHeader(TENANT));
    options.accept(builder);
    return builder.build();
  }

  private HttpServlet router(Consumer<JsonRpcServerBuilder<?, ?>> options) {
    JsonRpcRouter.Builder builder =
        JsonRpcRouter.builder(server).context(request -> request.headers().firstHeader(TENANT));
    options.accept(builder);
    GenericWebApplicationContext spring = new GenericWebApplicationContext();
    new AnnotatedBeanDefinitionReader(spring).register(Door.WebMvc.class);
    // As the method of a configuration is: known by its type, closed by what it is.
    spring.registerBean(RouterFunction.class, builder::build);
    return new DispatcherServlet(spring) {
      private static final long serialVersionUID = 1;

      @Override
      public void destroy() {
        super.destroy();
        spring.close();
      }
    };
  }

  private static void dual(JsonRpcServerBuilder<?, ?> options) {
    options.httpSse("/sse", "/messages");
  }

  private static RawClient client(Door.Running running) {
    return new RawClient("http://127.0.0.1:" + running.port());
  }

  @Test
  void anAnswerIsJsonAndUnderTheClientsId() throws Exception {
    try (Door.Running running = start(options -> {})) {
      RawClient client = client(running);
      HttpResponse<String> opened =
          client.send("POST", "/mcp", RawClient.INITIALIZE.formatted("2025-11-25"));
      assertThat(opened.body()).contains("\"id\":0", "\"protocolVersion\":\"2025-11-25\"");
      String session = opened.headers().firstValue("Mcp-Session-Id").orElseThrow();
      HttpResponse<String> answer =
          client.send(
              "POST",
              "/mcp",
              RawClient.call("\"x\"", "who", "{}"),
              "Mcp-Session-Id",
              session,
              TENANT,
              "ada");
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(answer.body()).contains("\"id\":\"x\"", "tenant ada");
      assertThat(
              client
                  .send("POST", "/mcp", RawClient.call(2, "none", "{}"), "Mcp-Session-Id", session)
                  .body())
          .contains("\"id\":2", "-32603")
          .doesNotContain("no such tool");
    }
  }

  @Test
  void progressComesBeforeTheAnswerOnTheCallsOwnStream() throws Exception {
    try (Door.Running running = start(options -> {})) {
      RawClient client = client(running);
      String session = client.streamable("2025-06-18");
      try (EventStream stream = post(client, session, RawClient.call(1, "progress", "{}"))) {
        for (int i = 1; i <= 3; i++) {
          stream.next("{\"progressToken\":\"p1\",\"progress\":" + i + "}");
        }
        stream.next("progress done");
        assertThat(stream.next()).isEqualTo(EventStream.END);
      }
    }
  }

  private static EventStream post(RawClient client, String session, String body) throws Exception {
    HttpResponse<InputStream> response =
        client.open("POST", "/mcp", body, "Mcp-Session-Id", session);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    return new EventStream(response.body());
  }

  @Test
  void theServerAsksAndWaitsOnItsThread() throws Exception {
    try (Door.Running running = start(JsonRpcDoorsTest::dual)) {
      RawClient client = client(running);
      String session = client.streamable("2025-06-18");
      try (EventStream stream = post(client, session, RawClient.call(1, "ask", "{}"))) {
        stream.next("\"method\":\"roots/list\"");
        client.send("POST", "/mcp", roots(), "Mcp-Session-Id", session);
        stream.next("named true");
      }
      try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
        Thread caller = new Thread(() -> quietly(() -> old.post(RawClient.call(1, "ask", "{}"))));
        caller.start();
        old.stream().next("\"method\":\"roots/list\"");
        old.post(roots());
        old.stream().next("named true");
        caller.join(10_000);
      }
    }
  }

  private static String roots() {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"roots\":[{\"uri\":\"file:///a\"}]}}";
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void quietly(Step step) {
    try {
      step.run();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFastSenderWaitsForItsClient() throws Exception {
    try (Door.Running running = start(JsonRpcDoorsTest::dual)) {
      RawClient client = client(running);
      String session = client.streamable("2025-06-18");
      try (EventStream stream = post(client, session, RawClient.call(1, "flood", "{}"))) {
        assertFlooded(stream);
      }
      try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
        assertThat(old.post(RawClient.call(1, "flood", "{}")).statusCode()).isEqualTo(202);
        assertFlooded(old.stream());
      }
    }
  }

  private static void assertFlooded(EventStream stream) throws InterruptedException {
    for (int i = 0; i < HandwrittenServer.FLOOD; i++) {
      stream.next("{\"n\":" + i + ",");
    }
    stream.next("flood done");
  }

  @Test
  void aCallThatIsSilentGetsItsStreamWhileTheServerWorksOnTheRequestsThread() throws Exception {
    try (Door.Running running =
        start(options -> options.settings(it -> it.keepAliveInterval(Duration.ofMillis(200))))) {
      RawClient client = client(running);
      String session = client.streamable("2025-06-18");
      // The head of the response is here: the tool has not answered yet.
      try (EventStream stream = post(client, session, RawClient.call(1, "wait", "{}"))) {
        assertThat(server.go.getCount()).isOne();
        server.go.countDown();
        stream.next("waited true");
      }
    }
  }

  @Test
  void httpSseIsServedOnlyWhenToldSo() throws Exception {
    try (Door.Running running = start(options -> {})) {
      RawClient client = client(running);
      assertThat(client.send("GET", "/sse", null).statusCode()).isEqualTo(404);
      assertThat(client.send("POST", "/messages?sessionId=x", "{}").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void anHttpSseClientIsToldWhereToPostAndAnsweredOnItsStream() throws Exception {
    try (Door.Running running = start(JsonRpcDoorsTest::dual)) {
      try (HttpSse old = client(running).httpSse()) {
        assertThat(old.endpoint()).startsWith("/messages?sessionId=");
        old.initialize("2024-11-05");
        assertThat(old.post(RawClient.call("\"x\"", "progress", "{}")).statusCode()).isEqualTo(202);
        old.stream().next("\"progress\":1}");
        old.stream().next("\"progress\":2}");
        old.stream().next("\"progress\":3}");
        assertThat(old.stream().next("progress done")).contains("\"id\":\"x\"");
      }
    }
  }

  @Test
  void atTheEndRunningCallsAreAnsweredAndTheHandlerIsTold() throws Exception {
    HttpServlet served =
        servlet(
            options ->
                options.settings(
                    it ->
                        it.keepAliveInterval(Duration.ofMillis(200)).drainTimeout(Duration.ZERO)));
    try (Door.Running running = door.serve(served)) {
      RawClient client = client(running);
      String session = client.streamable("2025-06-18");
      try (EventStream stream = post(client, session, RawClient.call(1, "wait", "{}"))) {
        assertThat(server.closed).isEmpty();
        // As the container does when it stops.
        served.destroy();
        assertThat(stream.next("\"id\":1")).contains("shutting down");
        assertThat(server.closed).hasSize(1);
      } finally {
        server.go.countDown();
      }
    }
    assertThat(server.closed).hasSize(1);
  }
}

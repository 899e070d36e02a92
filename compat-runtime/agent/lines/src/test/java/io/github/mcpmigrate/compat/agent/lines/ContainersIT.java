package io.github.mcpmigrate.compat.agent.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The SDK's servlet in each container, with the agent: mapped to its two endpoints alone and not
 * initialised before the first request, which is one of Streamable HTTP.
 */
@Execution(ExecutionMode.CONCURRENT)
class ContainersIT {

  private static final String LIST_CHANGED = "notifications/tools/list_changed";

  @ParameterizedTest(name = "{0}, context path ''{1}'', prefix ''{2}'', mapped to {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        "tomcat;;;/sse,/mcp/message",
        "tomcat;/app;/app;/sse,/mcp/message",
        "tomcat;/app;/app/api;/api/*",
        "jetty;;;/sse,/mcp/message",
        "jetty;/app;/app;/sse,/mcp/message",
        "jetty;/app;/app/api;/api/*",
        "undertow;;;/sse,/mcp/message",
        "undertow;/app;/app;/sse,/mcp/message",
        "undertow;/app;/app/api;/api/*"
      })
  void bothTransports(String container, String context, String prefix, String mappings)
      throws Exception {
    String contextPath = context == null ? "" : context;
    String endpoint = (prefix == null ? "" : prefix) + "/sse";
    Program program = Program.in(container);
    try (ServerProcess server =
        ServerProcess.start(
            Jdk.all().get(0), program, contextPath, prefix == null ? "" : prefix, mappings)) {
      WireClient wire = new WireClient(server.base() + endpoint);
      String session = wire.session();
      assertThat(wire.call(session, 1, "echo", "first").join().body()).contains("first");
      try (SdkClient httpSse =
              SdkClient.httpSse(server.base(), endpoint, SdkClient.MayLose.ANYTHING);
          SdkClient streamable = SdkClient.streamable(server.base(), endpoint)) {
        assertThat(httpSse.call("echo", "old")).isEqualTo("old");
        assertThat(streamable.call("echo", "new")).isEqualTo("new");
        assertThat(streamable.call("ask", "ping")).isEqualTo("you said ping");
      }
      try (HttpSseStream httpSse = wire.httpSse()) {
        String listening = tellOfANewTool(server, wire, session);
        assertThat(WireClient.messages(listening, LIST_CHANGED)).hasSize(1);
        assertThat(WireClient.messages(httpSse.rest(), LIST_CHANGED)).hasSize(1);
      }
      assertThat(wire.list(session).join().statusCode()).isNotEqualTo(200);
    }
  }

  /** It compares the path behind its mapping, of which an exact one leaves nothing. */
  @Test
  void theServletOfSdk08ServesNoHttpSseUnderExactMappings() throws Exception {
    Program program = Program.of(Line.SDK_0_8, Stack.SERVLET);
    try (ServerProcess server =
        ServerProcess.start(Jdk.all().get(0), program, "/sse,/mcp/message")) {
      WireClient wire = new WireClient(server.base() + "/sse");
      assertThat(wire.listen(null).join().statusCode()).isEqualTo(404);
      assertThat(wire.list(wire.session()).join().body()).contains("\"name\":\"echo\"");
    }
  }

  /** All that the session was told, until the server was closed. */
  private static String tellOfANewTool(ServerProcess server, WireClient wire, String session)
      throws Exception {
    var listening = wire.listen(session);
    String answer = wire.call(session, 2, "extend", "").join().body();
    server.closeServer();
    return answer + listening.join().body();
  }
}

package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import java.io.InputStream;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** What the wire tests share: one server for all tests of a class behind one door. */
abstract class WireTest {

  static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\"}";

  static TestServer server;
  static RawClient client;
  static RawHttp http;

  /** A Streamable HTTP session of revision 2025-11-25 that no test ends. */
  static String session;

  @Parameter Door door;

  @BeforeParameterizedClassInvocation
  static void start(Door door) throws Exception {
    server = TestServer.start(door);
    client = server.client;
    http = new RawHttp(server.port());
    session = client.streamable("2025-11-25");
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    server.close();
  }

  /** POSTs to the session with a JSON body. */
  static Answer post(String json) throws Exception {
    return http.post("/mcp", json, "Mcp-Session-Id: " + session);
  }

  static Answer post(byte[] body) throws Exception {
    return http.send(
        "POST /mcp",
        body,
        "Content-Type: application/json",
        "Accept: application/json, text/event-stream",
        "Mcp-Session-Id: " + session);
  }

  static EventStream stream(String session, String body, String... headers) throws Exception {
    return events("POST", session, body, headers);
  }

  static EventStream listen(String session, String... headers) throws Exception {
    return events("GET", session, null, headers);
  }

  private static EventStream events(String method, String session, String body, String... headers)
      throws Exception {
    String[] all = new String[headers.length + 2];
    all[0] = "Mcp-Session-Id";
    all[1] = session;
    System.arraycopy(headers, 0, all, 2, headers.length);
    HttpResponse<InputStream> response = client.open(method, "/mcp", body, all);
    assertThat(response.statusCode()).isEqualTo(200);
    return new EventStream(response.body());
  }

  /** An HTTP error whose body is a JSON-RPC error without a request's id. */
  static void assertRefused(Answer answer, int status, int code) throws Exception {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.field("Content-Type")).as(answer.toString()).startsWith("application/json");
    JsonNode json = answer.json();
    assertThat(json.path("jsonrpc").asText()).isEqualTo("2.0");
    assertThat(json.path("error").path("code").asInt()).as(answer.text()).isEqualTo(code);
    assertThat(json.path("error").path("message").asText()).isNotEmpty();
    assertThat(answer.text()).doesNotContain("Exception", ".java:", "\\tat ");
  }
}

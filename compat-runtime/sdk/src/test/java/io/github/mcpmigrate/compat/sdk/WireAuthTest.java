package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mcpmigrate.compat.authorization.Grant;
import io.github.mcpmigrate.compat.authorization.ProtectedResource;
import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import io.modelcontextprotocol.common.McpTransportContext;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group AUTH: a server that wants access tokens. */
@ParameterizedClass
@EnumSource(Door.class)
class WireAuthTest {

  private static final String RESOURCE = "https://mcp.example.org/mcp";
  private static final String METADATA =
      "https://mcp.example.org/.well-known/oauth-protected-resource/mcp";
  private static final String INITIALIZE = RawClient.INITIALIZE.formatted("2025-11-25");

  private static TestServer server;
  private static RawHttp http;

  @Parameter Door door;

  @BeforeParameterizedClassInvocation
  static void start(Door door) throws Exception {
    server =
        TestServer.start(
            door,
            options ->
                options.authorization(
                    ProtectedResource.of(RESOURCE, "https://login.example.org")
                        .withScopes("mcp:read", "mcp:write"),
                    WireAuthTest::verify));
    server.tool(
        "context",
        (exchange, request) ->
            TestServer.text(
                "context " + (exchange.transportContext() == McpTransportContext.EMPTY)));
    http = new RawHttp(server.port());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    server.close();
  }

  /** Some tokens are checked at once, some on another thread, as an introspection would be. */
  private static CompletionStage<Optional<Grant>> verify(String token) {
    Optional<Grant> grant =
        switch (token) {
          case "ann", "ann-renewed" -> grant("ann", RESOURCE, "mcp:read", "mcp:write");
          case "bob" -> grant("bob", RESOURCE, "mcp:read", "mcp:write");
          // The verifier knows what admin implies.
          case "admin" -> grant("root", RESOURCE, "admin", "mcp:read", "mcp:write");
          case "reader" -> grant("ann", RESOURCE, "mcp:read");
          case "foreign" -> grant("ann", "https://other.example.org", "mcp:read", "mcp:write");
          case "broken" -> throw new IllegalStateException("the token broken cannot be checked");
          default -> Optional.empty();
        };
    return token.equals("ann") || token.equals("nobody's")
        ? CompletableFuture.completedFuture(grant)
        : CompletableFuture.supplyAsync(() -> grant);
  }

  private static Optional<Grant> grant(String principal, String audience, String... scopes) {
    return Optional.of(new Grant(principal, Set.of(scopes), Set.of(audience)));
  }

  private static String token(String token) {
    return "Authorization: Bearer " + token;
  }

  private static String open(String token) throws Exception {
    Answer answer = http.post("/mcp", INITIALIZE, token(token));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.field("Mcp-Session-Id");
  }

  private static Answer ping(String session, String... fields) throws Exception {
    return http.post(
        "/mcp",
        WireTest.PING,
        Stream.concat(Stream.of("Mcp-Session-Id: " + session), Stream.of(fields))
            .toArray(String[]::new));
  }

  /** Every kind of request there is, on a session that lives. */
  private static List<Answer> everything(String session, String endpoint, String... fields)
      throws Exception {
    String[] all =
        Stream.concat(Stream.of("Mcp-Session-Id: " + session, "Accept: */*"), Stream.of(fields))
            .toArray(String[]::new);
    List<Answer> answers = new ArrayList<>();
    answers.add(http.post("/mcp", INITIALIZE, all));
    answers.add(http.post("/mcp", WireTest.PING, all));
    answers.add(http.post("/mcp", RawClient.INITIALIZED, all));
    answers.add(http.post("/mcp", "{", all));
    answers.add(http.send("GET /mcp", null, all));
    answers.add(http.send("PUT /mcp", null, all));
    answers.add(http.send("DELETE /mcp", null, all));
    answers.add(http.send("GET /sse", null, all));
    answers.add(http.post("/sse", INITIALIZE, all));
    answers.add(http.post(endpoint, WireTest.PING, all));
    return answers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer unknown", "Bearer nobody/s", "Basic YTpi", "Digest x"})
  @WireRow({"AUTH-01", "AUTH-02", "AUTH-04", "AUTH-10", "AUTH-13", "D-62", "COMMON-22"})
  void withoutAValidTokenEverythingIs401(String authorization) throws Exception {
    String session = open("ann");
    try (EventStream stream = sse("ann")) {
      String endpoint = stream.next().data();
      String field = authorization.isEmpty() ? "X-None: 1" : "Authorization: " + authorization;
      String version = "MCP-Protocol-Version: 2099-01-01";
      for (Answer answer : everything(session, endpoint, field, version)) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        String challenge = answer.field("WWW-Authenticate");
        assertThat(challenge)
            .startsWith("Bearer ")
            .contains("resource_metadata=\"" + METADATA + "\"", "scope=\"mcp:read mcp:write\"");
        assertThat(challenge.contains("error=\"invalid_token\""))
            .isEqualTo(authorization.startsWith("Bearer"));
        assertThat(answer.text()).doesNotContain("jsonrpc");
        assertThat(answer.field("Mcp-Session-Id")).isNull();
      }
    }
    assertThat(ping(session, token("ann")).status()).as("the session lives on").isEqualTo(200);
  }

  private static EventStream sse(String token) throws Exception {
    HttpResponse<InputStream> response =
        server.client.open("GET", "/sse", null, "Authorization", "Bearer " + token);
    assertThat(response.statusCode()).isEqualTo(200);
    return new EventStream(response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "bob", "admin"})
  @WireRow({"AUTH-10", "AUTH-12"})
  void withOneBothTransportsAreServed(String token) throws Exception {
    String session = open(token);
    assertThat(ping(session, token(token)).text())
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}");
    String large = RawClient.call(1, "echo", "{\"message\":\"" + "x".repeat(200_000) + "\"}");
    Answer echoed = http.post("/mcp", large, "Mcp-Session-Id: " + session, token(token));
    assertThat(echoed.text()).contains("Echo: xxx");
    Answer streamed =
        http.post(
            "/mcp",
            RawClient.call(1, "progress", "{}"),
            "Mcp-Session-Id: " + session,
            token(token));
    assertThat(streamed.text()).contains("\"progress\":3", "progress done");
    try (EventStream stream = sse(token)) {
      String endpoint = stream.next().data();
      assertThat(http.post(endpoint, INITIALIZE, token(token)).status()).isEqualTo(202);
      stream.next("protocolVersion");
    }
  }

  @Test
  @WireRow({"AUTH-05", "AUTH-12"})
  void tooLittleScopeIs403AndNamesAllThatIsNeeded() throws Exception {
    Answer answer = http.post("/mcp", INITIALIZE, token("reader"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.field("WWW-Authenticate"))
        .isEqualTo(
            "Bearer error=\"insufficient_scope\", scope=\"mcp:read mcp:write\","
                + " resource_metadata=\""
                + METADATA
                + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Bearer \"ann\"", "bearer ann,bob"})
  @WireRow("AUTH-06")
  void whatIsNoTokenIs400(String authorization) throws Exception {
    Answer answer = http.post("/mcp", INITIALIZE, "Authorization: " + authorization);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("WWW-Authenticate")).contains("error=\"invalid_request\"");
    assertThat(http.post("/mcp", INITIALIZE, token("ann"), token("bob")).status()).isEqualTo(400);
  }

  @Test
  @WireRow("AUTH-07")
  void aTokenForSomebodyElseIs401() throws Exception {
    Answer answer = http.post("/mcp", INITIALIZE, token("foreign"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.field("WWW-Authenticate")).contains("error=\"invalid_token\"");
  }

  @Test
  @WireRow("AUTH-08")
  void handlersSeeNoToken() throws Exception {
    String session = open("ann");
    Answer answer =
        http.post(
            "/mcp", RawClient.call(1, "context", "{}"), "Mcp-Session-Id: " + session, token("ann"));
    assertThat(answer.text()).contains("context ").doesNotContain("Bearer");
  }

  @Test
  @WireRow("AUTH-09")
  void aTokenInTheQueryIsNone() throws Exception {
    assertThat(http.post("/mcp?access_token=ann", INITIALIZE).status()).isEqualTo(401);
  }

  @Test
  @WireRow({"AUTH-14", "SH-14", "SH-15", "SSE-21"})
  void aSessionIsThereOnlyForWhoOpenedIt() throws Exception {
    String session = open("ann");
    Answer unknown = ping("unknown", token("bob"));
    Answer foreign = ping(session, token("bob"));
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.text()).as("no oracle").isEqualTo(unknown.text());
    String field = "Mcp-Session-Id: " + session;
    assertThat(http.send("GET /mcp", null, "Accept: */*", field, token("bob")).status())
        .isEqualTo(404);
    assertThat(http.send("DELETE /mcp", null, field, token("bob")).status()).isEqualTo(404);
    assertThat(ping(session, token("ann-renewed")).status())
        .as("a token that was renewed is of the same principal")
        .isEqualTo(200);
    try (EventStream stream = sse("ann")) {
      String endpoint = stream.next().data();
      assertThat(http.post(endpoint, INITIALIZE, token("bob")).status()).isEqualTo(404);
      assertThat(http.post(endpoint, INITIALIZE, token("ann-renewed")).status()).isEqualTo(202);
      stream.next("protocolVersion");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/mcp", "/sse", "/mcp/"})
  @WireRow({"AUTH-03", "AUTH-11", "AUTH-15", "D-82", "D-83"})
  void theMetadataIsReadableWithoutAToken(String path) throws Exception {
    String page = "Origin: http://localhost:6274";
    Answer answer = http.send("GET /.well-known/oauth-protected-resource" + path, null, page);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("Content-Type")).startsWith("application/json");
    assertThat(answer.field("Access-Control-Allow-Origin")).isEqualTo("http://localhost:6274");
    JsonNode metadata = answer.json();
    assertThat(metadata.at("/resource").asText()).isEqualTo(RESOURCE);
    assertThat(metadata.at("/authorization_servers/0").asText())
        .isEqualTo("https://login.example.org");
    assertThat(metadata.at("/scopes_supported").toString())
        .isEqualTo("[\"mcp:read\",\"mcp:write\"]");
    assertThat(metadata.at("/bearer_methods_supported/0").asText()).isEqualTo("header");
    assertThat(answer.text()).doesNotContain("offline_access");
    Answer preflight =
        http.send(
            "OPTIONS /.well-known/oauth-protected-resource" + path,
            null,
            page,
            "Access-Control-Request-Method: GET",
            "Access-Control-Request-Headers: mcp-protocol-version");
    assertThat(preflight.status()).isIn(200, 204);
    assertThat(http.send("GET /.well-known/oauth-authorization-server", null).status())
        .isEqualTo(404);
  }

  @Test
  @WireRow({"CORS-01", "CORS-09"})
  void aPreflightNeedsNoTokenAndARefusalIsReadable() throws Exception {
    String page = "Origin: http://localhost:6274";
    Answer preflight = http.send("OPTIONS /mcp", null, page, "Access-Control-Request-Method: POST");
    assertThat(preflight.status()).isIn(200, 204);
    for (String token : List.of("unknown", "reader")) {
      Answer refused = http.post("/mcp", INITIALIZE, page, token(token));
      assertThat(refused.status()).isIn(401, 403);
      assertThat(refused.field("Access-Control-Allow-Origin")).isEqualTo("http://localhost:6274");
      assertThat(refused.field("Access-Control-Expose-Headers")).contains("WWW-Authenticate");
    }
  }

  @Test
  void aTokenThatCannotBeCheckedIs503AndIsNotLogged() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      Answer answer = http.post("/mcp", INITIALIZE, token("broken"));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.field("Retry-After")).isEqualTo("5");
      assertThat(answer.text()).doesNotContain("broken");
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("An access token could not be checked")
        .doesNotContain("the token broken");
  }

  @Test
  @WireRow("AUTH-11")
  void aResourceThatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> ProtectedResource.of("mcp", "https://login.example.org"))
        .hasMessageContaining("'mcp'");
    assertThatThrownBy(() -> ProtectedResource.of(RESOURCE))
        .hasMessageContaining("authorization server");
    assertThatThrownBy(
            () ->
                ProtectedResource.of(RESOURCE, "https://login.example.org")
                    .withScopes("offline_access"))
        .hasMessageContaining("offline_access");
    assertThatThrownBy(
            () -> ProtectedResource.of(RESOURCE, "https://login.example.org").withScopes("a b"))
        .hasMessageContaining("'a b'");
    assertThat(ProtectedResource.of("https://a.example:8443", "https://b.example").metadataUrl())
        .isEqualTo("https://a.example:8443/.well-known/oauth-protected-resource");
  }
}

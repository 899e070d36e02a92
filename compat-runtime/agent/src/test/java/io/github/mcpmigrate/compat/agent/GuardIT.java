package io.github.mcpmigrate.compat.agent;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may not use HTTP+SSE may not use Streamable HTTP, at the shared URL or at one of its own,
 * whatever the application's rules say of that URL.
 */
@Tag("spring-security")
class GuardIT {

  private static final String SSE = LegacyStack.SSE;
  private static final String MCP = "/mcp";
  private static final String OPTION = "mcp.compat.mcp-endpoint";
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
      "capabilities":{},"clientInfo":{"name":"by hand","version":"1"}}}""";

  private final HttpClient http = HttpClient.newHttpClient();
  private GuardedServer server;

  @BeforeEach
  void askForMcp() {
    System.setProperty(OPTION, MCP);
  }

  @AfterEach
  void stop() throws Exception {
    System.clearProperty(OPTION);
    if (server != null) {
      server.close();
    }
  }

  /** Stack, rules, and what each caller is answered: POST, GET and DELETE. */
  private static Stream<Arguments> rules() {
    // An unknown session is a 404 of the engine: the caller came in.
    String in = "200 404 404";
    String anonymous = "401 401 401";
    String forbidden = "403 403 403";
    return Stream.of(LegacyStack.SERVLET, LegacyStack.WEBMVC, LegacyStack.WEBFLUX)
        .flatMap(
            stack ->
                Stream.of(
                    row(stack, "OldPathsChain", anonymous, anonymous, anonymous, in),
                    row(stack, "OldPathsClosed", anonymous, in, anonymous, in),
                    row(
                        stack,
                        "CsrfButForMessages",
                        stack == LegacyStack.WEBFLUX ? "403 401 403" : "403 401 403",
                        "403 404 403",
                        "403 401 403",
                        "403 404 403"),
                    row(stack, "OldPathsOpen", anonymous, forbidden, in, in),
                    row(stack, "OneMethod", anonymous, in, anonymous, in),
                    row(stack, "AdminsSend", anonymous, forbidden, anonymous, forbidden)));
  }

  private static Arguments row(
      LegacyStack stack,
      String rules,
      String mcpAnonymous,
      String mcpUser,
      String sseAnonymous,
      String sseUser) {
    return Arguments.of(stack, rules, mcpAnonymous, mcpUser, sseAnonymous, sseUser);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("rules")
  void theOldRulesHold(
      LegacyStack stack,
      String rules,
      String mcpAnonymous,
      String mcpUser,
      String sseAnonymous,
      String sseUser)
      throws Exception {
    server = GuardedServer.start(stack, "", rules(stack, rules));
    assertThat(List.of(all(MCP, null), all(MCP, "user"), all(SSE, null), all(SSE, "user")))
        .containsExactly(mcpAnonymous, mcpUser, sseAnonymous, sseUser);
  }

  @ParameterizedTest
  @EnumSource(LegacyStack.class)
  void behindAContextPathToo(LegacyStack stack) throws Exception {
    server = GuardedServer.start(stack, "/app", rules(stack, "OldPathsClosed"));
    assertThat(all(MCP, null)).isEqualTo("401 401 401");
    assertThat(all(MCP, "user")).isEqualTo("200 404 404");
    server.close();
    server = GuardedServer.start(stack, "/app", rules(stack, "OneMethod"));
    assertThat(all(SSE, null)).isEqualTo("401 401 401");
    assertThat(all(SSE, "user")).isEqualTo("200 404 404");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVLET", "WEBMVC"})
  void inAFolderToo(LegacyStack stack) throws Exception {
    server = GuardedServer.startIn("/api", stack, GuardRules.OneMethodInFolder.class);
    for (String path : List.of("/api" + SSE, "/api" + MCP)) {
      assertThat(all(path, null)).isEqualTo("401 401 401");
      assertThat(all(path, "user")).isEqualTo("200 404 404");
    }
  }

  @ParameterizedTest
  @EnumSource(LegacyStack.class)
  void whoMayListenAndSendMayComeIn(LegacyStack stack) throws Exception {
    server = GuardedServer.start(stack, "", rules(stack, "AdminsSend"));
    assertThat(all(MCP, "admin")).isEqualTo("200 404 404");
    assertThat(all(SSE, "admin")).isEqualTo("200 404 404");
  }

  @ParameterizedTest
  @EnumSource(LegacyStack.class)
  void whatTheOldPathsChainDoesBesidesIsNotPassedBy(LegacyStack stack) throws Exception {
    server = GuardedServer.start(stack, "", rules(stack, "KeyInChain"));
    assertThat(status(SSE, "POST", null)).isEqualTo(401);
    assertThat(status(SSE, "POST", null, "X-Key", "secret")).isEqualTo(200);
    assertThat(status(MCP, "POST", null, "X-Key", "secret")).isEqualTo(401);
    assertThat(status(MCP, "POST", "user", "X-Key", "secret")).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVLET", "WEBMVC"})
  void rulesSeeTheRequestAsItWouldHaveCome(LegacyStack stack) throws Exception {
    server = GuardedServer.start(stack, "", GuardRules.WithHeader.class);
    assertThat(status(MCP, "POST", null)).isEqualTo(401);
    assertThat(status(SSE, "POST", "user")).isEqualTo(403);
    assertThat(status(SSE, "POST", "user", "X-Tenant", "one")).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVLET", "WEBMVC"})
  void anEvaluatorThatFailsLetsNobodyIn(LegacyStack stack) throws Exception {
    server = GuardedServer.start(stack, "", GuardRules.FailingEvaluator.class);
    assertThat(all(SSE, null)).isEqualTo("401 401 401");
    assertThat(all(SSE, "user")).isEqualTo("403 403 403");
  }

  @ParameterizedTest
  @EnumSource(LegacyStack.class)
  void springSecurityThatGuardsNoUrlIsInNobodysWay(LegacyStack stack) throws Exception {
    server = GuardedServer.start(stack, "", GuardRules.Off.class);
    assertThat(all(SSE, null)).isEqualTo("200 404 404");
    assertThat(all(MCP, null)).isEqualTo("200 404 404");
  }

  @Test
  void csrfProtectionOfOtherPathsIsInNobodysWay() throws Exception {
    server = GuardedServer.start(LegacyStack.WEBFLUX, "", FluxGuardRules.CsrfElsewhere.class);
    assertThat(all(MCP, null)).isEqualTo("401 401 401");
    assertThat(all(MCP, "user")).isEqualTo("200 404 404");
    assertThat(all(SSE, "user")).isEqualTo("200 404 404");
  }

  @Test
  void theDefaultChainOfWebFluxGuardsAllAlike() throws Exception {
    server = GuardedServer.start(LegacyStack.WEBFLUX, "", FluxGuardRules.Defaults.class);
    // With CSRF protection, which only GET needs no token for.
    assertThat(status(MCP, "GET", null)).isEqualTo(401);
    assertThat(status(MCP, "GET", "user")).isEqualTo(404);
    assertThat(status(SSE, "POST", "user")).isEqualTo(403);
  }

  @Test
  void chainsThatNobodySeesLetNobodyIn() throws Exception {
    server = GuardedServer.start(LegacyStack.WEBFLUX, "", FluxGuardRules.HiddenChains.class);
    assertThat(all(SSE, null)).isEqualTo("401 401 401");
  }

  @ParameterizedTest
  @EnumSource(LegacyStack.class)
  void httpSseStaysAsItWas(LegacyStack stack) throws Exception {
    server = GuardedServer.start(stack, "", rules(stack, "OneMethod"));
    assertThat(listen(null)).isEqualTo(401);
    assertThat(listen("user")).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(LegacyStack.class)
  void httpSseIsNotOpenedAtTheOtherUrl(LegacyStack stack) throws Exception {
    server = GuardedServer.start(stack, "", GuardRules.Off.class);
    HttpResponse<String> answer =
        http.send(
            request(MCP, null).header("Accept", "text/event-stream").GET().build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, POST, DELETE, OPTIONS");
  }

  @ParameterizedTest
  @EnumSource(LegacyStack.class)
  void aPageMayReadWhyItIsRefused(LegacyStack stack) throws Exception {
    server = GuardedServer.start(stack, "", rules(stack, "OneMethod"));
    for (String path : List.of(SSE, MCP)) {
      HttpResponse<String> preflight =
          http.send(
              request(path, null)
                  .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                  .header("Origin", "http://localhost:6274")
                  .header("Access-Control-Request-Method", "POST")
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(preflight.statusCode()).isBetween(200, 204);
      HttpResponse<String> refused =
          http.send(
              request(path, null)
                  .header("Origin", "http://localhost:6274")
                  .header("Content-Type", "application/json")
                  .header("Accept", "application/json, text/event-stream")
                  .POST(HttpRequest.BodyPublishers.ofString(INITIALIZE))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).contains("Not without authentication");
      assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("http://localhost:6274");
    }
  }

  @Test
  void aFilterBeforeMessagesAloneIsNotPassedBy() throws Exception {
    server = GuardedServer.start(key(), LegacyStack.MESSAGE);
    // As without the agent: the provider does not know POST at that URL.
    assertThat(status(SSE, "POST", null)).isEqualTo(404);
    assertThat(status(MCP, "POST", null)).isEqualTo(404);
    assertThat(listen(null)).isEqualTo(200);
  }

  @Test
  void aFilterBeforeTheOldPathsGuardsTheSharedUrlButNotAnother() throws Exception {
    server = GuardedServer.start(key(), SSE, LegacyStack.MESSAGE);
    assertThat(status(SSE, "POST", null)).isEqualTo(401);
    assertThat(status(SSE, "POST", null, "X-Key", "secret")).isEqualTo(200);
    assertThat(status(MCP, "POST", null, "X-Key", "secret")).isEqualTo(404);
  }

  @Test
  void aFilterBeforeAllGuardsAll() throws Exception {
    server = GuardedServer.start(key(), "/*");
    for (String path : List.of(SSE, MCP)) {
      assertThat(status(path, "POST", null)).isEqualTo(401);
      assertThat(status(path, "POST", null, "X-Key", "secret")).isEqualTo(200);
    }
  }

  @Test
  void aServletThatIsNotYetLoadedIsMappedWhenItIs() throws Exception {
    server = GuardedServer.startLazily("/api");
    assertThat(status("/api" + MCP, "POST", null)).isEqualTo(404);
    assertThat(status("/api" + SSE, "POST", null)).isEqualTo(200);
    assertThat(all("/api" + MCP, null)).isEqualTo("200 404 404");
    assertThat(status(MCP, "POST", null)).isEqualTo(404);
  }

  private static Filter key() {
    return (request, response, next) -> {
      if ("secret".equals(((HttpServletRequest) request).getHeader("X-Key"))) {
        next.doFilter(request, response);
      } else {
        ((HttpServletResponse) response).setStatus(401);
      }
    };
  }

  private static Class<?> rules(LegacyStack stack, String name) throws ClassNotFoundException {
    Class<?> all = stack == LegacyStack.WEBFLUX ? FluxGuardRules.class : GuardRules.class;
    return Class.forName(all.getName() + '$' + name);
  }

  private String all(String path, String user) throws Exception {
    return status(path, "POST", user)
        + " "
        + status(path, "GET", user)
        + " "
        + status(path, "DELETE", user);
  }

  private int status(String path, String method, String user, String... headers) throws Exception {
    HttpRequest.Builder request =
        request(path, user).header("Accept", "application/json, text/event-stream");
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (method.equals("POST")) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(INITIALIZE));
    } else {
      request.header("Mcp-Session-Id", "none").method(method, HttpRequest.BodyPublishers.noBody());
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  /** Opens HTTP+SSE's stream, and goes. */
  private int listen(String user) throws Exception {
    HttpResponse<Stream<String>> stream =
        http.send(
            request(SSE, user).header("Accept", "text/event-stream").build(),
            HttpResponse.BodyHandlers.ofLines());
    stream.body().close();
    return stream.statusCode();
  }

  private HttpRequest.Builder request(String path, String user) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.base() + path)).timeout(LIMIT);
    if (user != null) {
      byte[] credentials = (user + ":pw").getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
    return request;
  }
}

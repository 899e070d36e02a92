package io.github.mcpmigrate.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerificationTest {

  private static final String HEADER = "Authorization: Bearer " + SmallServer.SECRET;

  @Test
  void aServerWithoutMistakesPasses() throws Exception {
    try (SmallServer server = new SmallServer()) {
      VerifyReport report = verify(server.url(), "sse,streamable");
      assertThat(report.rows()).allSatisfy(row -> assertThat(outcome(row)).isNotIn(bad()));
      assertThat(report.failed()).isFalse();
      assertThat(report.spoken())
          .extracting(Object::toString)
          .containsExactly(
              "Streamable HTTP /app/mcp, revision 2025-11-25, with sessions, small 1",
              "HTTP+SSE /app/sse, revision 2025-11-25, small 1");
      assertThat(report.rows())
          .extracting(Row::check)
          .contains("same-tools", "same-call", "buffering", "end-session", "cors");
    }
  }

  @Test
  void aStatelessServerWithoutMistakesPasses() throws Exception {
    try (SmallServer server = new SmallServer()) {
      VerifyReport report = verify(URI.create(server.url() + "/modern"), "stateless");
      assertThat(report.rows()).allSatisfy(row -> assertThat(outcome(row)).isNotIn(bad()));
      assertThat(report.spoken())
          .extracting(spoken -> spoken.endpoint().kind())
          .containsExactly(Kind.STATELESS, Kind.STREAMABLE, Kind.HTTP_SSE);
    }
  }

  /** Each mistake is found, where it is, and nothing else is blamed for it. */
  @ParameterizedTest
  @EnumSource
  void findsAMistake(Mistake mistake) throws Exception {
    try (SmallServer server = new SmallServer(mistake)) {
      boolean stateless = mistake.where().equals(Kind.STATELESS.label());
      URI url = stateless ? URI.create(server.url() + "/modern") : server.url();
      VerifyReport report = verify(url, null);
      List<Row> found = rows(report, bad());
      assertThat(found)
          .filteredOn(row -> !row.check().equals("handshake"))
          .as("%s", report.lines())
          .isNotEmpty()
          .allSatisfy(
              row -> {
                assertThat(row.check()).isEqualTo(mistake.check());
                assertThat(row.where()).startsWith(mistake.where());
                assertThat(outcome(row)).isEqualTo(mistake.outcome());
                assertThat(row.finding().repair()).endsWith(".");
              });
      assertThat(report.failed()).isEqualTo(mistake.outcome() == Outcome.FAIL);
      boolean broken = mistake.name().startsWith("ENDPOINT_");
      assertThat(found.stream().anyMatch(row -> row.check().equals("handshake"))).isEqualTo(broken);
    }
  }

  @Test
  void everySessionIsEndedAndEveryStreamClosed() throws Exception {
    try (SmallServer server = new SmallServer()) {
      verify(server.url(), null);
      assertThat(server.sessions()).isZero();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (server.streams() > 0 && System.nanoTime() < deadline) {
        server.flush();
        Thread.onSpinWait();
      }
      assertThat(server.streams()).isZero();
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().equals("mcp-verify"))
          .allSatisfy(
              thread -> {
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
              });
    }
  }

  @Test
  void theHeaderGoesEverywhereAndIsSaidNowhere() throws Exception {
    try (SmallServer server = new SmallServer(Mistake.SSE_TAKES_ANY_ORIGIN)) {
      VerifyReport report = verify(server.url(), null);
      assertThat(server.withoutSecret()).isZero();
      assertThat(String.join("\n", report.lines()) + report.json())
          .doesNotContain(SmallServer.SECRET);
    }
  }

  @Test
  void whatAServerRepeatsOfTheHeaderIsStruckOut() {
    Rows rows = new Rows(List.of("Bearer abcd-1234"));
    assertThat(rows.clean("Token abcd-1234 is wrong,\n Bearer abcd-1234"))
        .isEqualTo("Token *** is wrong, ***");
  }

  @Test
  void saysWhatIsExpectedAndNotThere() throws Exception {
    try (SmallServer server = new SmallServer()) {
      VerifyReport report = verify(server.url(), "sse,stateless");
      assertThat(rows(report, List.of(Outcome.FAIL)))
          .extracting(Row::check, Row::where)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("expected", "stateless"));
    }
  }

  @Test
  void aCallThatIsRefusedIsNoProof() throws Exception {
    try (SmallServer server = new SmallServer()) {
      VerifyReport report =
          Verification.run(
              VerifyOptions.of(server.url().toString(), List.of(), List.of(), 5, null, null));
      assertThat(report.failed()).isFalse();
      assertThat(report.rows()).extracting(Row::check).doesNotContain("call");
    }
  }

  @Test
  void aWebPageIsNoMcp() throws Exception {
    try (Page page = new Page(200, "text/html", "<html>Hello</html>")) {
      VerifyReport report = verify(page.url(), null);
      assertThat(report.failed()).isTrue();
      assertThat(report.rows()).isEmpty();
      assertThat(report.summary())
          .startsWith(page.url() + "/ is a web server that speaks no MCP")
          .contains("/sse: POST 200 text/html, GET 200 text/html")
          .endsWith("; give the URL of its MCP endpoint.");
    }
  }

  @Test
  void authorizationIsAskedFor() throws Exception {
    try (Page page = new Page(401, "text/plain", "no")) {
      assertThat(verify(page.url(), null).summary())
          .isEqualTo(
              page.url()
                  + " wants authorization (401 text/plain); give it with -Dheader='Authorization:"
                  + " Bearer …'.");
    }
  }

  @Test
  void nothingListens() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    VerifyReport report = verify(URI.create("http://127.0.0.1:" + port), null);
    assertThat(report.failed()).isTrue();
    assertThat(report.summary())
        .isEqualTo(
            "Nothing listens at http://127.0.0.1:"
                + port
                + "; start the server, or check host and port.");
  }

  @Test
  void theReportIsJson() throws Exception {
    try (SmallServer server = new SmallServer(Mistake.TOOL_MISSING)) {
      var report = Json.object(Json.read(verify(server.url(), null).json()));
      assertThat(report).containsEntry("passed", false).containsEntry("url", "" + server.url());
      assertThat(Json.list(report.get("endpoints"))).hasSize(2);
      assertThat(Json.list(report.get("checks")))
          .map(Json::object)
          .filteredOn(row -> "fail".equals(row.get("outcome")))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("check", "same-tools")
                      .containsEntry("evidence", "1 differ: add only on the second"));
    }
  }

  private static VerifyReport verify(URI url, String expect) throws InterruptedException {
    return Verification.run(
        VerifyOptions.of(
            url.toString(), List.of(HEADER), List.of("echo={\"text\":\"hi\"}"), 1, null, expect));
  }

  private static List<Outcome> bad() {
    return List.of(Outcome.FAIL, Outcome.WARN);
  }

  private static Outcome outcome(Row row) {
    return row.finding().outcome();
  }

  private static List<Row> rows(VerifyReport report, List<Outcome> outcomes) {
    Stream<Row> rows = report.rows().stream();
    return rows.filter(row -> outcomes.contains(outcome(row))).toList();
  }

  /** A server that always says the same. */
  private static final class Page implements AutoCloseable {

    private final HttpServer http;

    Page(int status, String type, String text) throws IOException {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      http.createContext(
          "/",
          exchange -> {
            try (exchange) {
              exchange.getRequestBody().readAllBytes();
              byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
              exchange.getResponseHeaders().set("Content-Type", type);
              exchange.sendResponseHeaders(status, bytes.length);
              exchange.getResponseBody().write(bytes);
            }
          });
      http.start();
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    @Override
    public void close() {
      http.stop(0);
    }
  }
}

package io.github.mcpmigrate.compat.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.github.mcpmigrate.compat.transport.EraRouter.Way;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method on every endpoint, in and out of a session, in every setting that matters here. */
class EraRouterTableTest {

  /**
   * {@code +s} stands for a request that names a session. Ways: E opens the event stream of
   * HTTP+SSE, M is its message, P G D are POST, GET and DELETE of Streamable HTTP, O is OPTIONS, -
   * is 405.
   */
  private static final String TABLE =
      """
      setting       path          GET GET+s POST POST+s DELETE DELETE+s OPTIONS HEAD PUT PATCH TRACE get
      plain         /mcp          G   G     P    P      D      D        O       -    -   -     -     -
      plain         /sse          E   E     -    -      -      -        O       -    -   -     -     -
      plain         /mcp/message  -   -     M    M      -      -        O       -    -   -     -     -
      no-delete     /mcp          G   G     P    P      -      -        O       -    -   -     -     -
      no-delete     /sse          E   E     -    -      -      -        O       -    -   -     -     -
      no-delete     /mcp/message  -   -     M    M      -      -        O       -    -   -     -     -
      same          /mcp          E   G     P    P      D      D        O       -    -   -     -     -
      same          /sse          E   G     P    P      D      D        O       -    -   -     -     -
      same          /mcp/message  -   -     M    M      -      -        O       -    -   -     -     -
      same-no-del   /mcp          E   G     P    P      -      -        O       -    -   -     -     -
      same-no-del   /sse          E   G     P    P      -      -        O       -    -   -     -     -
      same-no-del   /mcp/message  -   -     M    M      -      -        O       -    -   -     -     -
      one-url       /sse          E   G     P    P      D      D        O       -    -   -     -     -
      one-url       /mcp/message  -   -     M    M      -      -        O       -    -   -     -     -
      """;

  private static final Map<String, CompatSettings> SETTINGS =
      Map.of(
          "plain", CompatSettings.builder().build(),
          "no-delete", CompatSettings.builder().allowDelete(false).build(),
          "same", CompatSettings.builder().sameUrl(true).build(),
          "same-no-del", CompatSettings.builder().sameUrl(true).allowDelete(false).build(),
          "one-url", CompatSettings.builder().sameUrl(true).mcpEndpoint("/sse").build());

  private static final Map<String, Way> WAYS =
      Map.of(
          "E", Way.SSE_STREAM,
          "M", Way.SSE_MESSAGE,
          "P", Way.STREAMABLE_POST,
          "G", Way.STREAMABLE_GET,
          "D", Way.STREAMABLE_DELETE,
          "O", Way.OPTIONS,
          "-", Way.METHOD_NOT_ALLOWED);

  /** One cell of the table. */
  record Cell(String setting, String method, boolean inSession, String path, Way way) {}

  static Stream<Cell> cells() {
    String[] columns = TABLE.lines().findFirst().orElseThrow().split(" +");
    return TABLE
        .lines()
        .skip(1)
        .map(line -> line.split(" +"))
        .flatMap(
            row ->
                Stream.iterate(2, i -> i < row.length, i -> i + 1)
                    .map(
                        i ->
                            new Cell(
                                row[0],
                                columns[i].replace("+s", ""),
                                columns[i].endsWith("+s"),
                                row[1],
                                WAYS.get(row[i]))));
  }

  @Test
  void theTableIsWhole() {
    assertThat(cells()).hasSize(14 * 12).allMatch(cell -> cell.way() != null);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void everyRequestTakesTheWayOfItsCell(Cell cell) {
    EraRouter router = new EraRouter(SETTINGS.get(cell.setting()));
    for (String prefix : new String[] {"", "/app", "/a/b", "/mcp", "/sse", "/%6dcp"}) {
      for (String slash : new String[] {"", "/"}) {
        EraRouter.Routing routing =
            router.route(cell.method(), prefix + cell.path() + slash, cell.inSession());
        assertThat(routing.way()).as(prefix + slash).isEqualTo(cell.way());
        assertThat(routing.prefix()).isEqualTo(prefix);
        assertThat(routing.allow()).as("what is allowed is served").contains("OPTIONS");
        assertThat(routing.allow().contains(cell.method()))
            .isEqualTo(cell.way() != Way.METHOD_NOT_ALLOWED);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cells")
  void whatIsNoEndpointIsNotFound(Cell cell) {
    EraRouter router = new EraRouter(SETTINGS.get(cell.setting()));
    for (String path :
        new String[] {
          "",
          "/",
          "//",
          "/mc",
          "/MCP",
          "/mcpx",
          "/mcp/x",
          "/mcp//",
          "/sse/x",
          "/SSE",
          "/message",
          "/mcp%2Fmessage",
          "/ssemcp",
          "mcp",
          "/mcp;a=b",
          "/mcp.json"
        }) {
      EraRouter.Routing routing = router.route(cell.method(), path, cell.inSession());
      assertThat(routing.way()).as(path).isEqualTo(Way.NOT_FOUND);
      assertThat(routing.allow()).isNull();
    }
  }
}

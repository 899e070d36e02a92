package io.github.mcpmigrate.compat.graft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedUrlTest {

  private final SharedUrl url = new SharedUrl(GraftSettings.of("/sse", "/mcp/message", Map.of()));

  @ParameterizedTest
  @CsvSource({
    "POST, /sse, , true",
    "POST, /app/sse/, , true",
    "DELETE, /sse, Mcp-Session-Id, true",
    "GET, /sse, Mcp-Session-Id, true",
    "OPTIONS, /sse, Access-Control-Request-Method, true",
    // HTTP+SSE's own, and what is nobody's.
    "GET, /sse, , false",
    "POST, /mcp/message, , false",
    "OPTIONS, /mcp/message, Access-Control-Request-Method, false",
    "OPTIONS, /sse, , false",
    "PUT, /sse, , false",
    "POST, /other, , false",
    "POST, /mcp, , false",
  })
  void theEngineTakesWhatHttpSseHasNoUseFor(
      String method, String path, String given, boolean taken) {
    assertThat(url.isStreamable(method, path, name -> name.equals(given) ? "x" : null))
        .isEqualTo(taken);
  }
}

package io.github.mcpmigrate.compat.graft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.door.Reply;
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

  private final SharedUrl both =
      new SharedUrl(GraftSettings.of("/sse", "/mcp/message", Map.of("mcp-endpoint", "/mcp")));

  @ParameterizedTest
  @CsvSource({
    "POST, /mcp, , true",
    "POST, /app/mcp/, , true",
    "DELETE, /mcp, Mcp-Session-Id, true",
    "GET, /mcp, Mcp-Session-Id, true",
    "GET, /mcp, , true",
    "PUT, /mcp, , true",
    "OPTIONS, /mcp, , true",
    "POST, /sse, , true",
    "GET, /sse, Mcp-Session-Id, true",
    "GET, /sse, , false",
    "POST, /mcp/message, , false",
    "POST, /other, , false",
  })
  void anEndpointOfItsOwnIsTheEnginesWhole(
      String method, String path, String given, boolean taken) {
    assertThat(both.isStreamable(method, path, name -> name.equals(given) ? "x" : null))
        .isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /mcp, , 405",
    "GET, /mcp, Mcp-Session-Id, ",
    "POST, /mcp, , ",
    "GET, /sse, , ",
    "OPTIONS, /mcp, , ",
  })
  void httpSseIsNotOpenedThere(String method, String path, String given, Integer status) {
    Reply refusal = both.refusal(method, path, name -> name.equals(given) ? "x" : null);
    assertThat(refusal == null ? null : refusal.status()).isEqualTo(status);
  }
}

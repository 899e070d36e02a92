package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many calls at once: every answer reaches the client that asked, and no other. */
class ConcurrentClientsIT {

  /** How often the driver makes 16 calls at once; it stops after a round that was not all right. */
  private static final int ROUNDS = 5;

  @ParameterizedTest
  @ValueSource(strings = {"tomcat", "jetty"})
  void twoClientsOnTwoTransportsHearNothingOfEachOther(String container) throws Exception {
    try (ServerProcess server =
        ServerProcess.start("--provider=dual", "--container=" + container)) {
      Map<String, JsonNode> clients =
          Driver.run("crosstalk", server, Transport.SSE, Transport.STREAMABLE);
      assertThat(clients).containsOnlyKeys("client-0", "client-1");
      clients.forEach(ConcurrentClientsIT::heardOnlyItsOwn);
    }
  }

  private static void heardOnlyItsOwn(String name, JsonNode client) {
    assertThat(client.path("error").asText()).as(name).isEmpty();
    assertThat(client.get("right").asInt()).as("right answers of %s", name).isEqualTo(80);
    assertThat(client.get("wrong").asInt()).as("wrong answers of %s", name).isZero();
    assertThat(client.get("sampled").asText()).isEqualTo("sampled by " + name);
    assertThat(client.get("logs")).hasSize(1);
    assertThat(client.get("logs").get(0).asText()).isEqualTo("private-" + name);
    assertThat(client.get("updates").asInt()).as("updates of %s", name).isEqualTo(1);
  }

  /**
   * The {@code sleep} tool answers all of them within a few milliseconds from several threads,
   * which is what breaks a stream that is written to without a lock.
   */
  @ParameterizedTest
  @ValueSource(strings = {"tomcat", "jetty"})
  void oneSseSessionTakesSixteenCallsAtOnce(String container) throws Exception {
    Map<String, JsonNode> bursts = bursts("dual", container);
    for (String tool : List.of("echo", "sleep")) {
      assertThat(bursts.get(tool).get("right").asInt()).as(tool).isEqualTo(ROUNDS * 16);
    }
  }

  /** For the record: the SDK's own servlet, same tools, same client. Nothing depends on it. */
  @Test
  void besideTheSdk() throws Exception {
    for (String container : List.of("tomcat", "jetty")) {
      bursts("sdk-sse", container);
    }
  }

  private static Map<String, JsonNode> bursts(String provider, String container) throws Exception {
    try (ServerProcess server =
        ServerProcess.start("--provider=" + provider, "--container=" + container)) {
      Map<String, JsonNode> bursts = Driver.run("oneSession", server, Transport.SSE);
      bursts.forEach(
          (tool, burst) ->
              System.out.printf(
                  "16 concurrent %-5s calls in one HTTP+SSE session, %-7s on %-6s: %d rounds, %2d right, %d wrong, %d without an answer%n",
                  tool,
                  provider,
                  container,
                  burst.path("rounds").asInt(),
                  burst.path("right").asInt(),
                  burst.path("wrong").asInt(),
                  burst.path("none").asInt()));
      return bursts;
    }
  }
}

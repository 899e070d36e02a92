package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many calls at once: every answer reaches the client that asked, and no other. */
class ConcurrentClientsIT {

  /** How often the driver makes 16 calls at once; it stops after a round that was not all right. */
  private static final int ROUNDS = 5;

  /** Two clients of each transport, so that every two kinds meet. */
  private static final Transport[] CLIENTS = {
    Transport.SSE, Transport.STREAMABLE, Transport.SSE, Transport.STREAMABLE
  };

  static Stream<Stack> stacks() {
    return Stack.chosen().stream();
  }

  /** Those that were not changed, too. */
  static Stream<Fixture> servers() {
    return Stream.concat(stacks(), Unchanged.chosen().stream());
  }

  @ParameterizedTest
  @MethodSource("servers")
  void clientsOnBothTransportsHearNothingOfEachOther(Fixture fixture) throws Exception {
    try (ServerProcess server = fixture.start()) {
      Map<String, JsonNode> steps = Driver.run(scenario(fixture), server, CLIENTS);
      assertThat(steps).hasSize(2 * CLIENTS.length);
      for (int i = 0; i < CLIENTS.length; i++) {
        gotItsOwn("client-" + i, steps.get("client-" + i));
        heardOnlyItsOwn("client-" + i, steps.get("client-" + i + " heard"));
      }
    }
  }

  /** HTTP+SSE is the SDK's own there, whose servlet takes no two calls of a session at once. */
  private static String scenario(Fixture fixture) {
    return fixture instanceof Unchanged ? "crosstalkOneByOneOverSse" : "crosstalk";
  }

  private static void gotItsOwn(String name, JsonNode client) {
    assertThat(client.path("error").asText()).as(name).isEmpty();
    assertThat(client.get("right").asInt()).as("right answers of %s", name).isEqualTo(80);
    assertThat(client.get("wrong").asInt()).as("wrong answers of %s", name).isZero();
    assertThat(client.get("sampled").asText()).isEqualTo("sampled by " + name);
  }

  /** Of 80 calls 20 log once and 20 report progress three times. */
  private static void heardOnlyItsOwn(String name, JsonNode client) {
    assertThat(client.get("strangers")).as("what %s heard of others", name).isEmpty();
    assertThat(client.get("logs").asInt()).as("logs of %s", name).isEqualTo(20);
    assertThat(client.get("progress").asInt()).as("progress of %s", name).isEqualTo(60);
    assertThat(client.get("updates").asInt()).as("updates of %s", name).isEqualTo(1);
  }

  /**
   * The {@code sleep} tool answers all of them within a few milliseconds from several threads,
   * which is what breaks a stream that is written to without a lock.
   */
  @ParameterizedTest
  @MethodSource("stacks")
  void oneSseSessionTakesSixteenCallsAtOnce(Stack stack) throws Exception {
    Map<String, JsonNode> bursts = bursts(stack.toString(), stack.options());
    for (String tool : List.of("echo", "sleep")) {
      assertThat(bursts.get(tool).get("right").asInt()).as(tool).isEqualTo(ROUNDS * 16);
    }
  }

  /** For the record: the SDK's own servlet, same tools, same client. Nothing depends on it. */
  @Test
  void besideTheSdk() throws Exception {
    for (String container : List.of("tomcat", "jetty")) {
      bursts("the SDK's on " + container, "--provider=sdk-sse", "--container=" + container);
    }
  }

  private static Map<String, JsonNode> bursts(String name, String... options) throws Exception {
    try (ServerProcess server = ServerProcess.start(options)) {
      Map<String, JsonNode> bursts = Driver.run("oneSession", server, Transport.SSE);
      bursts.forEach(
          (tool, burst) ->
              System.out.printf(
                  "16 concurrent %-5s calls in one HTTP+SSE session, %-38s: %d rounds, %2d right, %d wrong, %d without an answer%n",
                  tool,
                  name,
                  burst.path("rounds").asInt(),
                  burst.path("right").asInt(),
                  burst.path("wrong").asInt(),
                  burst.path("none").asInt()));
      return bursts;
    }
  }
}

package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mcpmigrate.samples.interop.node.NodeTools;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same clients and scenarios as in {@link ClientsIT}, on servers that were built for HTTP+SSE
 * and not changed since; both transports are at the URL of the old one.
 */
class UnchangedServersIT {

  /** As in {@link ClientsIT}: the list is the same. */
  private static final int EACH_SERVER = 338;

  /** Servlet with four containers and three SDKs, WebMvc with four containers, WebFlux. */
  private static final int SERVERS = 12 + 4 + 1;

  static Stream<Unchanged> servers() {
    return Unchanged.chosen().stream();
  }

  @Test
  void everyCellIsAccountedFor() {
    int ways = Way.values().length;
    List<Cell> all = Cell.all(Unchanged.all());
    assertThat(all.size()).isEqualTo(ways * 75 * 9 * 2 * 23);
    assertThat(all.stream().filter(cell -> cell.whyNot().isPresent()).count())
        .isEqualTo(ways * ((75 - SERVERS) * 414 + SERVERS * (414 - EACH_SERVER)));
    assertThat(Unchanged.existing()).containsAll(Unchanged.REPRESENTATIVE);
    assertThat(Unchanged.REPRESENTATIVE).extracting(Unchanged::way).contains(Way.values());
    assertThat(Unchanged.forAllClients()).extracting(Unchanged::way).contains(Way.values());
    assertThat(Unchanged.REPRESENTATIVE)
        .extracting(server -> server.stack().sdk())
        .containsAll(Stack.SDKS);
  }

  @TestFactory
  Stream<DynamicNode> cells() throws Exception {
    NodeTools.installed(); // Without it all of this is skipped, not each step by itself.
    return Unchanged.forAllClients().stream()
        .map(server -> dynamicContainer(server.toString(), ClientTests.on(server).stream()));
  }

  @AfterAll
  static void count() {
    ClientTests.count("unchanged servers", Unchanged.forAllClients(), Unchanged.all());
  }

  @ParameterizedTest
  @MethodSource("servers")
  void clientsThatTryBothTransportsGetTheOneTheyTryFirst(Unchanged server) throws Exception {
    try (ServerProcess running = server.start()) {
      for (String client : List.of("typescript-v1", "typescript-v2")) {
        assertThat(connected(client, running, Transport.STREAMABLE, Transport.SSE))
            .isEqualTo("streamable");
        assertThat(connected(client, running, Transport.SSE, Transport.STREAMABLE))
            .isEqualTo("sse");
      }
    }
  }

  private static String connected(String client, ServerProcess server, Transport... tries)
      throws Exception {
    Map<String, JsonNode> steps = Driver.run(client, "fallback", server, tries);
    assertThat(steps.get("connected").get("refused")).isEmpty();
    assertThat(steps.get("tools").get("names")).hasSize(24);
    return steps.get("connected").get("kind").asText();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aClientThatLeavesDisturbsNoOther(Unchanged server) throws Exception {
    try (ServerProcess running = server.start()) {
      Map<String, JsonNode> steps =
          Driver.run(
              "leaving",
              running,
              Transport.SSE,
              Transport.STREAMABLE,
              Transport.SSE,
              Transport.STREAMABLE);
      assertThat(steps).hasSize(3);
      for (int left = 1; left <= 3; left++) {
        JsonNode step = steps.get("client-" + (left - 1) + " left");
        assertThat(step.path("error").asText()).isEmpty();
        assertThat(step.get("slept")).hasSize(4 - left);
        assertThat(step.get("slept")).allMatch(text -> text.asText().equals("slept 300"));
        assertThat(step.get("sampled")).hasSize(4 - left);
        assertThat(step.get("sampled")).allMatch(text -> text.asText().startsWith("sampled by "));
      }
    }
  }

  /** Over HTTP+SSE the SDK goes on with what was cancelled. */
  @ParameterizedTest
  @MethodSource("servers")
  void aCancelledToolStopsWorking(Unchanged server) throws Exception {
    try (ServerProcess running = server.start();
        Driver driver = Driver.start("cancel", running, Transport.STREAMABLE)) {
      running.await("slow-start streamable", Duration.ofSeconds(20));
      driver.proceed();
      running.await("slow-aborted streamable", Duration.ofSeconds(2));
      Map<String, JsonNode> steps = driver.finish();
      assertThat(steps.get("cancelled").get("rejected").asText()).contains("enough");
      assertThat(steps.get("after").get("text").asText()).isEqualTo("Echo: after");
    }
  }
}

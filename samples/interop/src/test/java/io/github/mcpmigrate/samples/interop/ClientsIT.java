package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mcpmigrate.samples.interop.node.NodeTools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One list of scenarios over stacks, clients and transports. A cell that does not apply says why
 * and is counted; one that is known to fail has to fail.
 */
class ClientsIT {

  /** Of 414 cells; in the others it is the client that has no such thing. */
  private static final int EACH_STACK = 338;

  @Test
  void everyCellIsAccountedFor() {
    List<Cell> all = Cell.all(Stack.all());
    assertThat(all.size()).isEqualTo(75 * 9 * 2 * 23);
    assertThat(all.stream().filter(cell -> cell.whyNot().isPresent()).count())
        .isEqualTo(42 * 414 + 33 * (414 - EACH_STACK));
    assertThat(applying(Stack.existing()).size()).isEqualTo(33 * EACH_STACK);
    assertThat(applying(Stack.REPRESENTATIVE).size()).isEqualTo(6 * EACH_STACK);
  }

  @TestFactory
  Stream<DynamicNode> cells() throws Exception {
    NodeTools.installed(); // Without it all of this is skipped, not each step by itself.
    return Stack.chosen().stream()
        .map(stack -> dynamicContainer(stack.toString(), on(stack).stream()));
  }

  private static List<DynamicNode> on(Stack stack) {
    ClientRuns runs = new ClientRuns(stack);
    List<DynamicNode> nodes = new ArrayList<>();
    nodes.add(dynamicTest("all clients", runs::run));
    for (ForeignClient client : ForeignClient.values()) {
      for (Transport transport : Transport.values()) {
        List<DynamicTest> tests = tests(stack, runs, client, transport);
        if (!tests.isEmpty()) {
          nodes.add(dynamicContainer(client + " over " + transport, tests));
        }
      }
    }
    return nodes;
  }

  private static List<DynamicTest> tests(
      Stack stack, ClientRuns runs, ForeignClient client, Transport transport) {
    List<Cell> cells =
        applying(List.of(stack)).stream()
            .filter(cell -> cell.client() == client && cell.transport() == transport)
            .toList();
    List<DynamicTest> tests =
        cells.stream()
            .map(cell -> dynamicTest(cell.scenario(), () -> check(cell, runs)))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!cells.isEmpty()) {
      tests.add(
          dynamicTest(
              "no other step",
              () ->
                  assertThat(runs.steps(client, transport))
                      .containsOnlyKeys(cells.stream().map(Cell::scenario).toList())));
    }
    return tests;
  }

  private static void check(Cell cell, ClientRuns runs) throws Throwable {
    KnownFailure.verify(cell.knownFailure(), () -> passes(cell, runs));
  }

  @Test
  void aKnownFailureThatPassesFails() throws Throwable {
    Optional<String> known = Optional.of("a reason");
    KnownFailure.verify(known, () -> fail("as known"));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> KnownFailure.verify(known, () -> {}))
        .withMessageContaining("a reason");
  }

  private static void passes(Cell cell, ClientRuns runs) {
    JsonNode result = runs.steps(cell.client(), cell.transport()).get(cell.scenario());
    assertThat(result).as("result of the step").isNotNull();
    assertThat(result.path("error").asText()).as("error").isEmpty();
    Scenarios.of(cell.client(), cell.transport()).get(cell.scenario()).accept(result);
  }

  @AfterAll
  static void count() {
    List<Cell> chosen = Cell.all(Stack.chosen());
    System.out.printf(
        "%d stacks, %d clients: %d cells run, of which %d have to fail%n",
        Stack.chosen().size(),
        ForeignClient.values().length,
        chosen.stream().filter(cell -> cell.whyNot().isEmpty()).count(),
        chosen.stream()
            .filter(cell -> cell.whyNot().isEmpty() && cell.knownFailure().isPresent())
            .count());
    Map<String, Long> reasons =
        Cell.all(Stack.all()).stream()
            .flatMap(cell -> cell.whyNot().stream())
            .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    reasons.forEach(
        (reason, cells) -> System.out.printf("%6d cells do not apply: %s%n", cells, reason));
  }

  private static List<Cell> applying(List<Stack> stacks) {
    return Cell.all(stacks).stream().filter(cell -> cell.whyNot().isEmpty()).toList();
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aCancelledToolStopsWorking(Transport transport) throws Exception {
    for (Stack stack : Stack.oneForEachDoor()) {
      try (ServerProcess server = ServerProcess.start(stack);
          Driver driver = Driver.start("cancel", server, transport)) {
        server.await("slow-start " + transport.driverName(), Duration.ofSeconds(20));
        driver.proceed();
        server.await("slow-aborted " + transport.driverName(), Duration.ofSeconds(2));
        Map<String, JsonNode> steps = driver.finish();
        assertThat(steps.get("cancelled").get("rejected").asText()).contains("enough");
        assertThat(steps.get("after").get("text").asText()).isEqualTo("Echo: after");
      }
    }
  }
}

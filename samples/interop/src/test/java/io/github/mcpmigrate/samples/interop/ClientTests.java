package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** One test for each cell that applies to a server. */
final class ClientTests {

  private ClientTests() {}

  static List<DynamicNode> on(Fixture fixture) {
    ClientRuns runs = new ClientRuns(fixture);
    List<DynamicNode> nodes = new ArrayList<>();
    nodes.add(dynamicTest("all clients", runs::run));
    for (ForeignClient client : ForeignClient.values()) {
      for (Transport transport : Transport.values()) {
        List<DynamicTest> tests = tests(fixture, runs, client, transport);
        if (!tests.isEmpty()) {
          nodes.add(dynamicContainer(client + " over " + transport, tests));
        }
      }
    }
    return nodes;
  }

  private static List<DynamicTest> tests(
      Fixture fixture, ClientRuns runs, ForeignClient client, Transport transport) {
    List<Cell> cells =
        applying(List.of(fixture)).stream()
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

  private static void passes(Cell cell, ClientRuns runs) {
    JsonNode result = runs.steps(cell.client(), cell.transport()).get(cell.scenario());
    assertThat(result).as("result of the step").isNotNull();
    assertThat(result.path("error").asText()).as("error").isEmpty();
    Scenarios.of(cell.fixture(), cell.client(), cell.transport())
        .get(cell.scenario())
        .accept(result);
  }

  static List<Cell> applying(List<? extends Fixture> fixtures) {
    return Cell.all(fixtures).stream().filter(cell -> cell.whyNot().isEmpty()).toList();
  }

  /** Prints how many cells were run, and why the others were not. */
  static <F extends Fixture> void count(String kind, List<F> chosen, List<F> all) {
    List<Cell> run = applying(chosen);
    System.out.printf(
        "%d %s, %d clients: %d cells run, of which %d have to fail%n",
        chosen.size(),
        kind,
        ForeignClient.values().length,
        run.size(),
        run.stream().filter(cell -> cell.knownFailure().isPresent()).count());
    Map<String, Long> reasons =
        Cell.all(all).stream()
            .flatMap(cell -> cell.whyNot().stream())
            .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    reasons.forEach(
        (reason, cells) -> System.out.printf("%6d cells do not apply: %s%n", cells, reason));
  }
}

package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.interop.conformance.Conformance;
import io.github.mcpmigrate.samples.interop.conformance.Conformance.Checks;
import io.github.mcpmigrate.samples.interop.conformance.Conformance.Suite;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The official conformance suite, all server scenarios of 2025-11-25, on every stack and beside the
 * SDK's own Streamable HTTP provider. Exactly the scenarios of {@code
 * conformance/scenarios-VERSION.txt} have to run, and exactly those of {@code
 * expected-failures.txt} to fail: one that is missing or that passes by now fails the test.
 */
class ConformanceIT {

  static final List<String> SDKS = Stack.SDKS;

  private static final ConformanceTable TABLE = new ConformanceTable();

  static Stream<Stack> stacks() {
    return Stack.chosen().stream();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void everyScenarioPasses(Stack stack) throws Exception {
    try (ServerProcess server = stack.start()) {
      Map<String, Checks> results = run(Suite.NEXT, server);
      TABLE.add("dual", stack.toString(), results);
      check(Suite.NEXT, "dual", stack.sdk(), results);
      // A stream that does not end early for who comes back is a warning, not a failure.
      assertThat(results.values()).as("%s", results).noneMatch(checks -> checks.warned() > 0);
      // Its only scenarios are those of the next one; so one stack for each door is enough.
      if (Stack.oneForEachDoor().contains(stack)) {
        check(Suite.RELEASED, "dual", stack.sdk(), run(Suite.RELEASED, server));
      }
    }
  }

  @ParameterizedTest
  @FieldSource("SDKS")
  void besideTheSdk(String sdk) throws Exception {
    try (ServerProcess server = ServerProcess.start("--provider=sdk-streamable", "--sdk=" + sdk)) {
      Map<String, Checks> results = run(Suite.NEXT, server);
      TABLE.add("sdk-streamable", "servlet on tomcat, SDK " + sdk, results);
      check(Suite.NEXT, "sdk-streamable", sdk, results);
    }
  }

  static Stream<Unchanged> unchanged() {
    return Unchanged.chosen().stream();
  }

  @ParameterizedTest
  @MethodSource("unchanged")
  void anUnchangedServer(Unchanged server) throws Exception {
    try (ServerProcess running = server.start()) {
      Map<String, Checks> results = run(Suite.NEXT, running);
      TABLE.add(server.way().toString(), server.stack().toString(), results);
      check(Suite.NEXT, server.way().toString(), server.stack().sdk(), results);
    }
  }

  @AfterAll
  static void print() throws IOException {
    TABLE.print();
  }

  private static Map<String, Checks> run(Suite suite, ServerProcess server)
      throws IOException, InterruptedException {
    return Conformance.run(suite, server.endpoint(Transport.STREAMABLE));
  }

  private static void check(Suite suite, String provider, String sdk, Map<String, Checks> results)
      throws IOException {
    assertThat(results.keySet())
        .as("scenarios of suite %s that ran", suite.version())
        .containsExactlyInAnyOrderElementsOf(
            ExpectedFailures.lines("/conformance/scenarios-%s.txt".formatted(suite.version())));
    assertThat(failing(results))
        .as("scenarios of suite %s that fail: %s", suite.version(), reasons(results))
        .isEqualTo(ExpectedFailures.of(provider, sdk));
  }

  private static Set<String> failing(Map<String, Checks> results) {
    return results.entrySet().stream()
        .filter(result -> result.getValue().failing())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> reasons(Map<String, Checks> results) {
    return results.entrySet().stream()
        .filter(result -> result.getValue().failing())
        .collect(Collectors.toMap(Map.Entry::getKey, result -> result.getValue().firstFailure()));
  }
}

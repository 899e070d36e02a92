package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.interop.Conformance.Checks;
import io.github.mcpmigrate.samples.interop.Conformance.Suite;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The official conformance suite, all server scenarios of 2025-11-25. Exactly the scenarios of
 * {@code conformance/scenarios-VERSION.txt} have to run, and exactly those of {@code
 * expected-failures.txt} to fail: one that is missing or that passes by now fails the test.
 */
class ConformanceIT {

  @ParameterizedTest
  @ValueSource(strings = {"0.18", "1.1", "2.1"})
  void everyScenarioPasses(String sdk) throws Exception {
    try (ServerProcess server = ServerProcess.start("--provider=dual", "--sdk=" + sdk)) {
      for (Suite suite : Suite.values()) {
        Map<String, Checks> results = Conformance.run(suite, server);
        print(suite, "dual", sdk, results);
        assertThat(results.keySet())
            .as("scenarios of suite %s that ran", suite.version())
            .containsExactlyInAnyOrderElementsOf(
                ExpectedFailures.lines("/conformance/scenarios-%s.txt".formatted(suite.version())));
        assertThat(failing(results))
            .as("scenarios of suite %s that fail: %s", suite.version(), reasons(results))
            .isEqualTo(ExpectedFailures.of(sdk));
      }
    }
  }

  /** For the record: the SDK's own servlet in the same run. Nothing depends on it. */
  @ParameterizedTest
  @ValueSource(strings = {"0.18", "1.1", "2.1"})
  void besideTheSdk(String sdk) throws Exception {
    try (ServerProcess server = ServerProcess.start("--provider=sdk-streamable", "--sdk=" + sdk)) {
      print(Suite.NEXT, "sdk-streamable", sdk, Conformance.run(Suite.NEXT, server));
    }
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

  private static void print(Suite suite, String provider, String sdk, Map<String, Checks> results) {
    System.out.printf(
        "conformance %-14s %-14s SDK %-4s: %d of %d scenarios, checks: %d passed, %d failed, %d warnings %s%n",
        suite.version(),
        provider,
        sdk,
        results.size() - failing(results).size(),
        results.size(),
        results.values().stream().mapToInt(Checks::passed).sum(),
        results.values().stream().mapToInt(Checks::failed).sum(),
        results.values().stream().mapToInt(Checks::warned).sum(),
        failing(results));
  }
}

package io.github.mcpmigrate.samples.interop;

import io.github.mcpmigrate.samples.interop.conformance.Conformance.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Runs of the suite side by side: one row for each scenario, one column for each run. */
final class ConformanceTable {

  private record Column(String provider, String stack, Map<String, Checks> results) {

    private long failing() {
      return results.values().stream().filter(Checks::failing).count();
    }

    private int warnings() {
      return results.values().stream().mapToInt(Checks::warned).sum();
    }
  }

  private final List<Column> columns = new ArrayList<>();

  /** To be called for each run. */
  void add(String provider, String stack, Map<String, Checks> results) {
    columns.add(new Column(provider, stack, results));
  }

  /** Prints a line for each run, and writes the scenarios to {@code target/conformance.md}. */
  void print() throws IOException {
    for (Column column : columns) {
      System.out.printf(
          "conformance %-14s %-38s %d of %d scenarios pass, %d warnings%n",
          column.provider,
          column.stack,
          column.results.size() - column.failing(),
          column.results.size(),
          column.warnings());
    }
    Path file = Path.of(System.getProperty("interop.report")).resolve("conformance.md");
    Files.writeString(file, markdown());
    System.out.println("conformance, scenario by scenario: " + file.normalize());
  }

  private String markdown() {
    StringBuilder table =
        new StringBuilder("Checks of each scenario: passed, failed (F), warned (W).\n\n");
    row(table, "scenario", columns.stream().map(c -> c.provider + ", " + c.stack).toList());
    row(table, "---", columns.stream().map(column -> "---").toList());
    columns.stream()
        .flatMap(column -> column.results.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(
            scenario ->
                row(
                    table,
                    scenario,
                    columns.stream().map(c -> cell(c.results.get(scenario))).toList()));
    return table.toString();
  }

  private static void row(StringBuilder table, String name, List<String> cells) {
    table.append("| ").append(name).append(" | ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String cell(Checks checks) {
    return checks == null
        ? "did not run"
        : checks.passed()
            + (checks.failed() > 0 ? " **%dF**".formatted(checks.failed()) : "")
            + (checks.warned() > 0 ? " %dW".formatted(checks.warned()) : "");
  }
}

package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of the data table {@code LegacySseUses} that a run of the finder exported. */
record Findings(List<Finding> rows) {

  /** One use of HTTP+SSE. */
  record Finding(String file, int line, String construct, String action, String reason) {}

  private static final String TABLE = "io.github.mcpmigrate.table.LegacySseUses.csv";

  /**
   * Reads the newest table below a folder; without one there is nothing to tell.
   *
   * @param folder where OpenRewrite exports its data tables, a folder for each run
   */
  static Findings readNewest(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new Findings(List.of());
    }
    try (Stream<Path> runs = Files.list(folder)) {
      Optional<Path> newest =
          runs.map(run -> run.resolve(TABLE)).filter(Files::exists).max(Path::compareTo);
      return newest.isPresent() ? read(newest.get()) : new Findings(List.of());
    }
  }

  private static Findings read(Path table) throws IOException {
    // The first lines are comments that name the table.
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    List<Finding> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(table, StandardCharsets.UTF_8);
        CSVParser parser = format.parse(reader)) {
      for (CSVRecord row : parser) {
        rows.add(
            new Finding(
                row.get("file"),
                Integer.parseInt(row.get("line")),
                row.get("construct"),
                row.get("action"),
                row.get("reason")));
      }
    }
    return new Findings(List.copyOf(rows));
  }

  /** How many rows have this action. */
  long count(String action) {
    return rows.stream().filter(row -> row.action().equals(action)).count();
  }

  /** The rows that a migration leaves to a person, or does not understand. */
  List<Finding> left() {
    return rows.stream().filter(row -> !row.action().equals("changed")).toList();
  }
}

package io.github.mcpmigrate.maven;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Severity;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of the data table {@code LegacySseUses} that a run of the finder exported. */
record Findings(List<Finding> rows) {

  private static final String TABLE = "io.github.mcpmigrate.table.LegacySseUses.csv";

  /** The shapes of rows that only a migration has. */
  private static final Set<String> OF_MOVES = Set.of("build", "removed API");

  /** The recipes that the finder has not, because they tell what only a migration breaks. */
  private static final Set<String> RULES_OF_MOVES =
      Set.of(
          "io.github.mcpmigrate.recipes.sdk.ReportSseProbes",
          "io.github.mcpmigrate.recipes.sdk.ReportOwnTransports");

  private static final String READ = "io.github.mcpmigrate.table.SourcesWithMentions.csv";

  /**
   * The runs whose tables are there already. They tell of the project as it was then.
   *
   * @param folder where OpenRewrite exports its data tables, a folder for each run
   */
  static Set<Path> runs(Path folder) throws IOException {
    return filesIn(folder);
  }

  private static Set<Path> filesIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * Whether a run came after others that read any file: OpenRewrite exports statistics of each such
   * run, and leaves its folder empty when there was nothing to read.
   */
  static boolean anyNew(Path folder, Set<Path> earlier) throws IOException {
    for (Path run : runs(folder)) {
      if (!earlier.contains(run) && !filesIn(run).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads the table of the run that came after others; a run that found nothing leaves none.
   *
   * @param earlier the runs that were there before
   */
  static Findings readNew(Path folder, Set<Path> earlier) throws IOException {
    return new Findings(newest(folder, earlier, TABLE).stream().map(Findings::finding).toList());
  }

  /**
   * Reads what a run of a migration left to a person beside the uses of HTTP+SSE that the finder
   * knows: in build files, and in code that a newer SDK breaks.
   *
   * @param earlier the runs that were there before
   */
  static List<Finding> readLeftByMove(Path folder, Set<Path> earlier) throws IOException {
    // Several steps of a move may say the same of one place.
    Set<List<Object>> said = new HashSet<>();
    return newest(folder, earlier, TABLE).stream()
        .filter(
            row -> OF_MOVES.contains(row.get("shape")) || RULES_OF_MOVES.contains(row.get("rule")))
        .map(Findings::finding)
        .filter(
            one ->
                said.add(
                    List.of(one.file(), one.line(), one.snippet(), one.action(), one.reason())))
        .toList();
  }

  /**
   * The same, with what a run of a migration said of these places: the finder does not know which
   * migration will be run, and speaks of Streamable HTTP alone. Of several rows for a place the one
   * with the same action counts. What the migration is silent about stays as it was found.
   *
   * @param earlier the runs that were there before
   */
  Findings asMoved(Path folder, Set<Path> earlier) throws IOException {
    Map<List<Object>, List<Finding>> moved =
        newest(folder, earlier, TABLE).stream()
            .map(Findings::finding)
            .collect(Collectors.groupingBy(Findings::place));
    return new Findings(
        rows.stream().map(row -> asMoved(row, moved.getOrDefault(place(row), List.of()))).toList());
  }

  private static Finding asMoved(Finding found, List<Finding> moved) {
    Optional<Finding> same =
        moved.stream().filter(one -> one.action() == found.action()).findFirst();
    return same.or(() -> moved.stream().filter(one -> one.action() == Action.CHANGED).findFirst())
        .or(() -> moved.stream().findFirst())
        .orElse(found);
  }

  private static List<Object> place(Finding one) {
    return List.of(one.file(), one.line(), one.column(), one.snippet());
  }

  private static Finding finding(CSVRecord row) {
    Action action = Action.of(row.get("action"));
    String reason = row.get("reason");
    return new Finding(
        row.get("file"),
        Integer.parseInt(row.get("line")),
        Integer.parseInt(row.get("column")),
        row.get("construct"),
        row.get("rule"),
        row.get("shape"),
        severity(action, reason),
        action,
        reason,
        row.get("documentation"));
  }

  private static Severity severity(Action action, String reason) {
    if (reason.startsWith("high severity")) {
      return Severity.HIGH;
    }
    return action == Action.CHANGED ? Severity.LOW : Severity.MEDIUM;
  }

  /**
   * The files that name a class of HTTP+SSE and were read by the run that came after others.
   *
   * @param earlier the runs that were there before
   */
  static Set<String> readFiles(Path folder, Set<Path> earlier) throws IOException {
    return newest(folder, earlier, READ).stream()
        .map(row -> row.get("file"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** These findings and others. */
  Findings and(List<Finding> others) {
    return new Findings(Stream.concat(rows.stream(), others.stream()).toList());
  }

  /** The rows of a table of the run that came after others; none if it left none. */
  static List<CSVRecord> newest(Path folder, Set<Path> earlier, String table) throws IOException {
    Optional<Path> newest =
        runs(folder).stream()
            .filter(run -> !earlier.contains(run))
            .map(run -> run.resolve(table))
            .filter(Files::exists)
            .max(Path::compareTo);
    return newest.isPresent() ? read(newest.get()) : List.of();
  }

  private static List<CSVRecord> read(Path table) throws IOException {
    // The first lines are comments that name the table.
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (Reader reader = Files.newBufferedReader(table, StandardCharsets.UTF_8);
        CSVParser parser = format.parse(reader)) {
      return parser.getRecords();
    }
  }

  /** How many rows have this action. */
  long count(Action action) {
    return rows.stream().filter(row -> row.action() == action).count();
  }

  /** The rows that a migration moves by itself. */
  List<Finding> moved() {
    return rows.stream().filter(row -> row.action() == Action.CHANGED).toList();
  }

  /** The rows that a migration leaves to a person, or does not understand. */
  List<Finding> left() {
    return rows.stream().filter(row -> row.action() != Action.CHANGED).toList();
  }
}

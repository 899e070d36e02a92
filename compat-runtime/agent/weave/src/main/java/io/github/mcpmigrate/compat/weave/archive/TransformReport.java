package io.github.mcpmigrate.compat.weave.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done, class by class.
 *
 * @param output null in a dry run without one
 * @param dryRun whether nothing was written
 * @param rows providers and what looks like one, in the order of the archive
 * @param changes files beside those classes
 * @param hint where to look when nothing was found; empty if there is nothing to say
 */
public record TransformReport(
    Path input, Path output, boolean dryRun, List<Row> rows, List<Change> changes, String hint) {

  /**
   * A class, or a file that could not be looked into.
   *
   * @param place in the input, with {@code !/} after each archive in an archive
   * @param className binary name; empty for a file that is no readable class
   * @param woven whether it serves both transports now
   * @param text which provider it is, or why it stays as it is
   */
  public record Row(String place, String className, boolean woven, String text) {}

  /**
   * A file that is new, other or gone.
   *
   * @param verb {@code added}, {@code changed} or {@code removed}
   */
  public record Change(String place, String verb) {}

  /** For those that are given. */
  public TransformReport {
    rows = List.copyOf(rows);
    changes = List.copyOf(changes);
  }

  /** How many classes serve both transports now. */
  public long woven() {
    return rows.stream().filter(Row::woven).count();
  }

  /** How many stay as they are. */
  public long staying() {
    return rows.size() - woven();
  }

  /** For the console. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      String what = row.woven() ? "woven    " : "stays    ";
      lines.add(what + row.place());
      lines.add("         " + (row.woven() ? "" : "it ") + row.text());
    }
    for (Change change : changes) {
      lines.add("%-8s ".formatted(change.verb()) + change.place());
    }
    if (!hint.isEmpty()) {
      lines.add(hint);
    }
    return lines;
  }

  /** The counts, in a sentence. */
  public String summary() {
    String counts =
        rows.isEmpty()
            ? "no HTTP+SSE provider of the MCP Java SDK is in " + input
            : "%d classes woven, %d left as they are".formatted(woven(), staying());
    if (dryRun) {
      return counts + "; nothing was written (dry run)";
    }
    return counts + (woven() > 0 ? "; written: " : "; unchanged copy: ") + output;
  }
}

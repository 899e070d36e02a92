package io.github.mcpmigrate.maven.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a verification found.
 *
 * @param url that was verified, without its query
 * @param spoken what is spoken where, one line each
 * @param why in a sentence, if no MCP server was found; null if one was
 * @param rows one for each check at each endpoint
 */
public record VerifyReport(String url, List<Spoken> spoken, String why, List<Row> rows) {

  /**
   * An endpoint after its handshake.
   *
   * @param revision that was agreed on; empty if the handshake failed
   * @param session whether it keeps sessions
   */
  record Spoken(Endpoint endpoint, String revision, String server, boolean session) {

    @Override
    public String toString() {
      return endpoint
          + (revision.isEmpty() ? "" : ", revision " + revision)
          + (endpoint.kind() == Kind.STREAMABLE && !revision.isEmpty()
              ? session ? ", with sessions" : ", without sessions"
              : "")
          + (server.isEmpty() ? "" : ", " + server);
    }
  }

  /** Whether it is no proof: nothing was found, or a row failed. */
  public boolean failed() {
    return why != null || count(Outcome.FAIL) > 0;
  }

  /** Words for the transports that work: {@code sse}, {@code streamable}, {@code stateless}. */
  public Set<String> transports() {
    return spoken.stream()
        .filter(each -> !each.revision().isEmpty())
        .map(each -> each.endpoint().kind().word())
        .collect(Collectors.toUnmodifiableSet());
  }

  private long count(Outcome outcome) {
    return rows.stream().filter(row -> row.finding().outcome() == outcome).count();
  }

  /** The counts, in a sentence. */
  public String summary() {
    return why != null
        ? why
        : "%d passed, %d failed, %d warnings, %d not applicable"
            .formatted(
                count(Outcome.PASS),
                count(Outcome.FAIL),
                count(Outcome.WARN),
                count(Outcome.NOT_APPLICABLE));
  }

  /** For the console: what is spoken, and a table with the repairs below their rows. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Spoken each : spoken) {
      lines.add(each.toString());
    }
    int where = rows.stream().mapToInt(row -> row.where().length()).max().orElse(0);
    int check = rows.stream().mapToInt(row -> row.check().length()).max().orElse(0);
    String format = "%-4s  %-" + Math.max(1, check) + "s  %-" + Math.max(1, where) + "s  %s";
    for (Row row : rows) {
      Finding finding = row.finding();
      lines.add(
          format.formatted(
              finding.outcome() == Outcome.NOT_APPLICABLE
                  ? finding.outcome().word()
                  : finding.outcome().name(),
              row.check(),
              row.where(),
              finding.evidence()));
      if (!finding.repair().isEmpty()) {
        lines.add("      -> " + finding.repair());
      }
    }
    return lines;
  }

  /** As {@code docs/verify.md} describes it. */
  public String json() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("version", 1);
    report.put("url", url);
    report.put("passed", !failed());
    report.put("summary", summary());
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome.word(), count(outcome));
    }
    report.put("counts", counts);
    report.put("endpoints", spoken.stream().map(VerifyReport::json).toList());
    report.put("checks", rows.stream().map(VerifyReport::json).toList());
    return Json.write(report, true) + "\n";
  }

  private static Map<String, Object> json(Spoken spoken) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("transport", spoken.endpoint().kind().word());
    object.put("url", Urls.plain(spoken.endpoint().uri()));
    object.put("revision", spoken.revision().isEmpty() ? null : spoken.revision());
    object.put("server", spoken.server().isEmpty() ? null : spoken.server());
    object.put("sessions", spoken.session());
    return object;
  }

  private static Map<String, Object> json(Row row) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("check", row.check());
    object.put("where", row.where());
    object.put("outcome", row.finding().outcome().word());
    object.put("evidence", row.finding().evidence());
    object.put("repair", row.finding().repair().isEmpty() ? null : row.finding().repair());
    return object;
  }
}

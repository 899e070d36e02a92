package io.github.mcpmigrate.maven.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Runs checks and keeps what they found, without what the user wants nobody to read. */
final class Rows {

  /** A check. */
  interface Check {
    Finding run() throws NoAnswer, InterruptedException;
  }

  private static final int LONGEST_EVIDENCE = 400;

  /** Shorter ones are no secrets, and would be found in innocent words. */
  private static final int SHORTEST_SECRET = 4;

  private final List<String> secrets = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param headers values of the user's headers
   */
  Rows(Collection<String> headers) {
    for (String value : headers) {
      secrets.add(value);
      // Without the scheme, as in "Bearer abc": servers repeat the token alone.
      secrets.add(value.substring(value.indexOf(' ') + 1));
    }
    secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
    secrets.sort((a, b) -> b.length() - a.length());
  }

  void run(String check, Endpoint where, Check body) throws InterruptedException {
    Finding finding;
    try {
      finding = body.run();
    } catch (NoAnswer e) {
      finding =
          Finding.fail(
              e.getMessage(), "Look into the log of the server and of what stands before it.");
    }
    add(check, where.toString(), finding);
  }

  void add(String check, String where, Finding finding) {
    rows.add(
        new Row(
            check,
            where,
            new Finding(finding.outcome(), clean(finding.evidence()), finding.repair())));
  }

  List<Row> all() {
    return List.copyOf(rows);
  }

  /** Without secrets, line ends and control characters, and not too long. */
  String clean(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "***");
    }
    clean = clean.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
    return clean.length() <= LONGEST_EVIDENCE ? clean : clean.substring(0, LONGEST_EVIDENCE) + "…";
  }
}

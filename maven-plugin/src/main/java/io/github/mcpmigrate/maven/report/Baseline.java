package io.github.mcpmigrate.maven.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The findings that a team knows of already, one in a line: the fingerprint, and after it what is
 * for people. Lines that begin with {@code #} are comments.
 */
public final class Baseline {

  private final Set<String> known;

  private Baseline(Set<String> known) {
    this.known = known;
  }

  /** Nothing is known. */
  public static Baseline none() {
    return new Baseline(Set.of());
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is not there or not a baseline
   */
  public static Baseline read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<String> wrong =
        lines.stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .filter(line -> !line.matches("[0-9a-f]{24}( .*)?"))
            .toList();
    if (!wrong.isEmpty()) {
      throw new IOException(file + " is no baseline: '" + wrong.get(0) + "'");
    }
    return new Baseline(
        lines.stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.substring(0, 24))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The file of a baseline that knows all findings of an assessment. */
  public static String of(Assessment assessment) {
    StringBuilder text =
        new StringBuilder("# Uses of HTTP+SSE that are known; new ones fail the build.\n");
    Fingerprints fingerprints = new Fingerprints();
    for (Finding finding : assessment.findings()) {
      text.append(fingerprints.next(finding))
          .append(' ')
          .append(finding.rule())
          .append(' ')
          .append(finding.file())
          .append('\n');
    }
    return text.toString();
  }

  boolean knows(String fingerprint) {
    return known.contains(fingerprint);
  }

  /** The findings that are not known. */
  public List<Finding> newOnes(List<Finding> findings) {
    List<Finding> unknown = new ArrayList<>();
    Fingerprints fingerprints = new Fingerprints();
    for (Finding finding : findings) {
      if (!knows(fingerprints.next(finding))) {
        unknown.add(finding);
      }
    }
    return unknown;
  }
}

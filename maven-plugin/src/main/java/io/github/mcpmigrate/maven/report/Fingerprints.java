package io.github.mcpmigrate.maven.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names findings by what they are and not by where: the file, the rule and the code, not the line.
 * Two that are alike are told apart by their order. For the findings of one report, in their order.
 */
public final class Fingerprints {

  private static final int BYTES = 12;

  private final Map<String, Integer> seen = new HashMap<>();

  /** The fingerprint of the next finding, 24 hexadecimal digits. */
  public String next(Finding finding) {
    String what =
        finding.rule() + "\n" + finding.file() + "\n" + finding.snippet().replaceAll("\\s+", "");
    int order = seen.merge(what, 1, Integer::sum);
    byte[] digest = sha256().digest((what + "\n" + order).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

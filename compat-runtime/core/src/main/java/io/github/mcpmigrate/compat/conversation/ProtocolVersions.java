package io.github.mcpmigrate.compat.conversation;

import java.util.List;

/** The released revisions of the MCP specification that open with a handshake. */
public final class ProtocolVersions {

  public static final String V_2024_11_05 = "2024-11-05";
  public static final String V_2025_03_26 = "2025-03-26";
  public static final String V_2025_06_18 = "2025-06-18";
  public static final String V_2025_11_25 = "2025-11-25";

  /** Oldest first. */
  public static final List<String> SESSIONFUL =
      List.of(V_2024_11_05, V_2025_03_26, V_2025_06_18, V_2025_11_25);

  private ProtocolVersions() {}

  /** Whether the first is the same revision as the second or a later one; they are dates. */
  public static boolean atLeast(String version, String other) {
    return version != null && version.compareTo(other) >= 0;
  }
}

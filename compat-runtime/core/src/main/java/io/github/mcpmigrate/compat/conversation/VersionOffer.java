package io.github.mcpmigrate.compat.conversation;

import java.util.List;

/** Which protocol version a server is offered for a client. */
final class VersionOffer {

  private VersionOffer() {}

  /**
   * @param wanted what the client asks for
   * @param carried what the transport can carry, oldest first
   * @param spoken what the server speaks
   * @return the wanted version, or the newest that transport and server have in common
   * @throws IllegalStateException when there is none
   */
  static String of(String wanted, List<String> carried, List<String> spoken) {
    String newest = null;
    for (String candidate : carried) {
      if (spoken.contains(candidate)) {
        if (candidate.equals(wanted)) {
          return candidate;
        }
        newest = candidate;
      }
    }
    if (newest == null) {
      throw new IllegalStateException(
          "The server speaks " + spoken + ", the transport only " + carried);
    }
    return newest;
  }
}

package io.github.mcpmigrate.recipes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On whose machine a server is, as far as its URL tells. Of a URL that is computed, or that a
 * placeholder stands for, nothing is known.
 */
public final class ServerHost {

  private static final Pattern URL =
      Pattern.compile("[A-Za-z]+://(?<host>\\[[^\\]/]*\\]|[^/?#:\\s]+)(?:[:/?#].*)?");

  /** This machine, seen from here or from a container, and a container by its short name. */
  private static final Pattern NEAR =
      Pattern.compile(
          "localhost|127(\\.\\d+){3}|0\\.0\\.0\\.0|\\[::1?\\]|host\\.docker\\.internal|[A-Za-z][\\w-]*");

  /** A full name, or an address. */
  private static final Pattern LITERAL = Pattern.compile("[\\w.-]+|\\[[^\\]]*\\]");

  private ServerHost() {}

  /** Whether a URL leads to this machine, or to a container beside it. */
  public static boolean isNear(String url) {
    return host(url).filter(host -> NEAR.matcher(host).matches()).isPresent();
  }

  /** Whether a URL names a server on another machine, which nobody here migrates. */
  public static boolean isElsewhere(String url) {
    return host(url)
        .filter(host -> LITERAL.matcher(host).matches() && !NEAR.matcher(host).matches())
        .isPresent();
  }

  private static Optional<String> host(String url) {
    Matcher parts = URL.matcher(url);
    return parts.matches() ? Optional.of(parts.group("host")) : Optional.empty();
  }
}

package io.github.mcpmigrate.maven.verify;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What there is to know from a URL alone. */
final class Urls {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private Urls() {}

  /**
   * @throws IllegalArgumentException in a sentence, if it is no URL of a server
   */
  static URI parse(String text) {
    URI uri;
    try {
      uri = URI.create(text.trim());
    } catch (IllegalArgumentException e) {
      uri = null;
    }
    boolean web =
        uri != null
            && uri.getHost() != null
            && ("http".equalsIgnoreCase(uri.getScheme())
                || "https".equalsIgnoreCase(uri.getScheme()));
    if (!web) {
      throw new IllegalArgumentException(
          "The URL begins with http:// or https:// and a host, as http://localhost:8080.");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "Credentials do not belong into the URL; give them as a header.");
    }
    return uri;
  }

  /** Scheme, host and port, without the scheme's own port. */
  static String origin(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int own = scheme.equals("https") ? 443 : 80;
    int port = uri.getPort();
    return scheme
        + "://"
        + uri.getHost().toLowerCase(Locale.ROOT)
        + (port < 0 || port == own ? "" : ":" + port);
  }

  static boolean loopback(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return LOOPBACK.contains(host) || host.startsWith("127.");
  }

  /** The URL without its query, which may hold what nobody else should read. */
  static String plain(URI uri) {
    return origin(uri) + path(uri);
  }

  static String path(URI uri) {
    String path = uri.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  /** The path up to its last segment, without a slash at its end. */
  static String parent(URI uri) {
    String path = path(uri);
    return path.substring(0, path.lastIndexOf('/'));
  }

  /** The given path, and the usual ones below it. */
  static List<URI> below(URI given) {
    String path = path(given).replaceFirst("/+$", "");
    List<URI> all = new ArrayList<>(List.of(given));
    all.add(given.resolve(path + "/mcp"));
    all.add(given.resolve(path + "/sse"));
    return all;
  }

  /** The usual paths beside the given one, which is not among them. */
  static List<URI> beside(URI given) {
    Set<URI> all = new LinkedHashSet<>();
    all.add(given.resolve(parent(given) + "/mcp"));
    all.add(given.resolve(parent(given) + "/sse"));
    all.removeIf(uri -> path(uri).equals(path(given)));
    return List.copyOf(all);
  }
}

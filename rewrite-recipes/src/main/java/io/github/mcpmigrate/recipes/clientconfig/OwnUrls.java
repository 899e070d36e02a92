package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.ServerHost;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses of the project's own servers.
 *
 * @param paths where Streamable HTTP is after the move, by where HTTP+SSE was
 * @param ports those that the project configures; empty if it configures none
 * @param stays why clients of these servers cannot move; empty if they can
 */
public record OwnUrls(Map<String, String> paths, Set<String> ports, Optional<String> stays) {

  private static final Pattern URL =
      Pattern.compile(
          "(?<host>https?://[^/?#:\\s]+)(?<port>:[^/?#\\s]+)?(?<path>/[^?#\\s]*?)?(?<end>/?([?#]\\S*)?)");

  public OwnUrls {
    paths = Map.copyOf(paths);
    ports = Set.copyOf(ports);
  }

  /** What an address leads to. */
  public enum Owner {
    /** A server of this project, which can move. */
    OWN,
    /** Perhaps one of this project: near, and at a port or path that the project does not name. */
    UNCLEAR,
    /** A server that somebody else runs. */
    OTHER
  }

  public Owner owner(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches() || !ServerHost.isNear(url)) {
      return Owner.OTHER;
    }
    String port = parts.group("port");
    boolean atPort = ports.isEmpty() || port != null && ports.contains(port.substring(1));
    return atPort && old(parts.group("path")).isPresent() ? Owner.OWN : Owner.UNCLEAR;
  }

  /** The same address on Streamable HTTP, whatever its host is. */
  public Optional<String> moved(String url) {
    Matcher parts = URL.matcher(url);
    return parts.matches()
        ? old(parts.group("path"))
            .map(
                old ->
                    url.substring(0, parts.end("path") - old.length())
                        + paths.get(old)
                        + parts.group("end"))
        : Optional.empty();
  }

  /** Whether an address ends like those of HTTP+SSE do, here or elsewhere. */
  boolean looksLegacy(String url) {
    Matcher parts = URL.matcher(url);
    String path = parts.matches() ? parts.group("path") : null;
    return path != null && (path.endsWith("/sse") || old(path).isPresent());
  }

  /** The longest path of ours that a path ends in: a container may put a folder before it. */
  private Optional<String> old(String path) {
    return path == null
        ? Optional.empty()
        : paths.keySet().stream()
            .filter(path::endsWith)
            .max((one, other) -> Integer.compare(one.length(), other.length()));
  }
}

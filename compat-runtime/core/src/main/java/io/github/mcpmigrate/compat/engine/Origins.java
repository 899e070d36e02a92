package io.github.mcpmigrate.compat.engine;

import io.github.mcpmigrate.compat.door.Exchange;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * Which {@code Origin} may talk to the server. A request without one comes from no web page and
 * passes. A web page passes when it is the server's own, when it was allowed, or when both it and
 * the server are on this machine.
 *
 * <p>What makes DNS rebinding fail: a foreign name that was made to point to this machine arrives
 * on the loopback address over plain HTTP, under its own name in {@code Host} and {@code Origin}
 * alike. A public name behind a reverse proxy on this machine arrives there too, but its pages come
 * over HTTPS, which nobody can offer for a name that leads to somebody else's loopback address.
 */
final class Origins {

  private final List<String> allowed;

  Origins(List<String> allowed) {
    this.allowed = allowed.stream().map(Origins::normal).toList();
  }

  /** The form browsers send (RFC 6454, section 6.1): lower case, no port that is the standard. */
  private static String normal(String origin) {
    String lower = origin.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://") && lower.endsWith(":443")) {
      return lower.substring(0, lower.length() - ":443".length());
    }
    return lower.startsWith("http://") && lower.endsWith(":80")
        ? lower.substring(0, lower.length() - ":80".length())
        : lower;
  }

  boolean permits(Exchange exchange) {
    List<String> origins = exchange.headers("Origin");
    if (origins.isEmpty()) {
      return true;
    }
    return origins.size() == 1 && permits(exchange, origins.get(0).strip());
  }

  private boolean permits(Exchange exchange, String origin) {
    if (allowed.contains("*") || allowed.contains(normal(origin))) {
      return true;
    }
    URI page = parse(origin);
    if (page == null || page.getHost() == null) {
      return false;
    }
    boolean secure = "https".equalsIgnoreCase(page.getScheme());
    if (isLoopback(page.getHost())) {
      return exchange.onLoopback() && isLoopback(hostOf(exchange.header("Host")));
    }
    if (exchange.onLoopback() && !secure) {
      return false;
    }
    return names(exchange.header("Host"), page, secure)
        || names(exchange.header("X-Forwarded-Host"), page, secure);
  }

  private static boolean names(String hostHeader, URI page, boolean secure) {
    URI host = hostHeader == null ? null : parse("http://" + hostHeader);
    if (host == null || !page.getHost().equalsIgnoreCase(host.getHost())) {
      return false;
    }
    int standard = secure ? 443 : 80;
    int pagePort = page.getPort() < 0 ? standard : page.getPort();
    int hostPort = host.getPort() < 0 ? standard : host.getPort();
    return pagePort == hostPort;
  }

  private static String hostOf(String hostHeader) {
    URI host = hostHeader == null ? null : parse("http://" + hostHeader);
    return host == null ? null : host.getHost();
  }

  private static boolean isLoopback(String host) {
    return host != null
        && (host.equalsIgnoreCase("localhost")
            || host.equals("[::1]")
            || host.matches("127(\\.[0-9]{1,3}){3}"));
  }

  private static URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}

package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the browser clients of Streamable HTTP need that those of HTTP+SSE did not, and how Spring
 * is told of it.
 */
public enum CorsNeed {
  EXPOSED("exposed header", "ExposedHeader", List.of("Mcp-Session-Id")),
  HEADERS(
      "allowed header",
      "AllowedHeader",
      List.of("Mcp-Session-Id", "MCP-Protocol-Version", "Last-Event-ID")),
  METHODS("allowed method", "AllowedMethod", List.of("DELETE"));

  private final String words;
  private final String singular;
  private final List<String> values;

  CorsNeed(String words, String singular, List<String> values) {
    this.words = words;
    this.singular = singular;
    this.values = values;
  }

  /** The method of a {@code CorsConfiguration} that takes a list. */
  String setter() {
    return "set" + singular + "s";
  }

  /** The method of a {@code CorsConfiguration} that takes one value more. */
  String adder() {
    return "add" + singular;
  }

  /** The method of a {@code CorsRegistration}. */
  String link() {
    return singular.substring(0, 1).toLowerCase(Locale.ROOT) + singular.substring(1) + "s";
  }

  boolean isSetBy(String method) {
    return method.equals(setter()) || method.equals(adder()) || method.equals(link());
  }

  /** The values that are not among others, whose case does not count. */
  public List<String> missingIn(Set<String> present) {
    return values.stream()
        .filter(value -> present.stream().noneMatch(value::equalsIgnoreCase))
        .toList();
  }

  /** A need in words. */
  public String inWords(List<String> missing) {
    return words + (missing.size() > 1 ? "s " : " ") + String.join(", ", missing);
  }
}

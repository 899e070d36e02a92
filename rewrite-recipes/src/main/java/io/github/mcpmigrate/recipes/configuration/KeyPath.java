package io.github.mcpmigrate.recipes.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The way to a key, segment by segment, in the one spelling that Spring Boot's relaxed binding
 * takes all others for: small letters, neither dashes nor underscores.
 *
 * @see <a
 *     href="https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.typesafe-configuration-properties.relaxed-binding">Relaxed
 *     binding</a>
 */
public record KeyPath(List<String> segments) {

  public static final KeyPath ROOT = new KeyPath(List.of());

  public KeyPath {
    segments = List.copyOf(segments);
  }

  public static KeyPath of(String key) {
    return ROOT.then(key);
  }

  /** The way on, by a key that may have several segments. */
  public KeyPath then(String key) {
    List<String> all = new ArrayList<>(segments);
    split(key).forEach(segment -> all.add(canonical(segment)));
    return new KeyPath(all);
  }

  /** The segments of a key as they are written; what is in brackets or quotes is one. */
  public static List<String> split(String key) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (char c : key.toCharArray()) {
      quoted ^= c == '"';
      if (c == '[') {
        if (depth == 0 && part.length() > 0) {
          parts.add(part.toString());
          part.setLength(0);
        }
        depth++;
      } else if (c == ']') {
        depth--;
      }
      if (c == '.' && depth == 0 && !quoted) {
        if (part.length() > 0) {
          parts.add(part.toString());
        }
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    if (part.length() > 0) {
      parts.add(part.toString());
    }
    return parts;
  }

  private static String canonical(String segment) {
    return segment.startsWith("[") || segment.startsWith("\"")
        ? segment
        : segment.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  public int length() {
    return segments.size();
  }

  public boolean startsWith(KeyPath other) {
    return length() >= other.length() && segments.subList(0, other.length()).equals(other.segments);
  }

  /** Whether this is the key that a pattern names, of which {@code *} stands for any segment. */
  public boolean matches(KeyPath pattern) {
    if (length() != pattern.length()) {
      return false;
    }
    for (int i = 0; i < length(); i++) {
      String wanted = pattern.segments.get(i);
      if (!"*".equals(wanted) && !wanted.equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  public KeyPath parent() {
    return new KeyPath(segments.subList(0, length() - 1));
  }

  @Override
  public String toString() {
    return String.join(".", segments);
  }
}

package io.github.mcpmigrate.recipes.sdk;

/**
 * A path that may end in a wildcard.
 *
 * @param base the part before {@code /*} or {@code /**}
 * @param wildcard the part behind it; empty if there is none
 */
record PathPattern(String base, String wildcard) {

  static PathPattern of(String text) {
    String base = text.replaceFirst("/\\*{1,2}$", "");
    return new PathPattern(base, text.substring(base.length()));
  }

  /** Whether this is for a path. */
  boolean covers(String path) {
    return path.equals(base) || wildcard.equals("/**") && path.startsWith(base + "/");
  }
}

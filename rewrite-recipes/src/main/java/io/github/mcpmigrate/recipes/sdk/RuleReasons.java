package io.github.mcpmigrate.recipes.sdk;

import org.openrewrite.java.tree.Expression;

/** What to say of a rule that names a path of HTTP+SSE. */
record RuleReasons(LegacyEndpoints endpoints) {

  /** Of a rule that stays beside others that follow. */
  String undecided(Expression path, String legacy) {
    if (endpoints.areStreamableToo()) {
      return legacy + " is no longer served, and this has no effect";
    }
    return "high severity: this treats "
        + legacy
        + " by itself, and Streamable HTTP has one path, "
        + endpoints.mcpPathWhere(path)
        + ", for GET, POST and DELETE: decide what holds there, so that access is neither opened nor closed";
  }

  /** Of a rule in a file in which none follows. */
  String unlessFollowed(Expression path, String legacy) {
    return endpoints.areStreamableToo()
        ? undecided(path, legacy)
        : "high severity: Streamable HTTP is at "
            + endpoints.mcpPathWhere(path)
            + (endpoints.keepsSse() ? ", too, beside " : " in place of ")
            + legacy
            + ", and a rule here does not follow by itself: if it is for that server, give it that path, for GET, POST and"
            + " DELETE";
  }

  /** Of a path that may be behind what the application puts before all its paths. */
  String perhaps(String path) {
    return "high severity: the configuration takes from elsewhere what stands before the application's paths: if "
        + path
        + " is HTTP+SSE there, "
        + (endpoints.areStreamableToo()
            ? "it is no longer served"
            : "Streamable HTTP has one path, "
                + endpoints.mcpPath()
                + ", for GET, POST and DELETE behind the same");
  }
}

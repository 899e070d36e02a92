package io.github.mcpmigrate.maven.verify;

/** What a server can speak at an endpoint. */
enum Kind {
  HTTP_SSE("HTTP+SSE", "sse"),
  STREAMABLE("Streamable HTTP", "streamable"),
  STATELESS("stateless", "stateless");

  private final String label;
  private final String word;

  Kind(String label, String word) {
    this.label = label;
    this.word = word;
  }

  String label() {
    return label;
  }

  /** As the user types it and the JSON report has it. */
  String word() {
    return word;
  }

  static Kind of(String word) {
    for (Kind kind : values()) {
      if (kind.word.equals(word.trim())) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "A transport is sse, streamable or stateless, not '" + word.trim() + "'.");
  }
}

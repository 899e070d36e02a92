package io.github.mcpmigrate.compat.weave;

/**
 * What a class is to the weaver.
 *
 * @param className binary name; empty if the class file does not tell
 * @param kind whether it can be woven
 * @param text which provider it is, or why it stays as it is; empty for a class of no concern
 */
public record Finding(String className, Kind kind, String text) {

  /** What becomes of a class. */
  public enum Kind {
    /** Nothing to do with HTTP+SSE. */
    OTHER,
    /** A provider that is woven. */
    PROVIDER,
    /** A server's transport on HTTP+SSE that is not woven, or a class that hinders the weaving. */
    STAYS
  }
}

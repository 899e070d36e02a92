package io.github.mcpmigrate.maven.verify;

/** Why there is no answer to go on with, in words for the user. */
final class NoAnswer extends Exception {

  private static final long serialVersionUID = 1;

  /** What went wrong, as far as it makes a difference. */
  enum Reason {
    /** Nothing listens, or the name is unknown. */
    UNREACHABLE,
    /** The server took the request and sent nothing in time. */
    SILENT,
    /** An answer came that is not MCP, or ended before it was whole. */
    BROKEN,
    /** JSON-RPC said no. */
    REFUSED
  }

  private final Reason reason;

  /** Code of the JSON-RPC error; 0 without one. */
  private final int code;

  NoAnswer(Reason reason, String message) {
    this(reason, message, 0);
  }

  NoAnswer(Reason reason, String message, int code) {
    super(message);
    this.reason = reason;
    this.code = code;
  }

  Reason reason() {
    return reason;
  }

  int code() {
    return code;
  }
}

package io.github.mcpmigrate.compat.conversation;

/** The server answered a handshake with a JSON-RPC error. */
public final class RefusedException extends RuntimeException {

  private final int code;

  public RefusedException(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The JSON-RPC error code. */
  public int code() {
    return code;
  }
}

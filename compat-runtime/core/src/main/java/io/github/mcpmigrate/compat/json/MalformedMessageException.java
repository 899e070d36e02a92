package io.github.mcpmigrate.compat.json;

/** A body that is no JSON-RPC message, with the error to answer. */
public final class MalformedMessageException extends Exception {

  private final int code;
  private final transient RequestId id;

  MalformedMessageException(int code, RequestId id, String message) {
    super(message, null, false, false);
    this.code = code;
    this.id = id;
  }

  /** The JSON-RPC error code: {@link RpcErrors#PARSE_ERROR} for what is no JSON at all. */
  public int code() {
    return code;
  }

  /** The error response that tells the sender. */
  public Envelope toError() {
    return Envelope.error(id, code, getMessage());
  }
}

package io.github.mcpmigrate.compat.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One JSON-RPC 2.0 message: what the engine needs to know of it, and its payload as it came.
 *
 * @param kind which of the four a message can be
 * @param id the request's id; null on a notification, and on an error whose request had none to
 *     read
 * @param method the method of a request or notification, else null
 * @param payload {@code params}, {@code result} or {@code error}, by kind; null when the message
 *     has no params
 */
public record Envelope(Kind kind, RequestId id, String method, Json payload) {

  /** What a JSON-RPC message is. */
  public enum Kind {
    REQUEST,
    NOTIFICATION,
    RESULT,
    ERROR
  }

  private static final byte[] HEAD = ascii("{\"jsonrpc\":\"2.0\"");
  private static final byte[] ID = ascii(",\"id\":");
  private static final byte[] METHOD = ascii(",\"method\":");
  private static final byte[] PARAMS = ascii(",\"params\":");
  private static final byte[] RESULT = ascii(",\"result\":");
  private static final byte[] ERROR = ascii(",\"error\":");

  public static Envelope request(RequestId id, String method, Json params) {
    return new Envelope(Kind.REQUEST, id, method, params);
  }

  public static Envelope notification(String method, Json params) {
    return new Envelope(Kind.NOTIFICATION, null, method, params);
  }

  public static Envelope result(RequestId id, Json result) {
    return new Envelope(Kind.RESULT, id, null, result);
  }

  /**
   * An error response.
   *
   * @param id the request's id, or null when none could be read; it is then left out, because the
   *     clients' schemas refuse {@code null}
   */
  public static Envelope error(RequestId id, int code, String message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(48 + message.length());
    out.writeBytes(ascii("{\"code\":" + code + ",\"message\":"));
    out.writeBytes(JsonText.quoted(message));
    out.write('}');
    return new Envelope(Kind.ERROR, id, null, Json.of(out.toByteArray()));
  }

  public boolean isResponse() {
    return kind == Kind.RESULT || kind == Kind.ERROR;
  }

  /** The same message under another id. */
  public Envelope withId(RequestId other) {
    return new Envelope(kind, other, method, payload);
  }

  /** The message as compact JSON, the payload's own bytes inside it. */
  public byte[] toBytes() {
    int size = 64 + (payload == null ? 0 : payload.length());
    ByteArrayOutputStream out = new ByteArrayOutputStream(size);
    out.writeBytes(HEAD);
    if (id != null) {
      out.writeBytes(ID);
      out.writeBytes(id.toJson());
    }
    if (method != null) {
      out.writeBytes(METHOD);
      out.writeBytes(JsonText.quoted(method));
    }
    if (payload != null) {
      out.writeBytes(payloadName());
      payload.writeTo(out);
    }
    out.write('}');
    return out.toByteArray();
  }

  private byte[] payloadName() {
    return switch (kind) {
      case REQUEST, NOTIFICATION -> PARAMS;
      case RESULT -> RESULT;
      case ERROR -> ERROR;
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

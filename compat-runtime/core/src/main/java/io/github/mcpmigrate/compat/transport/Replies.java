package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.conversation.Refusal;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.RequestId;
import io.github.mcpmigrate.compat.json.RpcErrors;
import java.util.LinkedHashMap;
import java.util.Map;

/** The HTTP answers that the transports share. */
final class Replies {

  private static final Reply EVENT_STREAM = eventStreamHead();

  private Replies() {}

  /** The message was taken; nothing comes in answer. */
  static Reply accepted() {
    return Reply.empty(202);
  }

  static Reply message(Envelope message) {
    return Reply.json(200, message.toBytes());
  }

  /** An HTTP error whose body is a JSON-RPC error. */
  static Reply refusal(int status, Envelope error) {
    return Reply.json(status, error.toBytes());
  }

  static Reply refusal(int status, RequestId id, String message) {
    return refusal(status, Envelope.error(id, RpcErrors.INVALID_REQUEST, message));
  }

  static Reply notAcceptable(String wanted) {
    return refusal(406, null, "The client must accept " + wanted);
  }

  /**
   * The answer to a POST on an HTTP+SSE URL whose body we cannot read by what its head says, or
   * null. A body without a type is taken: Java clients before SDK 0.11 send none when they were
   * given a request builder of their own, and the SDK's servers do not mind.
   */
  static Reply unreadableMessage(Exchange exchange) {
    return exchange.header("Content-Type") == null ? encoded(exchange) : unreadable(exchange);
  }

  /** The answer to a POST whose body we cannot read by what its head says, or null. */
  static Reply unreadable(Exchange exchange) {
    if (!isJson(exchange.header("Content-Type"))) {
      return refusal(415, null, "The Content-Type must be application/json")
          .with("Accept", "application/json");
    }
    return encoded(exchange);
  }

  private static Reply encoded(Exchange exchange) {
    String coding = exchange.header("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      return refusal(415, null, "The body must have no Content-Encoding")
          .with("Accept-Encoding", "identity");
    }
    return null;
  }

  static Reply tooLarge(int limit) {
    return refusal(413, null, "The body is larger than " + limit + " bytes");
  }

  /** What the engine refuses for want of room is an HTTP error; all else is told in JSON-RPC. */
  static Reply refused(Refusal refusal, Envelope error) {
    return switch (refusal.reason()) {
      case CLIENT_LIMIT -> refusal(429, error).with("Retry-After", "5");
      case SERVER_LIMIT -> refusal(503, error).with("Retry-After", "30");
      case CLOSING -> refusal(503, error).with("Retry-After", "5");
      case NOT_INITIALIZED, DUPLICATE_ID -> message(error);
    };
  }

  /** A session that was not admitted. */
  static Reply refused(Refusal refusal, RequestId id) {
    return refused(refusal, Envelope.error(id, RpcErrors.INVALID_REQUEST, refusal.message()));
  }

  /** A request that came too late. */
  static Reply shuttingDown(RequestId id) {
    return refused(Refusal.SHUTTING_DOWN, id);
  }

  /** The head of an event stream, with what keeps proxies from holding events back. */
  static Reply eventStream() {
    return EVENT_STREAM;
  }

  /** Whether a request's body is declared to be JSON, whatever its parameters. */
  private static boolean isJson(String contentType) {
    if (contentType == null) {
      return false;
    }
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    return type.strip().equalsIgnoreCase("application/json");
  }

  private static Reply eventStreamHead() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "text/event-stream");
    headers.put("Cache-Control", "no-store, no-transform");
    headers.put("X-Accel-Buffering", "no");
    return new Reply(200, Map.copyOf(headers), new byte[0]);
  }
}

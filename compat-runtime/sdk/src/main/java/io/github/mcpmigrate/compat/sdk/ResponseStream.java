package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.conversation.Call;
import io.modelcontextprotocol.common.McpTransportContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The HTTP response of the request that a handler works on. A handler that takes long can end it
 * and go on working: the client comes back for the rest with {@code Last-Event-ID} (specification
 * 2025-11-25, Streamable HTTP, "Sending Messages to the Server", item 6).
 */
public final class ResponseStream {

  private static final String KEY = ResponseStream.class.getName();

  private final Call call;

  private ResponseStream(Call call) {
    this.call = call;
  }

  /**
   * @param context {@code exchange.transportContext()} of the handler's exchange
   * @return empty behind any other transport provider
   */
  public static Optional<ResponseStream> of(McpTransportContext context) {
    return context.get(KEY) instanceof ResponseStream stream
        ? Optional.of(stream)
        : Optional.empty();
  }

  /**
   * Ends the response now; when to come back is left to the client.
   *
   * @return false when this client could not come back (HTTP+SSE, a protocol version before
   *     2025-11-25, no event stream accepted, the call has ended); nothing was done then
   */
  public boolean disconnect() {
    return call.disconnect(null);
  }

  /**
   * Ends the response now and asks the client to come back after a time. A client on a Java SDK
   * before 2.1.0 reads that as an error of the stream; it comes back all the same.
   *
   * @param retry not negative; sent in milliseconds
   * @return as {@link #disconnect()}
   */
  public boolean disconnect(Duration retry) {
    if (Objects.requireNonNull(retry, "retry").isNegative()) {
      throw new IllegalArgumentException("retry must not be negative");
    }
    return call.disconnect(retry);
  }

  /** The context of a call, through which its handler finds the stream. */
  static McpTransportContext in(McpTransportContext context, Call call) {
    ResponseStream stream = new ResponseStream(call);
    return key -> KEY.equals(key) ? stream : context.get(key);
  }
}

package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.conversation.Call;
import io.github.mcpmigrate.compat.conversation.Room;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RpcErrors;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * What the SDK takes for the response stream of one request: everything said on it belongs to that
 * call. Each method only makes a lazy {@code Mono}, because the SDK closes the stream, by its call
 * order, before the handler has run.
 */
final class CallTransport implements McpStreamableServerTransport {

  private static final Logger LOG = LoggerFactory.getLogger(CallTransport.class);
  private static final Json EMPTY = Json.of("{}");

  private final SdkJson json;

  /** Null once the call has ended: SDK lines before 1.1.5 keep a stream for each answered ask. */
  private volatile Call call;

  private final StoppableWork work = new StoppableWork();

  CallTransport(Call call, SdkJson json) {
    this.call = call;
    this.json = json;
  }

  @Override
  public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message, String ignoredMessageId) {
    return sendMessage(message);
  }

  @Override
  public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
    return Mono.defer(
        () -> {
          Call running = call;
          Room room = running == null ? Room.AMPLE : running.room();
          if (message instanceof McpSchema.JSONRPCResponse response) {
            // The call runs until its answer has a place, and counts as one that does.
            Envelope answer = answer(response);
            return SlowReader.whenFree(room, () -> work.delivering(() -> end(answer)));
          }
          work.delivering(() -> deliver(message, running));
          return SlowReader.room(running == null ? room : running.room());
        });
  }

  /** What the SDK does for the call. */
  void started(Disposable subscribed) {
    work.started(subscribed);
  }

  /** Stops what the SDK does for the call, interrupting the thread of a synchronous tool. */
  void stop() {
    work.stop();
  }

  private void deliver(McpSchema.JSONRPCMessage message, Call running) {
    if (running == null) {
      LOG.debug("What the server says after its answer is dropped");
    } else if (message instanceof McpSchema.JSONRPCRequest request) {
      running.ask(VoiceTransport.ask(request, json));
    } else if (message instanceof McpSchema.JSONRPCNotification notification) {
      running.event(VoiceTransport.notification(notification, json));
    }
  }

  private Envelope answer(McpSchema.JSONRPCResponse response) {
    try {
      return response.error() == null
          ? Envelope.result(null, response.result() == null ? EMPTY : json.write(response.result()))
          : new Envelope(Envelope.Kind.ERROR, null, null, json.write(response.error()));
    } catch (UncheckedIOException e) {
      LOG.error("An answer cannot be written as JSON", e);
      return internalError(e.getMessage());
    }
  }

  /** The SDK gave up on the call. */
  void failed(Throwable cause) {
    LOG.warn("A request failed in the MCP server", cause);
    end(internalError("Internal error"));
  }

  /** The SDK is through with the call; it has an answer by now, or will never get one. */
  void completed() {
    if (call != null) {
      end(internalError("The server gave no answer"));
    }
  }

  private void end(Envelope response) {
    Call running;
    synchronized (this) {
      running = call;
      call = null;
    }
    work.finished();
    if (running != null) {
      running.done(response);
    }
  }

  private static Envelope internalError(String message) {
    return Envelope.error(null, RpcErrors.INTERNAL_ERROR, message);
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return json.convert(data, type);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
}

package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.conversation.Lease;
import io.github.mcpmigrate.compat.conversation.Route;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.flow.Lane;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.RpcErrors;
import java.util.concurrent.Future;

/**
 * The answer to one POST: JSON when nothing comes before the response, an event stream as soon as
 * something does, or when the call has been silent for so long that a proxy might cut it.
 */
final class PostRoute implements Route {

  private final Exchange exchange;
  private final Accept accept;
  private final Lease<StreamableSession> lease;
  private final StreamableSession session;

  /** The lane of the event stream; null as long as the answer may still be JSON. */
  private Lane lane;

  private boolean over;
  private volatile Future<?> silence;

  /**
   * @param lease released when the call ends
   */
  PostRoute(Exchange exchange, Accept accept, Lease<StreamableSession> lease) {
    this.exchange = exchange;
    this.accept = accept;
    this.lease = lease;
    session = lease.session();
  }

  /** Whether the client can be given an event stream before the call has said anything. */
  boolean mayOpenStream() {
    synchronized (this) {
      return accept.eventStream() && lane == null && !over;
    }
  }

  /** The timer that ends the silence; cancelled when the call ends. */
  void silenceTimer(Future<?> timer) {
    silence = timer;
    synchronized (this) {
      if (over) {
        timer.cancel(false);
      }
    }
  }

  /** Opens the event stream now, if nothing was answered yet. */
  void openStream() {
    if (mayOpenStream()) {
      send(null);
    }
  }

  @Override
  public void event(Envelope notification) {
    sendOrListen(notification);
  }

  @Override
  public void ask(Envelope request) {
    sendOrListen(request);
  }

  /** A client that takes JSON only can have it on the stream it listens on. */
  private void sendOrListen(Envelope message) {
    if (accept.eventStream()) {
      send(message.toBytes());
    } else {
      session.unrelated(message);
    }
  }

  private void send(byte[] message) {
    Lane stream;
    boolean opens;
    synchronized (this) {
      if (over) {
        return;
      }
      opens = lane == null;
      if (opens) {
        lane = session.openLane();
      }
      stream = lane;
    }
    if (message != null) {
      stream.append(message);
    }
    if (opens) {
      start(stream);
    }
  }

  private void start(Lane stream) {
    exchange.stream(Replies.eventStream(), stream.attach(StreamableTransport.priming(session)));
  }

  @Override
  public void done(Envelope response) {
    Lane stream = finish();
    if (stream != null) {
      stream.append(response.toBytes());
      session.endLane(stream);
    } else if (accept.json()) {
      exchange.reply(Replies.message(response));
    } else {
      Lane single = session.openLane();
      single.append(response.toBytes());
      session.endLane(single);
      start(single);
    }
    lease.close();
  }

  @Override
  public void cancelled() {
    Lane stream = finish();
    if (stream != null) {
      session.endLane(stream);
    } else {
      // The HTTP request wants an end, although the JSON-RPC request gets no answer any more.
      exchange.reply(
          Replies.message(
              Envelope.error(null, RpcErrors.INVALID_REQUEST, "The request was cancelled")));
    }
    lease.close();
  }

  private synchronized Lane finish() {
    over = true;
    if (silence != null) {
      silence.cancel(false);
    }
    return lane;
  }
}

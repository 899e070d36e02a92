package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.conversation.Lease;
import io.github.mcpmigrate.compat.conversation.Refusal;
import io.github.mcpmigrate.compat.conversation.Room;
import io.github.mcpmigrate.compat.conversation.Route;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.flow.Beats;
import io.github.mcpmigrate.compat.flow.Lane;
import io.github.mcpmigrate.compat.flow.SseFrames;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.RpcErrors;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to one POST, of one request or of a batch of them: JSON when nothing comes before the
 * responses, an event stream as soon as something does, or when the POST has been silent for so
 * long that a proxy might cut it.
 */
final class PostRoute implements Route {

  private final Exchange exchange;
  private final Accept accept;
  private final Lease<StreamableSession> lease;
  private final StreamableSession session;
  private final Dialect dialect;
  private final boolean batch;

  /** Responses that wait for the last one, as long as the answer may still be JSON. */
  private final List<Envelope> ready;

  /** How many requests have not ended yet. */
  private int left;

  /** The lane of the event stream; null as long as the answer may still be JSON. */
  private Lane lane;

  private volatile Beats.Beat silence;

  private PostRoute(
      Exchange exchange,
      Accept accept,
      Lease<StreamableSession> lease,
      int requests,
      boolean batch,
      List<Envelope> faults) {
    this.exchange = exchange;
    this.accept = accept;
    this.lease = lease;
    this.batch = batch;
    session = lease.session();
    // Now, for the request may be gone when the answer comes.
    dialect =
        Dialect.of(
            session.conversation().version(),
            () -> exchange.header(StreamableSessions.VERSION_HEADER) != null);
    left = requests;
    ready = new ArrayList<>(faults);
  }

  /**
   * @param lease released when the call ends
   */
  static PostRoute single(Exchange exchange, Accept accept, Lease<StreamableSession> lease) {
    return new PostRoute(exchange, accept, lease, 1, false, List.of());
  }

  /**
   * @param requests how many requests are in the batch, at least one
   * @param faults errors for elements of the batch that are no messages
   */
  static PostRoute batch(
      Exchange exchange,
      Accept accept,
      Lease<StreamableSession> lease,
      int requests,
      List<Envelope> faults) {
    return new PostRoute(exchange, accept, lease, requests, true, faults);
  }

  /** The JSON array that answers a batch. */
  static Reply array(List<Envelope> responses) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write('[');
    for (Envelope response : responses) {
      if (out.size() > 1) {
        out.write(',');
      }
      out.writeBytes(response.toBytes());
    }
    out.write(']');
    return Reply.json(200, out.toByteArray());
  }

  /** Whether the client can be given an event stream before anything was answered. */
  synchronized boolean mayOpenStream() {
    return accept.eventStream() && lane == null && left > 0;
  }

  /** The timer that ends the silence; cancelled when the POST is answered. */
  void silenceTimer(Beats.Beat timer) {
    silence = timer;
    if (!mayOpenStream()) {
      timer.cancel();
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
      if (left == 0) {
        return;
      }
      opens = lane == null;
      if (opens) {
        lane = session.openLane();
        ready.forEach(response -> lane.append(response.toBytes()));
        ready.clear();
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
  public void done(String method, Envelope response) {
    ended(dialect.toWire(method, response));
  }

  @Override
  public void cancelled() {
    ended(null);
  }

  @Override
  public Room room() {
    if (!accept.eventStream()) {
      return session.room();
    }
    synchronized (this) {
      return lane == null ? Room.AMPLE : new LaneRoom(lane);
    }
  }

  /** Only a client of 2025-11-25 or later knows from the priming event where to come back. */
  @Override
  public boolean disconnect(Duration retry) {
    if (!accept.eventStream() || !StreamableTransport.primed(session)) {
      return false;
    }
    openStream();
    Lane stream;
    synchronized (this) {
      stream = left == 0 ? null : lane;
    }
    if (stream == null) {
      return false;
    }
    stream.detach(retry == null ? null : SseFrames.retry(retry));
    return true;
  }

  /** A single request that is not taken is told so by the HTTP status too. */
  @Override
  public void refused(Refusal refusal, Envelope error) {
    session.traffic().refused();
    if (batch) {
      ended(error);
      return;
    }
    synchronized (this) {
      left = 0;
    }
    endSilence();
    exchange.reply(Replies.refused(refusal, error));
    lease.close();
  }

  private void ended(Envelope responseOrNull) {
    Lane stream;
    boolean last;
    synchronized (this) {
      left--;
      last = left == 0;
      stream = lane;
      if (stream == null && responseOrNull != null) {
        ready.add(responseOrNull);
      }
    }
    if (stream != null && responseOrNull != null) {
      stream.append(responseOrNull.toBytes());
    }
    if (!last) {
      return;
    }
    endSilence();
    if (stream != null) {
      session.endLane(stream);
    } else {
      answerAtOnce();
    }
    lease.close();
  }

  private void endSilence() {
    Beats.Beat timer = silence;
    if (timer != null) {
      timer.cancel();
    }
  }

  private void answerAtOnce() {
    if (ready.isEmpty()) {
      // The HTTP request wants an end, although the JSON-RPC request gets no answer any more.
      exchange.reply(
          Replies.message(
              Envelope.error(null, RpcErrors.INVALID_REQUEST, "The request was cancelled")));
    } else if (!accept.json()) {
      Lane single = session.openLane();
      ready.forEach(response -> single.append(response.toBytes()));
      session.endLane(single);
      start(single);
    } else {
      exchange.reply(batch ? array(ready) : Replies.message(ready.get(0)));
    }
  }
}

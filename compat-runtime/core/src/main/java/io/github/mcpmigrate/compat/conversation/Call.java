package io.github.mcpmigrate.compat.conversation;

import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.RequestId;
import io.github.mcpmigrate.compat.json.RpcErrors;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request from its arrival to its one end. It outlives the HTTP exchange that brought it: what
 * happens to a lost wire is the transport's business, the call goes on.
 */
public final class Call {

  private final Conversation conversation;
  private final Envelope request;
  private final Caller caller;
  private final Route route;
  private final AtomicBoolean ended = new AtomicBoolean();

  Call(Conversation conversation, Envelope request, Caller caller, Route route) {
    this.conversation = conversation;
    this.request = request;
    this.caller = caller;
    this.route = route;
  }

  /** The client's request. Its id is the client's: a backend uses one of its own. */
  public Envelope request() {
    return request;
  }

  public Caller caller() {
    return caller;
  }

  public boolean ended() {
    return ended.get();
  }

  /** From the backend: a notification in the course of this call. */
  public void event(Envelope notification) {
    if (!ended.get() && conversation.mayTell(notification)) {
      route.event(notification);
    }
  }

  /** From the backend: the server asks the client something in the course of this call. */
  public void ask(Ask ask) {
    if (!ended.get()) {
      conversation.ask(ask, this, route::ask, route::event);
    }
  }

  /** From the backend: the room on the way to the client, to be waited for before more is sent. */
  public Room room() {
    return ended.get() ? Room.AMPLE : route.room();
  }

  /**
   * From the backend: end the HTTP response, for the client to come back for the rest.
   *
   * @param retry after which time it is to come back, or null to leave that to the client
   * @return false when this client cannot come back, and nothing was done
   */
  public boolean disconnect(Duration retry) {
    return !ended.get() && route.disconnect(retry);
  }

  /**
   * From the backend: the answer. Whatever id it carries is replaced by the client's. Only the
   * first end of a call counts.
   */
  public void done(Envelope response) {
    if (end()) {
      route.done(request.method(), response.withId(request.id()));
      conversation.settled();
    }
  }

  /** Ends the call with an error of ours. Returns false when it had ended before. */
  boolean fail(String reason) {
    boolean first = end();
    if (first) {
      route.done(request.method(), Envelope.error(request.id(), RpcErrors.INTERNAL_ERROR, reason));
      conversation.settled();
    }
    return first;
  }

  /** Ends the call without an answer. Returns false when it had ended before. */
  boolean cancel() {
    boolean first = end();
    if (first) {
      route.cancelled();
      conversation.settled();
    }
    return first;
  }

  RequestId id() {
    return request.id();
  }

  private boolean end() {
    boolean first = ended.compareAndSet(false, true);
    if (first) {
      conversation.forget(this);
    }
    return first;
  }
}

package io.github.mcpmigrate.compat.conversation;

import java.util.Objects;

/**
 * A conversation that a client can name. What uses it (a running call, an open stream, a request
 * being handled) holds a lease; only a session without leases can expire, and once it is closing
 * nobody gets a lease any more. So "a message arrived while the session was closing" is decided in
 * one place, here.
 */
public abstract class Session {

  private final String id = Ids.next();
  private final String owner;
  private int leases;
  private long idleSince = System.nanoTime();
  private boolean closing;

  /**
   * @param owner the principal that opened it, or null; for anyone else it does not exist
   */
  protected Session(String owner) {
    this.owner = owner;
  }

  public final String id() {
    return id;
  }

  public abstract Conversation conversation();

  /** Whether a stream to the client is open, which counts as use. */
  protected abstract boolean hasOpenStream();

  /** Called once, after the session has left its table. */
  protected abstract void onClose(String reason);

  /** The principal that opened it, or null. */
  final String owner() {
    return owner;
  }

  boolean belongsTo(Caller caller) {
    return Objects.equals(owner, caller.principal());
  }

  synchronized boolean acquire() {
    if (closing) {
      return false;
    }
    leases++;
    return true;
  }

  synchronized void release() {
    leases--;
    idleSince = System.nanoTime();
  }

  /** Returns true to the one caller that is to close the session. */
  synchronized boolean startClosing() {
    boolean first = !closing;
    closing = true;
    return first;
  }

  synchronized boolean startClosingIfIdle(long now, long limitNanos) {
    if (leases > 0 || hasOpenStream()) {
      idleSince = now;
      return false;
    }
    return now - idleSince > limitNanos && startClosing();
  }
}

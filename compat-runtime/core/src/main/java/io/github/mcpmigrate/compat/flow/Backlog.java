package io.github.mcpmigrate.compat.flow;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many bytes wait for a lane's wire, and who waits for them to become fewer. Guarded by the
 * lane's lock.
 */
final class Backlog {

  private final long room;
  private long bytes;

  /** Or null for none. A sender that waits sends nothing meanwhile, so they are few. */
  private Deque<Runnable> senders;

  private boolean admitting;

  /**
   * @param room how many bytes may wait before senders are asked to wait, too
   */
  Backlog(long room) {
    this.room = room;
  }

  void clear() {
    bytes = 0;
  }

  void add(byte[] message) {
    bytes += message.length;
  }

  void take(byte[] message) {
    bytes -= message.length;
  }

  boolean full() {
    return bytes > room;
  }

  /** Whether senders may go on that had to wait, which is not worth its while for one message. */
  boolean low() {
    return bytes <= room / 2;
  }

  void await(Runnable sender) {
    if (senders == null) {
      senders = new ArrayDeque<>(2);
    }
    senders.addLast(sender);
  }

  boolean awaited() {
    return senders != null;
  }

  /** The one that has waited longest, or null. */
  Runnable next() {
    Runnable next = senders.pollFirst();
    if (senders.isEmpty()) {
      senders = null;
    }
    return next;
  }

  /** Whether a sender may go on now; only one at a time may. */
  boolean admit() {
    boolean first = !admitting;
    admitting = true;
    return first;
  }

  /** The sender that was let go on has sent what it had. */
  void admitted() {
    admitting = false;
  }
}

package io.github.mcpmigrate.compat.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/** How many bytes wait for a lane's wire, and who waits for them to become fewer. */
final class Backlog {

  private final long room;

  /** The lane's. */
  private final Object lock;

  private final BooleanSupplier flowing;
  private long bytes;

  /** Or null for none. A sender that waits sends nothing meanwhile, so they are few. */
  private Deque<Runnable> senders;

  /** A sender that was let go on has not sent yet what it has. */
  private boolean admitting;

  /**
   * @param room how many bytes may wait before senders are asked to wait, too
   * @param lock of the lane, which guards everything here; no sender is run under it
   * @param flowing asked under the lock: whether what waits will be taken by a wire
   */
  Backlog(long room, Object lock, BooleanSupplier flowing) {
    this.room = room;
    this.lock = lock;
    this.flowing = flowing;
  }

  /** Called under the lock, as are the other two that count. */
  void clear() {
    bytes = 0;
  }

  void add(byte[] message) {
    bytes += message.length;
  }

  void take(byte[] message) {
    bytes -= message.length;
  }

  /** Whether somebody waits; called under the lock. */
  boolean awaited() {
    return senders != null;
  }

  boolean free() {
    synchronized (lock) {
      return bytes <= room || !flowing.getAsBoolean();
    }
  }

  void whenFree(Runnable sender) {
    synchronized (lock) {
      if (admitting || bytes > room && flowing.getAsBoolean()) {
        if (senders == null) {
          senders = new ArrayDeque<>(2);
        }
        senders.addLast(sender);
        return;
      }
      admitting = true;
    }
    try {
      admit(sender);
    } finally {
      // Who came meanwhile waits for this one alone.
      tell();
    }
  }

  private void admit(Runnable sender) {
    try {
      sender.run();
    } finally {
      synchronized (lock) {
        admitting = false;
      }
    }
  }

  /** Lets go on who waits, if there is room again. */
  void tell() {
    for (Runnable sender = next(); sender != null; sender = next()) {
      admit(sender);
    }
  }

  /** Only once there is a good deal of room: to go on is not worth its while for one message. */
  private Runnable next() {
    synchronized (lock) {
      if (senders == null || admitting || bytes > room / 2 && flowing.getAsBoolean()) {
        return null;
      }
      admitting = true;
      Runnable next = senders.pollFirst();
      if (senders.isEmpty()) {
        senders = null;
      }
      return next;
    }
  }
}

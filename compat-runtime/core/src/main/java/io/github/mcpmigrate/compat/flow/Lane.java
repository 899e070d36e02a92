package io.github.mcpmigrate.compat.flow;

import java.util.function.Function;

/**
 * An ordered stream of messages to one client, with at most one wire attached. The log is the
 * queue: a message is appended first and the wire reads from the log by cursor, so a client that
 * resumes gets each message once, in order, without a gap.
 */
public final class Lane {

  private final String id;
  private final LaneRules rules;
  private final EventLog log;
  private final Observer observer;

  /** The lane's lock; nothing foreign is called while it is held. */
  private final Object lock = new Object();

  private Cursor current;

  /** The number of the last message some wire has taken. */
  private long delivered;

  /**
   * Whose wire is being written the message it took last. Nobody takes another meanwhile: should
   * the write fail, a wire that came in its place begins with that message.
   */
  private Cursor writing;

  private boolean ended;

  /** What waits for the current wire. */
  private final Backlog backlog;

  /** What happens to a lane that its owner must know. Called without the lane's lock. */
  public interface Observer {

    /** The attached wire broke, stalled or fell behind. The lane stays as it is. */
    void wireLost(Lane lane, Throwable cause);

    /** Messages were dropped that no wire had taken, because the log was full. */
    void dropped(Lane lane, long messages);
  }

  /**
   * @param id the lane's name in event ids; unique in its session
   */
  public Lane(String id, LaneRules rules, EventLog log, Observer observer) {
    this.id = id;
    this.rules = rules;
    this.log = log;
    this.observer = observer;
    backlog = new Backlog(rules.room(), lock, this::flowing);
  }

  public String id() {
    return id;
  }

  /**
   * Adds a message. Returns false when the lane has ended and the message was not taken. Never
   * blocks: a wire that cannot follow is lost, not waited for. Who can wait asks for room first.
   */
  public boolean append(byte[] message) {
    Cursor cursor;
    boolean overrun = false;
    long dropped = 0;
    synchronized (lock) {
      if (ended) {
        return false;
      }
      long before = log.first();
      cursor = current;
      log.append(message, awaited());
      backlog.add(message);
      dropped = Math.max(0, log.first() - Math.max(before, delivered + 1));
      overrun = cursor != null && log.first() > cursor.position + 1;
    }
    if (overrun) {
      cursor.outbox.lost(new WireLostException("The client reads slower than it is written to"));
    } else if (cursor != null) {
      cursor.outbox.wake();
    }
    if (dropped > 0) {
      observer.dropped(this, dropped);
    }
    return true;
  }

  private long awaited() {
    if (current == null) {
      return Long.MAX_VALUE;
    }
    return writing == current ? current.position : current.position + 1;
  }

  /** Whether little enough waits for the wire that senders need not wait, too. */
  public boolean free() {
    return backlog.free();
  }

  /**
   * Runs it once: now, or on the thread that writes when the wire has taken enough, or when the
   * wire is gone. One after the other, so that what one of them adds counts for the next.
   */
  public void whenFree(Runnable sender) {
    backlog.whenFree(sender);
  }

  /** A wire that the door has not opened yet may never take anything. */
  private boolean flowing() {
    return current != null && !ended && current.outbox.started();
  }

  /**
   * Attaches a wire that begins with what no wire has taken yet. A wire that is attached already is
   * finished: the newest wins, because the client may long have lost the one we still hold.
   *
   * @param preface makes the frames to send before any message (the endpoint event, a priming
   *     event) from the event id of the place where the wire begins; may return null for none
   * @return the outbox to hand to the door
   */
  public Outbox attach(Function<String, byte[]> preface) {
    Cursor replaced;
    Cursor attached;
    synchronized (lock) {
      replaced = current;
      attached = newCursor(delivered, preface);
    }
    return afterReplacing(replaced, attached);
  }

  /**
   * Attaches a wire that begins behind the message with this number. Returns null when messages
   * after it are no longer held, so that nothing is skipped in silence.
   */
  public Outbox resume(long sequence, Function<String, byte[]> preface) {
    Cursor replaced;
    Cursor attached;
    synchronized (lock) {
      if (sequence < log.first() - 1 || sequence > log.last()) {
        return null;
      }
      if (writing != null && writing.position <= sequence) {
        // The client says that it has got it.
        writing = null;
      }
      replaced = current;
      attached = newCursor(sequence, preface);
    }
    return afterReplacing(replaced, attached);
  }

  private Cursor newCursor(long sequence, Function<String, byte[]> preface) {
    current = new Cursor(sequence, preface.apply(eventId(sequence)));
    backlog.clear();
    for (long n = Math.max(sequence + 1, log.first()); n <= log.last(); n++) {
      backlog.add(log.get(n));
    }
    current.keepAlive = rules.timers().beat(rules.keepAlive(), current::beat);
    return current;
  }

  private Outbox afterReplacing(Cursor replaced, Cursor attached) {
    if (replaced != null) {
      replaced.outbox.wake();
    }
    backlog.tell();
    return attached.outbox;
  }

  /** No message will be added; the wire is finished once it has taken what is there. */
  public void end() {
    Cursor cursor;
    synchronized (lock) {
      ended = true;
      cursor = current;
    }
    if (cursor != null) {
      cursor.outbox.wake();
    }
    backlog.tell();
  }

  /**
   * Finishes the attached wire, if there is one, and leaves the lane open to another.
   *
   * @param farewell the last frame the wire takes, or null for none
   */
  public void detach(byte[] farewell) {
    Cursor cursor;
    synchronized (lock) {
      cursor = current;
      current = null;
      if (cursor != null) {
        cursor.farewell = farewell;
      }
    }
    if (cursor != null) {
      cursor.outbox.wake();
    }
    backlog.tell();
  }

  /** Whether a wire is attached. */
  public boolean attached() {
    synchronized (lock) {
      return current != null;
    }
  }

  /** Whether the lane has ended and a wire has taken its last message. */
  public boolean drained() {
    synchronized (lock) {
      return ended && delivered == log.last() && writing == null;
    }
  }

  /** The id of the event with this number; number 0 is the place before the first. */
  private String eventId(long sequence) {
    return id + '.' + sequence;
  }

  /** One wire's place in the log. */
  private final class Cursor implements Outbox.Source {

    private final Outbox outbox = new Outbox(this);
    private long position;
    private byte[] preface;

    /** Guarded by the lane's lock. */
    private byte[] farewell;

    private Beats.Beat keepAlive;
    private volatile boolean beatDue;

    Cursor(long position, byte[] preface) {
      this.position = position;
      this.preface = preface;
    }

    @Override
    public boolean pending() {
      Cursor waiting = null;
      boolean pending;
      boolean told;
      synchronized (lock) {
        if (writing == this) {
          waiting = written();
        }
        told = backlog.awaited();
        pending = preface != null || farewell != null || current == this && hasMore();
      }
      if (waiting != null) {
        waiting.outbox.wake();
      }
      if (told) {
        backlog.tell();
      }
      return pending;
    }

    /** The message that was taken last has gone out. Returns who else may wait for that. */
    private Cursor written() {
      writing = null;
      if (rules.replay()) {
        log.sent(position);
      } else {
        log.trim(position);
      }
      return current == this ? null : current;
    }

    private boolean hasMore() {
      return beatDue || message() != null;
    }

    /** The message to take next, or null. */
    private byte[] message() {
      return current == this && writing == null ? log.get(position + 1) : null;
    }

    @Override
    public byte[] next() {
      if (preface != null) {
        byte[] first = preface;
        preface = null;
        return first;
      }
      byte[] message;
      long sequence;
      synchronized (lock) {
        if (farewell != null) {
          byte[] last = farewell;
          farewell = null;
          return last;
        }
        message = message();
        if (message == null) {
          return keepAliveIfDue();
        }
        sequence = ++position;
        backlog.take(message);
        delivered = Math.max(delivered, sequence);
        writing = this;
      }
      beatDue = false;
      return SseFrames.message(rules.replay() ? eventId(sequence) : null, message);
    }

    private byte[] keepAliveIfDue() {
      if (!beatDue) {
        return null;
      }
      beatDue = false;
      return SseFrames.keepAlive();
    }

    @Override
    public boolean ended() {
      synchronized (lock) {
        boolean over = current != this || ended && position == log.last() && writing == null;
        if (over) {
          keepAlive.cancel();
          if (current == this) {
            current = null;
          }
        }
        return over;
      }
    }

    @Override
    public void lost(Throwable cause) {
      keepAlive.cancel();
      Cursor successor;
      synchronized (lock) {
        successor = current;
        if (writing == this) {
          takeBack();
        }
        if (current == this) {
          current = null;
        }
      }
      if (successor == this) {
        observer.wireLost(Lane.this, cause);
      } else if (successor != null) {
        successor.outbox.wake();
      }
      backlog.tell();
    }

    /** The message that was taken last has not gone out: it is the next one's first. */
    private void takeBack() {
      writing = null;
      if (delivered == position) {
        delivered--;
        if (current != null && current.position == position) {
          current.position--;
          byte[] again = log.get(position);
          if (again != null) {
            backlog.add(again);
          }
        }
      }
    }

    void beat() {
      outbox.expire(System.nanoTime(), rules.stallLimit().toNanos());
      beatDue = true;
      outbox.wake();
    }
  }
}

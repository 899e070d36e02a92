package io.github.mcpmigrate.compat.flow;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves frames from a source to a wire without a thread of its own. Any number of threads may call
 * any method at any time; one of them drains, the others leave a note and go on, and nobody waits.
 *
 * <p>The one rule that keeps a wake-up from being lost: <em>arm, then ask</em>. {@code awaiting} is
 * set before {@link Wire#ready} is called, because the door may answer "not ready" and call {@link
 * #writable} on another thread before we get to see the answer.
 */
public final class Outbox {

  /** Where frames wait. Called only by the draining thread. */
  public interface Source {

    /**
     * Whether there is a frame now. Asked again after each write, which tells the source that what
     * it gave last has gone out.
     */
    boolean pending();

    /** The next frame, which the wire has room for; null when there is none any more. */
    byte[] next();

    /** Whether there will never be another frame. */
    boolean ended();

    /**
     * The wire is gone and was not finished by us; called at most once. A frame after which {@link
     * #pending} was not asked again has not gone out.
     */
    void lost(Throwable cause);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final Source source;
  private final AtomicInteger work = new AtomicInteger();
  private volatile Wire wire;
  private volatile Throwable cause;
  private volatile boolean awaiting;
  private volatile long awaitingSince;

  /** Starts true so that the response's head is sent at once, before there is any frame. */
  private boolean unflushed = true;

  /** Nothing more will be written. */
  private boolean done;

  private boolean finished;

  public Outbox(Source source) {
    this.source = source;
  }

  /** Gives the outbox its wire. Called once, by the door. */
  public void start(Wire opened) {
    wire = opened;
    drain();
  }

  /** Whether the door has given it a wire, so that it can come to be writable. */
  boolean started() {
    return wire != null;
  }

  /** There may be a new frame, or the source has ended. */
  public void wake() {
    drain();
  }

  /** The wire that was not ready is ready again. */
  public void writable() {
    awaiting = false;
    drain();
  }

  /** The wire broke, or is given up. Calls after the first have no effect. */
  public void lost(Throwable why) {
    if (cause == null) {
      cause = why;
    }
    drain();
  }

  /** For how long the wire has taken nothing although a frame is waiting; 0 when it is not so. */
  public long stalledNanos(long now) {
    return awaiting ? Math.max(0, now - awaitingSince) : 0;
  }

  /** Gives the wire up if it has taken nothing for longer than the limit. */
  public void expire(long now, long limitNanos) {
    long stalled = stalledNanos(now);
    if (stalled > limitNanos) {
      lost(
          new WireLostException(
              "The client has read nothing for " + TimeUnit.NANOSECONDS.toMillis(stalled) + " ms"));
      wire.abandon();
    }
  }

  private void drain() {
    if (work.getAndIncrement() != 0) {
      return;
    }
    // An interrupt that is meant for the tool on this thread would make NIO close the connection.
    boolean interrupted = Thread.interrupted();
    int seen = 1;
    do {
      pump();
      seen = work.addAndGet(-seen);
    } while (seen != 0);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump() {
    if (!done && cause == null && wire != null) {
      try {
        write();
      } catch (RuntimeException e) {
        // A wire that throws is a wire that is lost, whatever the container calls it.
        cause = e;
      }
    }
    if (!done && cause != null) {
      done = true;
      source.lost(cause);
    }
    if (done && wire != null && !finished) {
      finished = true;
      finish();
    }
  }

  private void write() {
    while (!awaiting) {
      boolean pending = source.pending();
      if (!pending && !unflushed) {
        done = source.ended();
        return;
      }
      awaitingSince = System.nanoTime();
      awaiting = true;
      if (!wire.ready()) {
        return;
      }
      // Taken only now: a frame that waited here would be lost with the wire.
      byte[] frame = pending ? source.next() : null;
      if (frame != null) {
        wire.write(frame);
        unflushed = true;
      } else if (unflushed) {
        wire.flush();
        unflushed = false;
      }
      // Only now, so that a write that blocks is seen to take its time.
      awaiting = false;
    }
  }

  private void finish() {
    try {
      wire.finish();
    } catch (RuntimeException e) {
      LOG.debug("The response could not be ended", e);
    }
  }
}

package io.github.mcpmigrate.compat.flow;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks with the same interval, which one timer runs. */
public final class Beats {

  private static final Logger LOG = LoggerFactory.getLogger(Beats.class);

  /** How many ticks of the timer make an interval. */
  private static final int TICKS = 8;

  private static final Duration SHORTEST_TICK = Duration.ofMillis(1);

  private final Set<Beat> beats = ConcurrentHashMap.newKeySet();
  private final Duration tick;
  private final long dueNanos;

  Beats(Duration interval) {
    Duration part = interval.dividedBy(TICKS);
    tick = part.compareTo(SHORTEST_TICK) < 0 ? SHORTEST_TICK : part;
    // What is due between two ticks runs at the second: at the latest when the interval is over.
    dueNanos = Math.max(0, interval.minus(tick).toNanos());
  }

  /** How often {@link #tock} is to be called. */
  Duration tick() {
    return tick;
  }

  Beat add(Runnable task) {
    Beat beat = new Beat(task, System.nanoTime() + dueNanos);
    beats.add(beat);
    return beat;
  }

  /** Runs what is due. */
  void tock() {
    long now = System.nanoTime();
    for (Beat beat : beats) {
      if (now - beat.due >= 0) {
        beat.due = now + dueNanos;
        beat.run();
      }
    }
  }

  /** One task. */
  public final class Beat {

    private final Runnable task;

    /** Used by the timer's thread only, once it is there. */
    private long due;

    private Beat(Runnable task, long due) {
      this.task = task;
      this.due = due;
    }

    /** Ends it; a run that has begun goes on. */
    public void cancel() {
      beats.remove(this);
    }

    private void run() {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.error("A timer's task failed", e);
      }
    }
  }
}

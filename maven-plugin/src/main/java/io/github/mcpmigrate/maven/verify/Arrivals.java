package io.github.mcpmigrate.maven.verify;

import java.util.List;

/**
 * When the events of one answer came.
 *
 * @param asked {@link System#nanoTime()} of the request
 * @param events the same of each event; empty if the answer was no stream
 */
record Arrivals(long asked, List<Long> events) {

  static final Arrivals NONE = new Arrivals(0, List.of());

  private static final long AT_ONCE = 10;

  /** Less than that is no wait that anything could be told from. */
  private static final long A_WHILE = 100;

  private static final int SEVERAL = 3;

  /** Whether there were enough of them, long enough after the request, to tell anything. */
  boolean telling() {
    return events.size() >= SEVERAL && millis(events.size() - 1) >= A_WHILE;
  }

  /** Whether all of them came together, at the end. */
  boolean together() {
    return millis(events.size() - 1) - millis(0) <= AT_ONCE;
  }

  /** Milliseconds from the request to the event. */
  long millis(int event) {
    return (events.get(event) - asked) / 1_000_000;
  }
}

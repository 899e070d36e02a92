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

  /** What is one write takes less than that to be read, on a busy machine, too. */
  private static final long APART = 50;

  /** Less than that is no wait that anything could be told from. */
  private static final long A_WHILE = 100;

  private static final int SEVERAL = 3;

  /** Whether there were enough of them, long enough after the request, to tell anything. */
  boolean telling() {
    return events.size() >= SEVERAL && millis(events.size() - 1) >= A_WHILE;
  }

  /** Whether they came one by one: if not, all of them came together, at the end. */
  boolean apart() {
    return telling() && millis(events.size() - 1) - millis(0) > APART;
  }

  /** Milliseconds from the request to the event. */
  long millis(int event) {
    return (events.get(event) - asked) / 1_000_000;
  }
}

package io.github.mcpmigrate.maven;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells the user how far a run is, with the seconds since its start. Used by one thread. */
final class Progress {

  /** Steps of a phase are told when nothing else was for so long. In nanoseconds. */
  private static final long SILENCE = TimeUnit.SECONDS.toNanos(5);

  private final Consumer<String> out;
  private final LongSupplier clock;
  private final long started;
  private long told;

  /**
   * @param out takes what the user is told, line by line
   * @param clock in nanoseconds, from anywhere
   */
  Progress(Consumer<String> out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
    started = clock.getAsLong();
    told = started;
  }

  /** A phase begins. */
  void phase(String what) {
    stamped(what, clock.getAsLong());
  }

  /** A part of a phase begins; told only if the phase takes long. */
  void step(String what) {
    long now = clock.getAsLong();
    if (now - told >= SILENCE) {
      stamped("  " + what, now);
    }
  }

  /** A line that is not about progress. */
  void line(String text) {
    out.accept(text);
    told = clock.getAsLong();
  }

  private void stamped(String what, long now) {
    told = now;
    out.accept("[%3d s] %s".formatted(TimeUnit.NANOSECONDS.toSeconds(told - started), what));
  }
}

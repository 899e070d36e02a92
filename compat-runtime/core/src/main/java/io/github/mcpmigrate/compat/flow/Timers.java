package io.github.mcpmigrate.compat.flow;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The engine's clock: one daemon thread for every timer of an engine. What runs on it must be short
 * and must not block.
 */
public final class Timers implements AutoCloseable {

  private final ScheduledThreadPoolExecutor executor;

  /** One for each interval; there are as many as settings that name one. */
  private final Map<Duration, Beats> beats = new ConcurrentHashMap<>();

  public Timers(String name) {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              // Not that of whoever came first: a web application, which it must not hold.
              thread.setContextClassLoader(Timers.class.getClassLoader());
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Runs the task once after the delay. */
  public Future<?> after(Duration delay, Runnable task) {
    return executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Runs the task again and again, first after one interval, until the future is cancelled. */
  public Future<?> every(Duration interval, Runnable task) {
    return executor.scheduleWithFixedDelay(
        task, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Runs the task about once in each interval, first after most of one, until it is cancelled. Made
   * for tasks by the thousand, and for those that are nearly always cancelled before they run: they
   * all share one timer, and none wakes its thread.
   */
  public Beats.Beat beat(Duration interval, Runnable task) {
    return beats.computeIfAbsent(interval, this::beats).add(task);
  }

  private Beats beats(Duration interval) {
    Beats made = new Beats(interval);
    every(made.tick(), made::tock);
    return made;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}

package io.github.mcpmigrate.compat.flow;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The engine's clock: one daemon thread for every timer of an engine. What runs on it must be short
 * and must not block.
 */
public final class Timers implements AutoCloseable {

  private final ScheduledThreadPoolExecutor executor;

  public Timers(String name) {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
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

  @Override
  public void close() {
    executor.shutdownNow();
  }
}

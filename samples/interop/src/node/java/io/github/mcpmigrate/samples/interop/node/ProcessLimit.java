package io.github.mcpmigrate.samples.interop.node;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends a process that takes too long, so that whoever reads its output comes to an end. */
public final class ProcessLimit implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Process process;
  private final Thread guard;

  private ProcessLimit(Process process) {
    this.process = process;
    this.guard = new Thread(this::endAtLast, "process-limit");
    guard.setDaemon(true);
    guard.start();
  }

  public static ProcessLimit of(Process process) {
    return new ProcessLimit(process);
  }

  private void endAtLast() {
    try {
      if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      // Closed: whatever still runs is not wanted any more.
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /** Ends the process, too. */
  @Override
  public void close() {
    guard.interrupt();
    process.destroyForcibly();
  }
}

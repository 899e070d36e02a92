package io.github.mcpmigrate.compat.sdk;

import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * What the SDK does for one call. It is stopped by an interrupt of its thread, but not while that
 * thread delivers: an interrupt in the middle of a write closes the client's connection, which
 * other calls may share.
 */
public final class StoppableWork {

  private Disposable work;
  private int delivering;
  private boolean stopped;
  private boolean finished;

  /** Runs a delivery to the client, which a stop waits for. */
  public void delivering(Runnable delivery) {
    synchronized (this) {
      delivering++;
    }
    try {
      delivery.run();
    } finally {
      delivered();
    }
  }

  private void delivered() {
    synchronized (this) {
      delivering--;
      if (!stopped || delivering > 0) {
        return;
      }
    }
    // From another thread: one that disposes of its own work is not interrupted by it.
    Schedulers.parallel().schedule(this::stop);
  }

  /** The work is under way, or through already. */
  public void started(Disposable subscribed) {
    synchronized (this) {
      if (finished && !stopped) {
        return;
      }
      work = subscribed;
      if (!stopped) {
        return;
      }
    }
    stop();
  }

  /** Stops the work, as soon as it delivers nothing. */
  public void stop() {
    Disposable disposed;
    synchronized (this) {
      stopped = true;
      if (delivering > 0 || work == null) {
        return;
      }
      disposed = work;
    }
    disposed.dispose();
  }

  /** The call has its answer; nothing is left to stop. */
  public synchronized void finished() {
    finished = true;
    work = null;
  }
}

package io.github.mcpmigrate.compat.graft;

import java.util.UUID;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Finds the call that a message of the server belongs to, which its session does not say. The call
 * travels in the Reactor context; where a synchronous tool blocks for each message, a new context
 * begins, so it travels with the threads that Reactor schedules as well. A tool that goes on in
 * threads of its own is lost sight of: what it says goes to the listening stream.
 */
final class RunningCalls {

  private static final String KEY = "io.github.mcpmigrate.compat.call";

  private final String hook = KEY + "." + UUID.randomUUID();
  private final ThreadLocal<ProviderCall> current = new ThreadLocal<>();
  private boolean following;
  private boolean closed;

  /**
   * From now on calls travel with Reactor's threads. Not before there are any: who never closes his
   * server would leave a hook behind for nothing.
   */
  synchronized void follow() {
    if (!following && !closed) {
      following = true;
      Schedulers.onScheduleHook(hook, this::carrying);
    }
  }

  private Runnable carrying(Runnable task) {
    ProviderCall call = current.get();
    return call == null ? task : () -> in(call, task);
  }

  /** Runs something in the course of a call. */
  void in(ProviderCall call, Runnable task) {
    ProviderCall before = current.get();
    current.set(call);
    try {
      task.run();
    } finally {
      if (before == null) {
        current.remove();
      } else {
        current.set(before);
      }
    }
  }

  static Context put(Context context, ProviderCall call) {
    return context.put(KEY, call);
  }

  /** The call in whose course this is said; null when it is none's. */
  ProviderCall find(ContextView context) {
    ProviderCall call = context.getOrDefault(KEY, null);
    return call == null ? current.get() : call;
  }

  /** Takes the hook away, which would keep all this alive where Reactor is shared. */
  synchronized void close() {
    closed = true;
    Schedulers.resetOnScheduleHook(hook);
  }
}

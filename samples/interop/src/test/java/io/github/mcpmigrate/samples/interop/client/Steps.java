package io.github.mcpmigrate.samples.interop.client;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Steps one after the other; one that fails is a result too, so that the others are still seen. */
final class Steps {

  private static final long EVENT_SECONDS = 15;

  private final BiConsumer<String, Map<String, Object>> listener;

  Steps(BiConsumer<String, Map<String, Object>> listener) {
    this.listener = listener;
  }

  void step(String name, Callable<Map<String, Object>> facts) {
    Map<String, Object> result;
    try {
      result = facts.call();
    } catch (Exception e) {
      result = Map.of("error", e.toString());
    }
    listener.accept(name, result);
  }

  /** The next of what arrives. */
  static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(EVENT_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new IllegalStateException("Nothing arrived within " + EVENT_SECONDS + " s");
    }
    return next;
  }

  static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
    Map<String, Object> more = new HashMap<>(facts);
    more.put(name, value);
    return more;
  }
}

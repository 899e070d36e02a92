package io.github.mcpmigrate.maven.verify;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A response's body as it comes in, at most one portion ahead of its reader. */
final class Body implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {

  /**
   * What came at once.
   *
   * @param bytes empty at the end
   * @param arrived {@link System#nanoTime()} of it
   * @param end whether nothing follows
   * @param error why it ended early; null for a regular end
   */
  record Portion(byte[] bytes, long arrived, boolean end, Throwable error) {}

  // One portion that was asked for, and the end.
  private final BlockingQueue<Portion> portions = new ArrayBlockingQueue<>(2);
  private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();
  private volatile boolean closed;
  private Portion last;

  @Override
  public void onSubscribe(Flow.Subscription upstream) {
    subscription.set(upstream);
    if (closed) {
      upstream.cancel();
    } else {
      upstream.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    byte[] bytes = new byte[buffers.stream().mapToInt(ByteBuffer::remaining).sum()];
    int at = 0;
    for (ByteBuffer buffer : buffers) {
      int length = buffer.remaining();
      buffer.get(bytes, at, length);
      at += length;
    }
    portions.add(new Portion(bytes, System.nanoTime(), false, null));
  }

  @Override
  public void onError(Throwable error) {
    portions.add(new Portion(new byte[0], System.nanoTime(), true, error));
  }

  @Override
  public void onComplete() {
    portions.add(new Portion(new byte[0], System.nanoTime(), true, null));
  }

  /**
   * The next portion, again and again the same one at the end.
   *
   * @param deadline of {@link System#nanoTime()}
   * @return null if none came in time
   */
  Portion next(long deadline) throws InterruptedException {
    if (last != null) {
      return last;
    }
    Portion portion =
        portions.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    if (portion != null && portion.end()) {
      last = portion;
    } else if (portion != null) {
      subscription.get().request(1);
    }
    return portion;
  }

  /** Ends the connection if the body is not at its end. */
  @Override
  public void close() {
    closed = true;
    Flow.Subscription open = subscription.get();
    if (open != null) {
      open.cancel();
    }
  }
}

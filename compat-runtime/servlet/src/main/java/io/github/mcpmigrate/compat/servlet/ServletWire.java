package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.flow.Outbox;
import io.github.mcpmigrate.compat.flow.Wire;
import io.github.mcpmigrate.compat.flow.WireLostException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A response that is written without blocking, once the thread that came with the request has left
 * the engine: no container calls a write listener before that. As long as it is there, it writes
 * itself, blocking; what another thread has for the client is written by a thread of the container
 * that stands in for it, for others must not be held up.
 *
 * <p>Containers tell of a lost client in different ways (Jetty the write listener, Tomcat both
 * listeners, Undertow neither), so every one of them, and every throw, ends in {@link Outbox#lost}.
 */
final class ServletWire implements Wire, WriteListener, AsyncListener {

  private static final Logger LOG = LoggerFactory.getLogger(ServletWire.class);

  /** Failing takes no time; the bound is for a container that has other ideas. */
  private static final long LONGEST_FAILURE_NANOS = 1_000_000_000;

  private final AsyncContext async;
  private final ServletOutputStream out;
  private final Outbox outbox;
  private final Supplier<Thread> visitor;

  /** Whether the container was given the write listener; touched by the draining thread only. */
  private boolean listening;

  /** Who writes in the visitor's place, or null. */
  private volatile Thread standIn;

  /** How many were called to stand in and are not through; guarded by this. */
  private int called;

  /** Whether the one that was called last is to end the response; guarded by this. */
  private boolean finished;

  /** The container has called {@link #onWritePossible}; before that nothing may be written. */
  private volatile boolean open;

  /**
   * The response broke. The container then ends it, on a thread of its own, and tells us; who else
   * ended it could end the next request instead, to which Tomcat gives the same objects.
   */
  private volatile boolean broken;

  /** Who is writing now, or null. */
  private volatile Thread writer;

  /**
   * @param visitor gives the thread that came with the request and may wait for the client, as long
   *     as it is in the engine; then null
   */
  ServletWire(
      AsyncContext async, ServletOutputStream out, Outbox outbox, Supplier<Thread> visitor) {
    this.visitor = visitor;
    this.async = async;
    this.out = out;
    this.outbox = outbox;
  }

  @Override
  public boolean ready() {
    if (listening) {
      return open && out.isReady();
    }
    Thread visiting = visitor.get();
    if (visiting == null) {
      listening = true;
      out.setWriteListener(this);
      return false;
    }
    Thread current = Thread.currentThread();
    if (current == visiting || current == standIn) {
      return true;
    }
    synchronized (this) {
      called++;
    }
    async.start(this::standIn);
    return false;
  }

  private void standIn() {
    standIn = Thread.currentThread();
    try {
      outbox.writable();
    } finally {
      standIn = null;
      boolean last;
      synchronized (this) {
        last = --called == 0 && finished;
      }
      if (last) {
        complete();
      }
    }
  }

  @Override
  public void write(byte[] frame) {
    writer = Thread.currentThread();
    try {
      out.write(frame);
    } catch (IOException e) {
      broken = true;
      throw new UncheckedIOException(e);
    } finally {
      writer = null;
    }
  }

  @Override
  public void flush() {
    writer = Thread.currentThread();
    try {
      out.flush();
    } catch (IOException e) {
      broken = true;
      throw new UncheckedIOException(e);
    } finally {
      writer = null;
    }
  }

  @Override
  public void finish() {
    // What breaks under the visitor cannot have become another request yet, and is its to end.
    if (broken && visitor.get() != Thread.currentThread()) {
      return;
    }
    synchronized (this) {
      finished = true;
      if (called > 0) {
        // It would come into the next request, to which Tomcat gives the same objects.
        return;
      }
    }
    complete();
  }

  private void complete() {
    try {
      async.complete();
    } catch (IllegalStateException e) {
      LOG.debug("The container ended the stream before us", e);
    }
  }

  @Override
  public void onWritePossible() {
    open = true;
    outbox.writable();
  }

  @Override
  public void onError(Throwable cause) {
    broke();
    outbox.lost(cause);
    complete();
  }

  /**
   * A write that fails reports its failure twice, and between the two Tomcat may already have ended
   * the response here and begun the next request with its objects, which would then fail in its
   * place. So we let it come to its end first.
   */
  private void broke() {
    broken = true;
    long limit = System.nanoTime() + LONGEST_FAILURE_NANOS;
    for (Thread writing = writer;
        writing != null && writing != Thread.currentThread() && System.nanoTime() < limit;
        writing = writer) {
      Thread.yield();
    }
  }

  @Override
  public void onError(AsyncEvent event) {
    broke();
    outbox.lost(event.getThrowable());
    complete();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    broke();
    outbox.lost(new WireLostException("The container ended the stream"));
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    broke();
    outbox.lost(new WireLostException("The container timed the stream out"));
    complete();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Nobody starts this request again.
  }
}

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A response that is written without blocking. Containers tell of a lost client in different ways
 * (Jetty the write listener, Tomcat both listeners, Undertow neither), so every one of them, and
 * every throw, ends in {@link Outbox#lost}.
 */
final class ServletWire implements Wire, WriteListener, AsyncListener {

  private static final Logger LOG = LoggerFactory.getLogger(ServletWire.class);

  /** Failing takes no time; the bound is for a container that has other ideas. */
  private static final long LONGEST_FAILURE_NANOS = 1_000_000_000;

  private final AsyncContext async;
  private final ServletOutputStream out;
  private final Outbox outbox;

  /** The container has called {@link #onWritePossible}; before that nothing may be written. */
  private volatile boolean open;

  /**
   * The response broke. The container then ends it, on a thread of its own, and tells us; who else
   * ended it could end the next request instead, to which Tomcat gives the same objects.
   */
  private volatile boolean broken;

  /** Who is writing now, or null. */
  private volatile Thread writer;

  ServletWire(AsyncContext async, ServletOutputStream out, Outbox outbox) {
    this.async = async;
    this.out = out;
    this.outbox = outbox;
  }

  void listen() {
    out.setWriteListener(this);
  }

  @Override
  public boolean ready() {
    return open && out.isReady();
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
    if (!broken) {
      complete();
    }
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

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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A response that is written without blocking, once the thread that came with the request has left
 * the engine: no container calls a write listener before that. As long as that visitor is there, it
 * writes itself, blocking, and it ends the response when it leaves. What another thread has for the
 * client is written by a thread of the container that stands in for the visitor, for others must
 * not be held up. So it is to the end where a filter wraps the response in one without listeners.
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

  /** Who writes in the visitor's place, or null. */
  private final AtomicReference<Thread> standIn = new AtomicReference<>();

  /** Whether the container was given the write listener; before that, writing blocks. */
  private volatile boolean listening;

  /** The response takes no write listener: a filter wraps it that can only block. */
  private volatile boolean blocking;

  /** The container has called {@link #onWritePossible}; before that nothing may be written. */
  private volatile boolean open;

  /**
   * The response broke. If it was written without blocking, the container then ends it, on a thread
   * of its own, and tells us; who else ended it could end the next request instead, to which Tomcat
   * gives the same objects.
   */
  private volatile boolean broken;

  /** Who is writing now, or null; while writing blocks, up to the end of what broke. */
  private volatile Thread writer;

  /** The writer was interrupted because the client reads nothing; guarded by this. */
  private boolean abandoned;

  /** How many were called to stand in and are not through; guarded by this. */
  private int called;

  /** There is nothing more to write; guarded by this. */
  private boolean finished;

  /** The response was ended here; guarded by this. */
  private boolean ended;

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
    if (visiting == null && !blocking && listen()) {
      return false;
    }
    Thread current = Thread.currentThread();
    if (current == visiting || current == standIn.get()) {
      return true;
    }
    callStandIn();
    return false;
  }

  /** False if what a filter put around the response knows no listeners, as logback-access's. */
  private boolean listen() {
    listening = true;
    try {
      out.setWriteListener(this);
      return true;
    } catch (IllegalStateException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.debug("The response is written blocking: {}", e.toString());
      listening = false;
      blocking = true;
      return false;
    }
  }

  private void callStandIn() {
    synchronized (this) {
      called++;
    }
    try {
      async.start(this::standIn);
    } catch (RuntimeException e) {
      leave();
      throw e;
    }
  }

  private void standIn() {
    Thread current = Thread.currentThread();
    standIn.set(current);
    try {
      outbox.writable();
    } finally {
      standIn.compareAndSet(current, null);
      leave();
    }
  }

  private void leave() {
    synchronized (this) {
      called--;
    }
    endIfOver();
  }

  /** The next message is for the write listener; a stand-in may still write the last one. */
  void visitorLeft() {
    endIfOver();
  }

  @Override
  public void write(byte[] frame) {
    writing(() -> out.write(frame));
  }

  @Override
  public void flush() {
    writing(out::flush);
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void writing(Writing what) {
    writer = Thread.currentThread();
    try {
      what.run();
    } catch (IOException e) {
      failed();
      throw new UncheckedIOException(e);
    }
    wrote();
  }

  private synchronized void failed() {
    broken = true;
    if (listening) {
      writer = null;
    }
    forget();
  }

  private synchronized void wrote() {
    writer = null;
    forget();
  }

  /** The interrupt was for the write, and must not reach the tool. */
  private void forget() {
    if (abandoned) {
      abandoned = false;
      Thread.interrupted();
    }
  }

  /** An interrupt makes a write that blocks fail; not on Tomcat, which has a limit of its own. */
  @Override
  public synchronized void abandon() {
    Thread writing = writer;
    if (writing != null && !listening && !broken) {
      abandoned = true;
      writing.interrupt();
    }
  }

  @Override
  public void finish() {
    synchronized (this) {
      finished = true;
    }
    endIfOver();
  }

  /**
   * Ends the response once nobody is there who may still touch it: the visitor, and those who were
   * called to stand in for it, whose tasks Jetty cannot run for a response that has ended.
   */
  private void endIfOver() {
    synchronized (this) {
      if (!finished || ended || called > 0 || visitor.get() != null || broken && listening) {
        return;
      }
      ended = true;
    }
    complete();
    wrote();
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

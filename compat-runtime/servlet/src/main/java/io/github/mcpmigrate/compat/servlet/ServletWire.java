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

  private final AsyncContext async;
  private final ServletOutputStream out;
  private final Outbox outbox;

  /** The container has called {@link #onWritePossible}; before that nothing may be written. */
  private volatile boolean open;

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
    try {
      out.write(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void finish() {
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
    outbox.lost(cause);
  }

  @Override
  public void onError(AsyncEvent event) {
    outbox.lost(event.getThrowable());
  }

  @Override
  public void onComplete(AsyncEvent event) {
    outbox.lost(new WireLostException("The container ended the stream"));
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    outbox.lost(new WireLostException("The container timed the stream out"));
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Nobody starts this request again.
  }
}

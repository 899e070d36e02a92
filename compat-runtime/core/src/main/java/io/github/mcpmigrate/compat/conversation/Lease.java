package io.github.mcpmigrate.compat.conversation;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to use a session, which cannot expire meanwhile. Closing it more than once is harmless.
 *
 * @param <S> the kind of session
 */
public final class Lease<S extends Session> implements AutoCloseable {

  private final S session;
  private final AtomicBoolean released = new AtomicBoolean();

  Lease(S session) {
    this.session = session;
  }

  public S session() {
    return session;
  }

  /** A second lease on the same session, or null when it is closing. */
  public Lease<S> another() {
    return session.acquire() ? new Lease<>(session) : null;
  }

  @Override
  public void close() {
    if (released.compareAndSet(false, true)) {
      session.release();
    }
  }
}

package io.github.mcpmigrate.compat.flow;

/**
 * The door's side of an open response. Only the {@link Outbox} that holds it calls it, from one
 * thread at a time but for {@link #abandon}, and never again after {@link #finish}. No method
 * blocks a thread that is not the request's own.
 */
public interface Wire {

  /**
   * Whether a frame can be written now. When not, the door calls {@link Outbox#writable} once it
   * can, and is not asked again before that.
   */
  boolean ready();

  /** Writes one whole frame. Called only after {@link #ready} said yes. */
  void write(byte[] frame);

  /** Sends what was written, and the response's head if that has not gone yet. */
  void flush();

  /**
   * The client has taken nothing for too long: makes a write that blocks fail. Called by any
   * thread, any number of times.
   */
  default void abandon() {}

  /** Ends the response. Nothing may touch it afterwards. */
  void finish();
}

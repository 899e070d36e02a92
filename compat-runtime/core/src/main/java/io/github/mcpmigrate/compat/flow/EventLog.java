package io.github.mcpmigrate.compat.flow;

/**
 * The messages of one lane in order, each with a sequence number that begins at 1. The only place
 * where messages wait, so its bound is the lane's bound. Implementations need no lock: the lane
 * holds its own while it calls.
 */
public interface EventLog {

  /**
   * Adds a message and returns its number. May drop the oldest to stay within its bounds.
   *
   * @param awaited the number of the first message that a wire is about to take, or {@link
   *     Long#MAX_VALUE} when there is no wire: what is awaited is bounded in bytes only
   */
  long append(byte[] message, long awaited);

  /** The message with this number, or null when it is not there (yet, or any more). */
  byte[] get(long sequence);

  /** The number of the last message appended, 0 when there was none. */
  long last();

  /** The number of the oldest message still held; {@code last() + 1} when none is. */
  long first();

  /** Messages up to and with this number have been sent: drops what of them is too many to keep. */
  void sent(long upTo);

  /** Drops every message up to and with this number. */
  void trim(long upTo);
}

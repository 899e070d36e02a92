package io.github.mcpmigrate.compat.flow;

/**
 * The messages of one lane in order, each with a sequence number that begins at 1. The only place
 * where messages wait, so its bound is the lane's bound. Implementations need no lock: the lane
 * holds its own while it calls.
 */
public interface EventLog {

  /** Adds a message and returns its number. May drop the oldest to stay within its bound. */
  long append(byte[] message);

  /** The message with this number, or null when it is not there (yet, or any more). */
  byte[] get(long sequence);

  /** The number of the last message appended, 0 when there was none. */
  long last();

  /** The number of the oldest message still held; {@code last() + 1} when none is. */
  long first();

  /** Drops every message up to and with this number. */
  void trim(long upTo);
}

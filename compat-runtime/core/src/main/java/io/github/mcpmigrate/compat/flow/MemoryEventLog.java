package io.github.mcpmigrate.compat.flow;

/**
 * An event log in this process's memory. What is kept for clients that come back is bounded by
 * messages and by bytes, what a wire is about to take by bytes only.
 */
public final class MemoryEventLog implements EventLog {

  private static final int SMALL = 4;

  /** A ring of more places is given back when it is empty. */
  private static final int LARGE = 64;

  private final int maxEvents;
  private final long maxBytes;

  /** A ring: the message with number {@code n} stands at {@code n % length}. */
  private byte[][] ring = new byte[SMALL][];

  private long first = 1;
  private long last;
  private long bytes;

  /**
   * @param maxEvents how many messages are kept at the most, at least 1
   * @param maxBytes how many bytes all may have together; the newest message is always held
   */
  public MemoryEventLog(int maxEvents, long maxBytes) {
    this.maxEvents = Math.max(1, maxEvents);
    this.maxBytes = maxBytes;
  }

  @Override
  public long append(byte[] message, long awaited) {
    last++;
    if (last - first >= ring.length) {
      grow();
    }
    ring[slot(last)] = message;
    bytes += message.length;
    while (last - first >= maxEvents && first < awaited || bytes > maxBytes && first < last) {
      trim(first);
    }
    return last;
  }

  @Override
  public byte[] get(long sequence) {
    return sequence < first || sequence > last ? null : ring[slot(sequence)];
  }

  @Override
  public long last() {
    return last;
  }

  @Override
  public long first() {
    return first;
  }

  @Override
  public void sent(long upTo) {
    trim(Math.min(upTo, last - maxEvents));
  }

  @Override
  public void trim(long upTo) {
    while (first <= upTo && first <= last) {
      int slot = slot(first++);
      bytes -= ring[slot].length;
      ring[slot] = null;
    }
    if (first > last && ring.length > LARGE) {
      ring = new byte[SMALL][];
    }
  }

  private void grow() {
    byte[][] larger = new byte[ring.length * 2][];
    for (long n = first; n < last; n++) {
      larger[(int) (n % larger.length)] = ring[slot(n)];
    }
    ring = larger;
  }

  private int slot(long sequence) {
    return (int) (sequence % ring.length);
  }
}

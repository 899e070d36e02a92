package io.github.mcpmigrate.compat.conversation;

/**
 * Whether there is room for more on the way to a client. Nobody has to ask, and a message that is
 * sent without asking is taken all the same; but a wire whose client lets too much pile up is given
 * up, so senders that can wait should.
 */
public interface Room {

  /** Where nothing piles up. */
  Room AMPLE =
      new Room() {
        @Override
        public boolean free() {
          return true;
        }

        @Override
        public void whenFree(Runnable sender) {
          sender.run();
        }
      };

  /** Whether there is room now. */
  boolean free();

  /**
   * Runs it once, now or when there is room again: when the client has taken enough of what waits
   * for it, or its wire is gone, as one is that takes nothing for longer than the stall limit. Of
   * several that wait, the one that came first sends first, and what it sends counts for the next.
   *
   * @param sender must be short and must neither block nor throw: the thread that writes to the
   *     client may run it
   */
  void whenFree(Runnable sender);
}

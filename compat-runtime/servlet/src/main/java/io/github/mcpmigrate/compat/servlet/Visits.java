package io.github.mcpmigrate.compat.servlet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two threads from one response. As long as a thread of the container is in the engine, it
 * alone gives the answer: nobody else writes to a response that the container is about to end, or
 * waits for a lock that this thread holds. An answer of another thread is kept for it until it
 * leaves.
 */
final class Visits {

  private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

  private final Runnable unanswered;
  private Thread visitor;
  private Runnable deferred;
  private Runnable waiting;
  private boolean answered;

  /**
   * @param unanswered run when a visitor leaves before there is an answer
   */
  Visits(Runnable unanswered) {
    this.unanswered = unanswered;
  }

  /** Lets this thread of the container into the engine. */
  void visit(Runnable engine) {
    synchronized (this) {
      visitor = Thread.currentThread();
    }
    try {
      engine.run();
    } finally {
      leave();
    }
  }

  /** Lets the engine go on, when the visitor has left. */
  void later(Runnable engine) {
    synchronized (this) {
      if (visitor != null && visitor != Thread.currentThread()) {
        waiting = engine;
        return;
      }
    }
    visit(engine);
  }

  private void leave() {
    Runnable answer;
    Runnable next;
    synchronized (this) {
      visitor = null;
      answer = deferred;
      deferred = null;
      next = waiting;
      waiting = null;
      if (!answered) {
        unanswered.run();
      }
    }
    if (answer != null) {
      answer.run();
    }
    if (next != null) {
      visit(next);
    }
  }

  /** Gives the one answer, now or by the visitor when it leaves; false if there was one already. */
  boolean answer(Runnable answer) {
    synchronized (this) {
      if (answered) {
        LOG.debug("A second answer to one request is dropped");
        return false;
      }
      answered = true;
      if (visitor != null && visitor != Thread.currentThread()) {
        deferred = answer;
        return true;
      }
    }
    answer.run();
    return true;
  }
}

package io.github.mcpmigrate.compat.servlet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two threads from one response. As long as a thread of the container is in the engine, it
 * alone gives the answer: nobody else writes to a response that the container is about to end, or
 * waits for a lock that this thread holds. An answer of another thread is kept for it until it
 * leaves. A stream is not: the thread may be waiting for what the client says to it.
 */
final class Visits {

  private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

  private final Runnable unanswered;
  private final Runnable left;
  private volatile Thread visitor;
  private Runnable deferred;
  private Runnable waiting;
  private boolean answered;

  /**
   * @param unanswered run when a visitor leaves before there is an answer, or another thread opens
   *     a stream while it is there
   * @param left run when a visitor has left
   */
  Visits(Runnable unanswered, Runnable left) {
    this.unanswered = unanswered;
    this.left = left;
  }

  /** The thread of the container that is in the engine, or null. */
  Thread visitor() {
    return visitor;
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
    left.run();
    if (next != null) {
      visit(next);
    }
  }

  /**
   * Gives the one answer: now, or by the visitor when it leaves. What is answered before that makes
   * the client send its next request over the same connection, where nobody would read it as long
   * as the visitor waits, perhaps for just that request. False if there was an answer already.
   */
  boolean answer(Runnable answer) {
    synchronized (this) {
      if (answered) {
        LOG.debug("A second answer to one request is dropped");
        return false;
      }
      answered = true;
      if (visitor != null) {
        deferred = answer;
        return true;
      }
    }
    answer.run();
    return true;
  }

  /** Gives the one answer now, whoever is there; false if there was one already. */
  boolean open(Runnable stream) {
    synchronized (this) {
      if (answered) {
        LOG.debug("A stream for an answered request is dropped");
        return false;
      }
      answered = true;
      if (visitor != null) {
        // Before the visitor can leave, which would end the response.
        unanswered.run();
      }
    }
    stream.run();
    return true;
  }
}

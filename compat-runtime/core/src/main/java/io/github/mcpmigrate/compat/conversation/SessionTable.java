package io.github.mcpmigrate.compat.conversation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The sessions that are open, by their ids. */
public final class SessionTable {

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger places;

  /** How many sessions each authenticated principal has open. */
  private final Map<String, Integer> owned = new ConcurrentHashMap<>();

  private final int maxOwned;
  private final CompletableFuture<Void> drained = new CompletableFuture<>();

  /** Why the table is draining, or null. */
  private volatile String draining;

  /**
   * @param maxSessions how many sessions may be open at the same time
   * @param maxOwned how many of them one authenticated principal may have
   */
  public SessionTable(int maxSessions, int maxOwned) {
    places = new AtomicInteger(maxSessions);
    this.maxOwned = maxOwned;
  }

  /** Enters a session and leases it, if there is room for it. */
  public <S extends Session> Admission<S> open(S session) {
    if (draining != null) {
      return new Admission<>(null, Refusal.SHUTTING_DOWN);
    }
    if (places.getAndDecrement() <= 0) {
      places.incrementAndGet();
      return new Admission<>(
          null,
          new Refusal(
              Refusal.Reason.SERVER_LIMIT,
              "The server has no room for another session; try again later"));
    }
    if (!countOwned(session.owner())) {
      places.incrementAndGet();
      return new Admission<>(
          null,
          new Refusal(
              Refusal.Reason.CLIENT_LIMIT,
              "You have " + maxOwned + " sessions open; end one of them first"));
    }
    session.acquire();
    sessions.put(session.id(), session);
    if (draining != null) {
      drain(session);
    }
    return new Admission<>(new Lease<>(session), null);
  }

  private boolean countOwned(String owner) {
    if (owner == null) {
      return true;
    }
    if (owned.merge(owner, 1, Integer::sum) <= maxOwned) {
      return true;
    }
    releaseOwned(owner);
    return false;
  }

  private void releaseOwned(String owner) {
    owned.computeIfPresent(owner, (same, count) -> count == 1 ? null : count - 1);
  }

  /**
   * Leases a session. Returns null when there is none of that kind with that id, when it is
   * closing, or when it belongs to somebody else; the caller cannot tell which.
   */
  public <S extends Session> Lease<S> acquire(String id, Class<S> kind, Caller caller) {
    Session session = sessions.get(id);
    if (!kind.isInstance(session) || !session.belongsTo(caller) || !session.acquire()) {
      return null;
    }
    return new Lease<>(kind.cast(session));
  }

  /** Closes a session, whatever still uses it. */
  public void close(Session session, String reason) {
    if (session.startClosing()) {
      remove(session, reason);
    }
  }

  /** Closes every session that nobody has used for longer than the limit. */
  public void closeIdle(Duration limit) {
    long now = System.nanoTime();
    for (Session session : sessions.values()) {
      if (session.startClosingIfIdle(now, limit.toNanos())) {
        remove(session, "The session was idle for " + limit.toSeconds() + " s");
      }
    }
  }

  /** Gives up what servers have asked their clients and have no answer to for longer. */
  public void expireQuestions(Duration limit) {
    sessions.values().forEach(session -> session.conversation().expireQuestions(limit));
  }

  /** Closes every session. */
  public void closeAll(String reason) {
    sessions.values().forEach(session -> close(session, reason));
  }

  /**
   * Takes no more sessions and no more calls, and closes each session when its calls are through.
   *
   * @return completes when no session is left
   */
  public CompletionStage<Void> drain(String reason) {
    draining = reason;
    sessions.values().forEach(this::drain);
    completeIfDrained();
    return drained;
  }

  private void drain(Session session) {
    session.conversation().drain(() -> close(session, draining));
  }

  /** Whether the table takes no more sessions. */
  public boolean draining() {
    return draining != null;
  }

  private void completeIfDrained() {
    if (draining != null && sessions.isEmpty()) {
      drained.complete(null);
    }
  }

  /** How many sessions of a kind are open. */
  public long count(Class<? extends Session> kind) {
    return sessions.values().stream().filter(kind::isInstance).count();
  }

  /** How many sessions are open. */
  public int size() {
    return sessions.size();
  }

  private void remove(Session session, String reason) {
    boolean entered = sessions.remove(session.id(), session);
    session.onClose(reason);
    if (entered) {
      places.incrementAndGet();
      if (session.owner() != null) {
        releaseOwned(session.owner());
      }
      completeIfDrained();
    }
  }
}

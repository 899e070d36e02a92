package io.github.mcpmigrate.compat.conversation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The sessions that are open, by their ids. */
public final class SessionTable {

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger places;

  /**
   * @param maxSessions how many sessions may be open at the same time
   */
  public SessionTable(int maxSessions) {
    places = new AtomicInteger(maxSessions);
  }

  /** Enters a session and leases it. Returns null when the table is full. */
  public <S extends Session> Lease<S> open(S session) {
    if (places.getAndDecrement() <= 0) {
      places.incrementAndGet();
      return null;
    }
    session.acquire();
    sessions.put(session.id(), session);
    return new Lease<>(session);
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

  /** Closes every session. */
  public void closeAll(String reason) {
    sessions.values().forEach(session -> close(session, reason));
  }

  /** How many sessions are open. */
  public int size() {
    return sessions.size();
  }

  private void remove(Session session, String reason) {
    if (sessions.remove(session.id(), session)) {
      places.incrementAndGet();
    }
    session.onClose(reason);
  }
}

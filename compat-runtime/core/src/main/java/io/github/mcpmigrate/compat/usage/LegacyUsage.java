package io.github.mcpmigrate.compat.usage;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The record of every use of HTTP+SSE in this process. What clients say of themselves is cut to 100
 * characters, and kinds of client beyond the first 1,000 are counted together, so that nobody can
 * fill the memory with names.
 */
public final class LegacyUsage {

  private static final int MAX_CLIENTS = 1_000;
  private static final int MAX_TEXT = 100;
  private static final Key OTHERS = new Key("(others)", "", "");

  private record Key(String name, String version, String userAgent) {}

  private final Map<Key, Entry> entries = new ConcurrentHashMap<>();
  private final Clock clock;

  public LegacyUsage(Clock clock) {
    this.clock = clock;
  }

  /** A client has opened a session; nothing but its user agent is known yet. */
  public Session opened(String userAgent) {
    return new Session(cut(userAgent));
  }

  /** The clients seen so far, the most recent first. */
  public List<LegacyClient> clients() {
    return entries.entrySet().stream()
        .map(entry -> entry.getValue().snapshot(entry.getKey()))
        .filter(client -> client.sessions() > 0)
        .sorted(Comparator.comparing(LegacyClient::lastSeen).reversed())
        .toList();
  }

  private Entry entry(Key key) {
    Entry known = entries.get(key);
    if (known != null) {
      return known;
    }
    Key entered = entries.size() < MAX_CLIENTS ? key : OTHERS;
    return entries.computeIfAbsent(entered, unknown -> new Entry(clock.instant()));
  }

  private static String cut(String text) {
    if (text == null) {
      return "";
    }
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  /** One session's place in the record. */
  public final class Session {

    private final String userAgent;
    private volatile Entry entry;

    private Session(String userAgent) {
      this.userAgent = userAgent;
      entry = entry(new Key("", "", userAgent));
      entry.sessions.increment();
    }

    /** The client has said who it is. */
    public void named(String name, String version) {
      Entry unnamed = entry;
      Entry named = entry(new Key(cut(name), cut(version), userAgent));
      if (named != unnamed) {
        unnamed.sessions.decrement();
        named.sessions.increment();
        entry = named;
      }
      named.lastSeen = clock.instant();
    }

    /** The client has sent a request. */
    public void called() {
      Entry current = entry;
      current.calls.increment();
      current.lastSeen = clock.instant();
    }
  }

  private static final class Entry {

    private final Instant firstSeen;
    private final LongAdder sessions = new LongAdder();
    private final LongAdder calls = new LongAdder();
    private volatile Instant lastSeen;

    Entry(Instant now) {
      firstSeen = now;
      lastSeen = now;
    }

    LegacyClient snapshot(Key key) {
      return new LegacyClient(
          key.name, key.version, key.userAgent, firstSeen, lastSeen, sessions.sum(), calls.sum());
    }
  }
}

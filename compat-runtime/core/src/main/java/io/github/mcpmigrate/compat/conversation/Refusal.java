package io.github.mcpmigrate.compat.conversation;

/**
 * Why the engine does not take a request or a session, said so that the client knows what to do.
 */
public record Refusal(Reason reason, String message) {

  /** The kinds of reasons; each transport has its own way to tell them. */
  public enum Reason {
    /** The handshake has not been made. */
    NOT_INITIALIZED,
    /** A request with that id still runs. */
    DUPLICATE_ID,
    /** This client uses all it may use; it can try again when something of it has ended. */
    CLIENT_LIMIT,
    /** The server is full; the client can try again later. */
    SERVER_LIMIT,
    /** The session or the server is closing. */
    CLOSING
  }

  public static final Refusal SHUTTING_DOWN =
      new Refusal(Reason.CLOSING, "The server is shutting down; open a new session later");
}

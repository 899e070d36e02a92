package io.github.mcpmigrate.compat.conversation;

import io.github.mcpmigrate.compat.json.Envelope;

/** How what belongs to one call reaches the client that made it. Transports implement it. */
public interface Route {

  /** A notification that the call gave rise to. */
  void event(Envelope notification);

  /** A request of the server to the client in the course of the call, under the client's id. */
  void ask(Envelope request);

  /** The answer, which ends the call. */
  void done(Envelope response);

  /** The call ended without an answer, because the client cancelled it. */
  void cancelled();
}

package io.github.mcpmigrate.compat.conversation;

import io.github.mcpmigrate.compat.json.Envelope;
import java.time.Duration;

/** How what belongs to one call reaches the client that made it. Transports implement it. */
public interface Route {

  /** A notification that the call gave rise to. */
  void event(Envelope notification);

  /** A request of the server to the client in the course of the call, under the client's id. */
  void ask(Envelope request);

  /**
   * The answer, which ends the call.
   *
   * @param method of the request that is answered
   */
  void done(String method, Envelope response);

  /** The call ended without an answer, because the client cancelled it. */
  void cancelled();

  /** The room on the way to the client. */
  Room room();

  /**
   * Ends the HTTP response while the call goes on; the client comes back for the rest.
   *
   * @param retry after which time the client is to come back, or null to leave that to it
   * @return false when the client or its transport cannot come back, and nothing was done
   */
  default boolean disconnect(Duration retry) {
    return false;
  }

  /**
   * The engine did not take the request, which ends it.
   *
   * @param error the answer, where the transport has no other way to say it
   */
  void refused(Refusal refusal, Envelope error);
}

package io.github.mcpmigrate.maven.verify;

import java.util.Map;

/** The server, reached over one transport, after the handshake. */
interface Peer {

  Endpoint endpoint();

  /** The revision of the protocol that was agreed on. */
  String revision();

  /** Name and version of the server; empty if it does not say. */
  Map<String, Object> server();

  /**
   * Asks and waits for the answer.
   *
   * @return the result
   * @throws NoAnswer if there is none in time, or an error
   */
  Map<String, Object> request(String method, Map<String, ?> params)
      throws NoAnswer, InterruptedException;

  /** How the last answer came in. */
  Arrivals arrivals();

  /** Ends the session and its streams, as far as there are any. */
  void close() throws InterruptedException;
}

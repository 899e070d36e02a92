package io.github.mcpmigrate.compat.backend;

/**
 * The client that sent a message. Servers may keep it, and send to it from any thread as long as
 * the session lives.
 */
public interface JsonRpcClient {

  /**
   * Names the session, the same for all its messages and whatever its transport. It is made by the
   * engine and is not the {@code Mcp-Session-Id}, so it may be logged.
   */
  String sessionId();

  /**
   * Sends a message: an answer, a notification or a request of the server's own, or an array of
   * them. What belongs to a running request reaches the client on that request's own stream: all
   * that is sent while the request is being handled, by its thread or through the client that came
   * with it, and progress that names its token. Everything else goes to the stream that the client
   * listens on. A client that reads more slowly than it is written to makes the sender wait, for at
   * most the stall limit. To a session that has ended nothing is sent.
   *
   * @param message JSON-RPC 2.0; members that are null count as absent
   * @throws IllegalArgumentException when it is no JSON-RPC message
   * @throws IllegalStateException when it is a request, and the client is not initialized yet
   */
  void send(String message);

  /** The authenticated user that sent the message, or null. */
  String principal();

  /**
   * What the door captured of the HTTP request that the message came by; null when it was told to
   * capture nothing.
   */
  Object context();
}

package io.github.mcpmigrate.compat.backend;

/**
 * An MCP server that was written by hand: it takes each message of a client and says what it has to
 * say through the {@link JsonRpcClient}. It answers {@code initialize} as every other request; the
 * engine keeps the transports, the sessions and the protocol versions.
 *
 * <p>Messages come one by one as valid JSON-RPC 2.0. The ids of requests are the engine's: small
 * integers, each used once in a session, whatever the client had chosen. Of several messages of one
 * client some may come at the same time, on different threads.
 */
@FunctionalInterface
public interface JsonRpcHandler {

  /**
   * Takes one message of a client: a request, a notification, or the answer to a request that was
   * sent to it. By default it runs on the thread of the HTTP request, as a servlet or a controller
   * does, and may take its time. Over HTTP+SSE the POST is accepted when it returns. What no HTTP
   * request brought (the error that ends a question to the client after the ask timeout, the
   * cancellation of what still ran when its session ended) comes on a thread of the engine, which
   * is not to be held.
   *
   * @param message JSON-RPC 2.0, never a batch
   * @param client who sent it; a request is answered through it, now or later, exactly once
   * @throws Exception when the message cannot be handled; the client is answered an internal error
   *     (-32603) if it was a request
   */
  void handle(String message, JsonRpcClient client) throws Exception;

  /**
   * The session has ended; what is still sent to the client is dropped. Called once, on any thread,
   * and must be quick.
   *
   * @param sessionId as {@link JsonRpcClient#sessionId()}
   */
  default void closed(String sessionId) {}

  /** The usual dispatch method: a message in, its answer out. */
  @FunctionalInterface
  interface Dispatch {

    /**
     * @return the answer, or null or blank for none, as to a notification
     */
    String answer(String message) throws Exception;
  }

  /** A dispatch method that keeps something for each client. */
  @FunctionalInterface
  interface SessionDispatch {

    /**
     * @param sessionId as {@link JsonRpcClient#sessionId()}
     * @return the answer, or null or blank for none, as to a notification
     */
    String answer(String message, String sessionId) throws Exception;
  }

  /**
   * A server whose dispatch method returns the answer. A request that it leaves without one is
   * answered an internal error (-32603).
   */
  static JsonRpcHandler answering(Dispatch dispatch) {
    return new AnsweringHandler((message, sessionId) -> dispatch.answer(message));
  }

  /** The same for one that asks for the session, too. */
  static JsonRpcHandler answering(SessionDispatch dispatch) {
    return new AnsweringHandler(dispatch);
  }
}

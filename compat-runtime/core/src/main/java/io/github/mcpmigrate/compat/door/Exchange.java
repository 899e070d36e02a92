package io.github.mcpmigrate.compat.door;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.flow.Outbox;
import java.util.List;

/**
 * One HTTP request and its single answer, as a door hands it to the engine. Valid until it is
 * answered; the answer may come from any thread, and exactly one of {@link #reply} and {@link
 * #stream} gives it.
 */
public interface Exchange {

  /** The HTTP method, in upper case. */
  String method();

  /** The raw path as the server received it, context path included, without the query. */
  String path();

  /** The first value of a query parameter, decoded, or null. */
  String queryParameter(String name);

  /** All values of a header field, by case-insensitive name; empty when it is absent. */
  List<String> headers(String name);

  /** The first value of a header field, stripped, or null. */
  default String header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? null : values.get(0).strip();
  }

  /** Whether the connection reached the server on a loopback address. */
  boolean onLoopback();

  /** Who is calling. The first call is made while the request is fresh. */
  Caller caller();

  /** Reads the body, without blocking, and then calls exactly one method of the reader. */
  void readBody(int maxBytes, BodyReader reader);

  /**
   * Goes on with this exchange in the engine, on another thread than the one that brought it: now,
   * or when that one has left the engine.
   */
  default void later(Runnable engine) {
    engine.run();
  }

  /** Answers with a whole response. */
  void reply(Reply reply);

  /**
   * Answers with an open event stream: commits the head and gives the outbox its wire.
   *
   * @param head status and headers; its body is not used
   */
  void stream(Reply head, Outbox outbox);

  /** Takes a request's body. */
  interface BodyReader {

    void body(byte[] bytes);

    /** The body is larger than was allowed; the rest is not read. */
    void tooLarge();

    /** The client went away in the middle. Nobody is left to answer. */
    void failed(Throwable cause);
  }
}

package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.backend.JsonRpcBackend;
import io.github.mcpmigrate.compat.backend.JsonRpcHandler;
import io.github.mcpmigrate.compat.engine.Engine;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The options of a server that was written by hand.
 *
 * @param <R> the web stack's request
 * @param <B> the builder itself
 */
public abstract class JsonRpcServerBuilder<R, B extends JsonRpcServerBuilder<R, B>> {

  private final CompatSettings.Builder settings = CompatSettings.builder().httpSse(false);
  private final JsonRpcHandler handler;
  private Function<R, Object> context = request -> null;
  private Executor executor = Runnable::run;

  JsonRpcServerBuilder(JsonRpcHandler handler) {
    this.handler = Objects.requireNonNull(handler, "handler");
  }

  /** Path of Streamable HTTP; default {@code /mcp}. */
  public B mcpEndpoint(String path) {
    settings.mcpEndpoint(path);
    return self();
  }

  /**
   * Serves HTTP+SSE, too; default is Streamable HTTP alone.
   *
   * @param sseEndpoint path of the event stream, for example {@code /sse}
   * @param messageEndpoint path that clients POST to, for example {@code /messages}; it is told to
   *     them in the stream's first event
   */
  public B httpSse(String sseEndpoint, String messageEndpoint) {
    settings.httpSse(true).sseEndpoint(sseEndpoint).messageEndpoint(messageEndpoint);
    return self();
  }

  /**
   * Captures what the handler wants to know of the HTTP request that a message came by, while the
   * request is there; the handler has it from {@code JsonRpcClient.context()}. Default is nothing.
   */
  public B context(Function<R, Object> capture) {
    context = Objects.requireNonNull(capture, "context");
    return self();
  }

  /**
   * Runs the handler, which by default runs on the thread of the HTTP request. The executor is its
   * owner's to close; what it rejects is answered an error.
   */
  public B executor(Executor handlers) {
    executor = Objects.requireNonNull(handlers, "executor");
    return self();
  }

  /** Sets the other options of the engine: limits, allowed origins, timeouts, authorization. */
  public B settings(Consumer<CompatSettings.Builder> options) {
    options.accept(settings);
    return self();
  }

  /** This builder, as what it is. */
  abstract B self();

  Function<R, Object> context() {
    return context;
  }

  CompatSettings settings() {
    return settings.build();
  }

  /**
   * @throws IllegalArgumentException when an option makes no sense, saying which and why
   */
  Engine engine() {
    return new Engine(settings(), new JsonRpcBackend(handler, executor));
  }
}

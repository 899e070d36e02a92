package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.backend.JsonRpcHandler;
import io.github.mcpmigrate.compat.engine.Engine;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.github.mcpmigrate.compat.usage.UsageReport;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves an MCP server that was written by hand through Spring WebMvc, over Streamable HTTP and,
 * when told so, over HTTP+SSE. Make it a bean: Spring routes by it, the interceptors and filters of
 * the application stand before it, and it is closed with the application.
 */
public final class JsonRpcRouter implements RouterFunction<ServerResponse>, AutoCloseable {

  private final Engine engine;
  private final RouterFunction<ServerResponse> routes;

  private JsonRpcRouter(Builder builder) {
    engine = builder.engine();
    CompatSettings settings = builder.settings();
    routes = WebMvcDoor.router(engine, settings.paths(), builder.context(), builder.threadContext);
  }

  public static Builder builder(JsonRpcHandler handler) {
    return new Builder(handler);
  }

  @Override
  public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
    return routes.route(request);
  }

  @Override
  public void accept(RouterFunctions.Visitor visitor) {
    routes.accept(visitor);
  }

  /** What went over the transports since the start, and who still uses HTTP+SSE. */
  public UsageReport usage() {
    return engine.usage();
  }

  /** Shuts the engine down gracefully, which takes at most its drain timeout. */
  @Override
  public void close() {
    engine.drainAndClose();
  }

  /** Sets the options of the router. */
  public static final class Builder extends JsonRpcServerBuilder<ServerRequest, Builder> {

    private Supplier<UnaryOperator<Runnable>> threadContext = UnaryOperator::identity;

    private Builder(JsonRpcHandler handler) {
      super(handler);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * What the handler expects of its thread, besides Spring's request and locale. Called on the
     * thread of each request; what it gives is put around the handling when that goes on on another
     * thread, because the body came after the head. Default is nothing.
     */
    public Builder threadContext(Supplier<UnaryOperator<Runnable>> capture) {
      threadContext = Objects.requireNonNull(capture, "threadContext");
      return this;
    }

    /**
     * @throws IllegalArgumentException when an option makes no sense, saying which and why
     */
    public JsonRpcRouter build() {
      return new JsonRpcRouter(this);
    }
  }
}

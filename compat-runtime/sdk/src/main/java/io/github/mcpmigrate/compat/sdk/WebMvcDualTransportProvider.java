package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.servlet.WebMvcDoor;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves one MCP server to HTTP+SSE and to Streamable HTTP clients through a Spring WebMvc router
 * function. It fits where the SDK's {@code WebMvcSseServerTransportProvider} and {@code
 * WebMvcStreamableServerTransportProvider} fit: pass it to {@code McpServer.sync(..)} or {@code
 * McpServer.async(..)} and make {@link #getRouterFunction} a bean.
 */
public final class WebMvcDualTransportProvider extends RoutedDualTransportProvider {

  private final RouterFunction<ServerResponse> router;

  private WebMvcDualTransportProvider(
      DualServer server,
      McpTransportContextExtractor<ServerRequest> extractor,
      Supplier<UnaryOperator<Runnable>> threadContext) {
    super(server);
    router = WebMvcDoor.router(server.engine(), server.paths(), extractor::extract, threadContext);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Routes all methods of the three endpoints. */
  public RouterFunction<ServerResponse> getRouterFunction() {
    return router;
  }

  /** Sets the options of the provider. */
  public static final class Builder extends DualTransportBuilder<ServerRequest, Builder> {

    private Supplier<UnaryOperator<Runnable>> threadContext = UnaryOperator::identity;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * What synchronous handlers expect of their thread, besides Spring's request and locale. Called
     * on the thread of each request; what it gives is put around the handling when that goes on on
     * another thread, because the body came after the head. Default is nothing.
     */
    public Builder threadContext(Supplier<UnaryOperator<Runnable>> capture) {
      threadContext = Objects.requireNonNull(capture, "threadContext");
      return this;
    }

    /**
     * @throws IllegalArgumentException when an option makes no sense, saying which and why
     */
    public WebMvcDualTransportProvider build() {
      return new WebMvcDualTransportProvider(server(), extractor(), threadContext);
    }
  }
}

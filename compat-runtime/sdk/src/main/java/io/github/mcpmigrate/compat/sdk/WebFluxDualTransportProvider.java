package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.webflux.WebFluxDoor;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Serves one MCP server to HTTP+SSE and to Streamable HTTP clients through a Spring WebFlux router
 * function. It fits where the SDK's {@code WebFluxSseServerTransportProvider} and {@code
 * WebFluxStreamableServerTransportProvider} fit: pass it to {@code McpServer.sync(..)} or {@code
 * McpServer.async(..)} and make {@link #getRouterFunction} a bean.
 */
public final class WebFluxDualTransportProvider extends RoutedDualTransportProvider {

  private final RouterFunction<ServerResponse> router;

  private WebFluxDualTransportProvider(
      DualServer server, McpTransportContextExtractor<ServerRequest> extractor) {
    super(server);
    router =
        WebFluxDoor.router(
            server.engine(),
            server.paths(),
            (request, reactor) -> new RequestContext(extractor.extract(request), reactor));
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

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * @throws IllegalArgumentException when an option makes no sense, saying which and why
     */
    public WebFluxDualTransportProvider build() {
      return new WebFluxDualTransportProvider(server(), extractor());
    }
  }
}

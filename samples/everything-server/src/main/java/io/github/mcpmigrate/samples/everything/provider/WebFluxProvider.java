package io.github.mcpmigrate.samples.everything.provider;

import io.github.mcpmigrate.compat.sdk.WebFluxDualTransportProvider;
import io.github.mcpmigrate.samples.everything.feature.EverythingFeatures;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * The everything server behind a router function of Spring WebFlux.
 *
 * @param handler what receives the requests
 * @param server what answers them
 */
public record WebFluxProvider(HttpHandler handler, McpAsyncServer server) {

  /**
   * @param name {@code dual} or {@code sdk-sse}
   */
  public static WebFluxProvider of(String name) {
    return switch (name) {
      case "dual" -> dual();
      case "sdk-sse" -> SdkSse.build();
      default -> throw new IllegalArgumentException("No such provider: " + name);
    };
  }

  private static WebFluxProvider dual() {
    WebFluxDualTransportProvider provider =
        WebFluxDualTransportProvider.builder().contextExtractor(WebFluxProvider::headers).build();
    return new WebFluxProvider(
        RouterFunctions.toHttpHandler(provider.getRouterFunction()),
        EverythingFeatures.build(McpServer.async(new StreamableSessions(provider))));
  }

  /** Apart, because later lines of the SDK have no such class to link with. */
  private static final class SdkSse {
    private static WebFluxProvider build() {
      WebFluxSseServerTransportProvider provider =
          WebFluxSseServerTransportProvider.builder()
              .sseEndpoint("/sse")
              .messageEndpoint("/mcp/message")
              .contextExtractor(WebFluxProvider::headers)
              .build();
      return new WebFluxProvider(
          RouterFunctions.toHttpHandler(provider.getRouterFunction()),
          EverythingFeatures.build(McpServer.async(new SseSessions(provider))));
    }
  }

  private static McpTransportContext headers(ServerRequest request) {
    Map<String, String> headers = new TreeMap<>();
    request
        .headers()
        .asHttpHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    return McpTransportContext.create(Map.of(EverythingFeatures.HEADERS, headers));
  }
}

package io.github.mcpmigrate.samples.everything.provider;

import io.github.mcpmigrate.compat.sdk.WebMvcDualTransportProvider;
import io.github.mcpmigrate.samples.everything.feature.EverythingFeatures;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The everything server behind a router function of Spring WebMvc. */
public final class WebMvcProvider {

  private WebMvcProvider() {}

  /**
   * With the dispatcher servlet as what receives the requests.
   *
   * @param name {@code dual} or {@code sdk-sse}
   */
  public static ServletProvider of(String name) {
    return switch (name) {
      case "dual" -> dual();
      case "sdk-sse" -> SdkSse.build();
      default -> throw new IllegalArgumentException("No such provider: " + name);
    };
  }

  private static ServletProvider dual() {
    WebMvcDualTransportProvider provider =
        WebMvcDualTransportProvider.builder().contextExtractor(WebMvcProvider::headers).build();
    return new ServletProvider(
        dispatcher(provider.getRouterFunction()),
        EverythingFeatures.build(McpServer.async(new StreamableSessions(provider))));
  }

  /** Apart, because later lines of the SDK have no such class to link with. */
  private static final class SdkSse {
    private static ServletProvider build() {
      WebMvcSseServerTransportProvider provider =
          WebMvcSseServerTransportProvider.builder()
              .sseEndpoint("/sse")
              .messageEndpoint("/mcp/message")
              .contextExtractor(WebMvcProvider::headers)
              .build();
      return new ServletProvider(
          dispatcher(provider.getRouterFunction()),
          EverythingFeatures.build(McpServer.async(new SseSessions(provider))));
    }
  }

  private static DispatcherServlet dispatcher(RouterFunction<ServerResponse> routes) {
    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
    spring.register(WebMvc.class);
    spring.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("mcp", routes));
    return new DispatcherServlet(spring);
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

  @EnableWebMvc
  @Configuration(proxyBeanMethods = false)
  static class WebMvc {}
}

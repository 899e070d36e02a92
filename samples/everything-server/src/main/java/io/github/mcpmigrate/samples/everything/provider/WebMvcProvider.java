package io.github.mcpmigrate.samples.everything.provider;

import io.github.mcpmigrate.compat.sdk.WebMvcDualTransportProvider;
import io.github.mcpmigrate.samples.everything.feature.EverythingFeatures;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.function.ServerRequest;

/** The everything server behind a router function of Spring WebMvc. */
public final class WebMvcProvider {

  private WebMvcProvider() {}

  /** With the dispatcher servlet as what receives the requests. */
  public static ServletProvider dual() {
    WebMvcDualTransportProvider provider =
        WebMvcDualTransportProvider.builder().contextExtractor(WebMvcProvider::headers).build();
    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
    spring.register(WebMvc.class);
    spring.addBeanFactoryPostProcessor(
        beans -> beans.registerSingleton("mcp", provider.getRouterFunction()));
    return new ServletProvider(
        new DispatcherServlet(spring),
        EverythingFeatures.build(McpServer.async(new StreamableSessions(provider))));
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

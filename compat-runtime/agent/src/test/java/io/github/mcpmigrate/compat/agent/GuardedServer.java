package io.github.mcpmigrate.compat.agent;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.ExpandWar;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.server.reactive.ContextPathCompositeHandler;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.context.ContextLoaderListener;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.servlet.DispatcherServlet;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A legacy server whose application has rules about who may come in. */
final class GuardedServer implements AutoCloseable {

  private final McpSyncServer server;
  private final AutoCloseable container;
  private final String base;

  private GuardedServer(McpSyncServer server, int port, String context, AutoCloseable container) {
    this.server = server;
    this.container = container;
    base = "http://127.0.0.1:" + port + context;
  }

  String base() {
    return base;
  }

  /**
   * @param context path of the application; empty for none
   * @param rules configuration classes
   */
  static GuardedServer start(LegacyStack stack, String context, Class<?>... rules)
      throws Exception {
    McpServerTransportProvider provider = stack.provider();
    McpSyncServer server = server(provider);
    return stack == LegacyStack.WEBFLUX
        ? flux((WebFluxSseServerTransportProvider) provider, server, context, rules)
        : secured(provider, server, context, "", rules);
  }

  /**
   * With the servlet not before everything.
   *
   * @param folder what the servlet is mapped to
   */
  static GuardedServer startIn(String folder, LegacyStack stack, Class<?>... rules)
      throws Exception {
    McpServerTransportProvider provider = stack.provider();
    return secured(provider, server(provider), "", folder, rules);
  }

  /** Without Spring: a servlet that is initialised when it is asked, mapped below a folder. */
  static GuardedServer startLazily(String folder) throws Exception {
    McpServerTransportProvider provider = LegacyStack.SERVLET.provider();
    Container container = new Container("");
    container
        .servlet((HttpServlet) provider, folder + LegacyStack.SSE, folder + LegacyStack.MESSAGE)
        .setLoadOnStartup(-1);
    return container.start(server(provider));
  }

  /** Without Spring: a servlet, and a filter that is mapped to some paths. */
  static GuardedServer start(Filter filter, String... filtered) throws Exception {
    McpServerTransportProvider provider = LegacyStack.SERVLET.provider();
    Container container = new Container("");
    container.filter(filter, filtered);
    container.servlet((HttpServlet) provider, LegacyStack.SSE, LegacyStack.MESSAGE);
    return container.start(server(provider));
  }

  private static McpSyncServer server(McpServerTransportProvider provider) {
    return McpServer.sync(provider)
        .serverInfo("guarded", "1.0")
        .capabilities(McpSchema.ServerCapabilities.builder().logging().build())
        .build();
  }

  private static GuardedServer secured(
      McpServerTransportProvider provider,
      McpSyncServer server,
      String path,
      String folder,
      Class<?>... rules)
      throws Exception {
    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
    spring.register(LegacyStack.WebMvc.class);
    spring.register(rules);
    Container container = new Container(path);
    container.context.addServletContainerInitializer(
        (types, servlets) -> servlets.addListener(new ContextLoaderListener(spring)), null);
    if (List.of(rules).stream().anyMatch(GuardRules::isWebSecurity)) {
      container.filter(new DelegatingFilterProxy("springSecurityFilterChain", spring), "/*");
    }
    if (provider instanceof WebMvcSseServerTransportProvider mvc) {
      spring.addBeanFactoryPostProcessor(
          beans -> beans.registerSingleton("mcp", mvc.getRouterFunction()));
      container.servlet(new DispatcherServlet(spring), folder.isEmpty() ? "/" : folder + "/*");
    } else {
      container.servlet(
          (HttpServlet) provider,
          folder.isEmpty()
              ? new String[] {LegacyStack.SSE, LegacyStack.MESSAGE}
              : new String[] {folder + "/*"});
    }
    return container.start(server);
  }

  private static GuardedServer flux(
      WebFluxSseServerTransportProvider provider,
      McpSyncServer server,
      String path,
      Class<?>... rules) {
    AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    spring.register(LegacyStack.WebFlux.class);
    spring.register(rules);
    spring.registerBean(RouterFunction.class, provider::getRouterFunction);
    spring.refresh();
    HttpHandler handler = WebHttpHandlerBuilder.applicationContext(spring).build();
    if (!path.isEmpty()) {
      handler = new ContextPathCompositeHandler(Map.of(path, handler));
    }
    DisposableServer netty =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(new ReactorHttpHandlerAdapter(handler))
            .bindNow();
    return new GuardedServer(
        server,
        netty.port(),
        path,
        () -> {
          netty.disposeNow();
          spring.close();
        });
  }

  @Override
  public void close() throws Exception {
    server.close();
    container.close();
  }

  /** Tomcat with one application. */
  private static final class Container {

    private final Tomcat tomcat = new Tomcat();
    private final Path folder = Files.createTempDirectory("tomcat");
    private final String path;
    private final Context context;

    Container(String path) throws Exception {
      this.path = path;
      tomcat.setBaseDir(folder.toString());
      tomcat.getEngine().setName(folder.getFileName().toString());
      tomcat.setPort(0);
      tomcat.getConnector().setProperty("address", "127.0.0.1");
      context = tomcat.addContext(path, folder.toString());
    }

    void filter(Filter filter, String... patterns) {
      FilterDef definition = new FilterDef();
      definition.setFilterName("gate");
      definition.setFilter(filter);
      definition.setAsyncSupported("true");
      context.addFilterDef(definition);
      FilterMap map = new FilterMap();
      map.setFilterName("gate");
      for (String pattern : patterns) {
        map.addURLPattern(pattern);
      }
      context.addFilterMap(map);
    }

    Wrapper servlet(HttpServlet servlet, String... mappings) {
      Wrapper wrapper = Tomcat.addServlet(context, "mcp", servlet);
      wrapper.setAsyncSupported(true);
      wrapper.setLoadOnStartup(1);
      for (String mapping : mappings) {
        context.addServletMappingDecoded(mapping, "mcp");
      }
      return wrapper;
    }

    GuardedServer start(McpSyncServer server) throws Exception {
      tomcat.start();
      return new GuardedServer(
          server,
          tomcat.getConnector().getLocalPort(),
          path,
          () -> {
            tomcat.stop();
            tomcat.destroy();
            if (!ExpandWar.delete(folder.toFile())) {
              throw new IllegalStateException("Could not delete " + folder);
            }
          });
    }
  }
}

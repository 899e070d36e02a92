package io.github.mcpmigrate.compat.agent;

import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.ExpandWar;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The SDK's own HTTP+SSE providers, each on its web stack, as legacy servers set them up. */
enum LegacyStack {
  SERVLET {
    @Override
    McpServerTransportProvider provider() {
      return HttpServletSseServerTransportProvider.builder()
          .sseEndpoint(SSE)
          .messageEndpoint(MESSAGE)
          .build();
    }

    @Override
    Running start(McpServerTransportProvider provider) throws Exception {
      return tomcat((HttpServlet) provider, SSE, MESSAGE);
    }
  },
  WEBMVC {
    @Override
    McpServerTransportProvider provider() {
      return WebMvcSseServerTransportProvider.builder()
          .sseEndpoint(SSE)
          .messageEndpoint(MESSAGE)
          .build();
    }

    @Override
    Running start(McpServerTransportProvider provider) throws Exception {
      AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
      spring.register(WebMvc.class);
      spring.addBeanFactoryPostProcessor(
          beans ->
              beans.registerSingleton(
                  "mcp", ((WebMvcSseServerTransportProvider) provider).getRouterFunction()));
      return tomcat(new DispatcherServlet(spring), "/");
    }
  },
  WEBFLUX {
    @Override
    McpServerTransportProvider provider() {
      return WebFluxSseServerTransportProvider.builder()
          .sseEndpoint(SSE)
          .messageEndpoint(MESSAGE)
          .build();
    }

    @Override
    Running start(McpServerTransportProvider provider) {
      AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
      spring.register(WebFlux.class);
      spring.registerBean(
          RouterFunction.class, ((WebFluxSseServerTransportProvider) provider)::getRouterFunction);
      spring.refresh();
      DisposableServer server =
          HttpServer.create()
              .host("127.0.0.1")
              .port(0)
              .handle(
                  new ReactorHttpHandlerAdapter(
                      WebHttpHandlerBuilder.applicationContext(spring).build()))
              .bindNow();
      return new Running(
          server.port(),
          () -> {
            server.disposeNow();
            spring.close();
          });
    }
  };

  static final String SSE = "/sse";
  static final String MESSAGE = "/mcp/message";

  @EnableWebMvc
  @Configuration
  static class WebMvc {}

  @EnableWebFlux
  @Configuration
  static class WebFlux {}

  abstract McpServerTransportProvider provider();

  /** Starts the stack on a free port of the loopback address. */
  abstract Running start(McpServerTransportProvider provider) throws Exception;

  static Running tomcat(HttpServlet servlet, String... mappings) throws Exception {
    Path base = Files.createTempDirectory("tomcat");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    // Its name in JMX, where there must not be two of the same.
    tomcat.getEngine().setName(base.getFileName().toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", base.toString());
    Tomcat.addServlet(context, "mcp", servlet).setAsyncSupported(true);
    for (String mapping : mappings) {
      context.addServletMappingDecoded(mapping, "mcp");
    }
    tomcat.start();
    return new Running(
        tomcat.getConnector().getLocalPort(),
        () -> {
          tomcat.stop();
          tomcat.destroy();
          if (!ExpandWar.delete(base.toFile())) {
            throw new IllegalStateException("Could not delete " + base);
          }
        });
  }

  record Running(int port, AutoCloseable stop) implements AutoCloseable {

    String base() {
      return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() throws Exception {
      stop.close();
    }
  }
}

package io.github.mcpmigrate.compat.sdk;

import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.http.HttpServlet;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.startup.ExpandWar;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
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

/** The web stacks that the providers are tried in, each on a free port of the loopback address. */
enum Door {
  TOMCAT {
    @Override
    Running start(McpStreamableServerTransportProvider provider) throws Exception {
      return tomcat((HttpServlet) provider);
    }
  },
  JETTY {
    @Override
    Running start(McpStreamableServerTransportProvider provider) throws Exception {
      Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
      ServletContextHandler context = new ServletContextHandler("/");
      context.addServlet(new ServletHolder((HttpServlet) provider), "/*");
      server.setHandler(context);
      server.start();
      return new Running(
          ((ServerConnector) server.getConnectors()[0]).getLocalPort(), server::stop);
    }
  },
  UNDERTOW {
    @Override
    Running start(McpStreamableServerTransportProvider provider) throws Exception {
      HttpServlet servlet = (HttpServlet) provider;
      DeploymentInfo deployment =
          Servlets.deployment()
              .setClassLoader(Door.class.getClassLoader())
              .setContextPath("/")
              .setDeploymentName("mcp.war")
              .addServlet(
                  Servlets.servlet(
                          "mcp", servlet.getClass(), new ImmediateInstanceFactory<>(servlet))
                      .addMapping("/*")
                      .setAsyncSupported(true));
      DeploymentManager manager = Servlets.newContainer().addDeployment(deployment);
      manager.deploy();
      Undertow undertow =
          Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(manager.start()).build();
      undertow.start();
      InetSocketAddress address =
          (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
      return new Running(
          address.getPort(),
          () -> {
            undertow.stop();
            manager.undeploy();
          });
    }
  },
  WEBMVC {
    @Override
    McpStreamableServerTransportProvider provider(Consumer<DualTransportBuilder<?, ?>> options) {
      WebMvcDualTransportProvider.Builder builder = WebMvcDualTransportProvider.builder();
      options.accept(builder);
      return builder.build();
    }

    @Override
    Running start(McpStreamableServerTransportProvider provider) throws Exception {
      AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
      spring.register(WebMvc.class);
      spring.addBeanFactoryPostProcessor(
          beans ->
              beans.registerSingleton(
                  "mcp", ((WebMvcDualTransportProvider) provider).getRouterFunction()));
      return tomcat(new DispatcherServlet(spring));
    }
  },
  WEBFLUX {
    @Override
    McpStreamableServerTransportProvider provider(Consumer<DualTransportBuilder<?, ?>> options) {
      WebFluxDualTransportProvider.Builder builder = WebFluxDualTransportProvider.builder();
      options.accept(builder);
      return builder.build();
    }

    @Override
    Running start(McpStreamableServerTransportProvider provider) {
      AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
      spring.register(WebFlux.class);
      spring.registerBean(
          RouterFunction.class, ((WebFluxDualTransportProvider) provider)::getRouterFunction);
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

  @EnableWebMvc
  @Configuration
  static class WebMvc {}

  @EnableWebFlux
  @Configuration
  static class WebFlux {}

  abstract Running start(McpStreamableServerTransportProvider provider) throws Exception;

  /** The provider of this web stack: the servlet, where nothing else is said. */
  McpStreamableServerTransportProvider provider(Consumer<DualTransportBuilder<?, ?>> options) {
    HttpServletDualTransportProvider.Builder builder = HttpServletDualTransportProvider.builder();
    options.accept(builder);
    return builder.build();
  }

  /** Whether the endpoints are found below any path, as in a servlet mapped to {@code /*}. */
  boolean servesBelowAnyPath() {
    return this != WEBMVC && this != WEBFLUX;
  }

  private static Running tomcat(HttpServlet servlet) throws Exception {
    Path base = Files.createTempDirectory("tomcat");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", base.toString());
    Tomcat.addServlet(context, "mcp", servlet).setAsyncSupported(true);
    context.addServletMappingDecoded("/*", "mcp");
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
    @Override
    public void close() {
      try {
        stop.close();
      } catch (Exception e) {
        throw new IllegalStateException("The server did not stop", e);
      }
    }
  }
}

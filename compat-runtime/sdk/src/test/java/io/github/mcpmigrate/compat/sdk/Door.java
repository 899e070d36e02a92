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
    Running serve(HttpServlet servlet) throws Exception {
      return tomcat(servlet);
    }
  },
  JETTY {
    @Override
    Running serve(HttpServlet servlet) throws Exception {
      Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
      ServletContextHandler context = new ServletContextHandler("/");
      context.addServlet(new ServletHolder(servlet), "/*");
      server.setHandler(context);
      server.start();
      return new Running(
          ((ServerConnector) server.getConnectors()[0]).getLocalPort(), server::stop);
    }
  },
  UNDERTOW {
    @Override
    Running serve(HttpServlet servlet) throws Exception {
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
    HttpServlet servlet(McpStreamableServerTransportProvider provider) {
      AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
      spring.register(WebMvc.class);
      spring.addBeanFactoryPostProcessor(
          beans ->
              beans.registerSingleton(
                  "mcp", ((WebMvcDualTransportProvider) provider).getRouterFunction()));
      return new DispatcherServlet(spring);
    }

    @Override
    Running serve(HttpServlet servlet) throws Exception {
      return tomcat(servlet);
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

    @Override
    Running serve(HttpServlet servlet) {
      throw new UnsupportedOperationException("WebFlux has no servlets");
    }
  };

  @EnableWebMvc
  @Configuration
  static class WebMvc {}

  @EnableWebFlux
  @Configuration
  static class WebFlux {}

  Running start(McpStreamableServerTransportProvider provider) throws Exception {
    return serve(servlet(provider));
  }

  /** The servlet that the provider is behind, or is itself. */
  HttpServlet servlet(McpStreamableServerTransportProvider provider) {
    return (HttpServlet) provider;
  }

  abstract Running serve(HttpServlet servlet) throws Exception;

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
    // Its name in JMX, where there must not be two of the same.
    tomcat.getEngine().setName(base.getFileName().toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    // How long a write may block, which nothing but this ends; by default a minute.
    tomcat.getConnector().setProperty("connectionTimeout", "5000");
    tomcat.getConnector().setProperty("keepAliveTimeout", "60000");
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

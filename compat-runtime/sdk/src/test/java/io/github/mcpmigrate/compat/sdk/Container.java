package io.github.mcpmigrate.compat.sdk;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.http.HttpServlet;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The servlet containers that a servlet is tried in, each on a free port of the loopback address.
 */
enum Container {
  TOMCAT {
    @Override
    Running start(HttpServlet servlet) throws Exception {
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
            try {
              tomcat.stop();
              tomcat.destroy();
            } catch (LifecycleException e) {
              throw new IllegalStateException(e);
            }
          });
    }
  },
  JETTY {
    @Override
    Running start(HttpServlet servlet) throws Exception {
      Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
      ServletContextHandler context = new ServletContextHandler("/");
      context.addServlet(new ServletHolder(servlet), "/*");
      server.setHandler(context);
      server.start();
      int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
      return new Running(
          port,
          () -> {
            try {
              server.stop();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
    }
  },
  UNDERTOW {
    @Override
    Running start(HttpServlet servlet) throws Exception {
      DeploymentInfo deployment =
          Servlets.deployment()
              .setClassLoader(Container.class.getClassLoader())
              .setContextPath("/")
              .setDeploymentName("mcp.war")
              .addServlet(
                  Servlets.servlet(
                          "mcp", servlet.getClass(), new ImmediateInstanceFactory<>(servlet))
                      .addMapping("/*")
                      .setAsyncSupported(true));
      DeploymentManager manager = Servlets.newContainer().addDeployment(deployment);
      manager.deploy();
      HttpHandler handler = manager.start();
      Undertow undertow =
          Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(handler).build();
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
  };

  abstract Running start(HttpServlet servlet) throws Exception;

  record Running(int port, Runnable stop) implements AutoCloseable {
    String url(String path) {
      return "http://127.0.0.1:" + port + path;
    }

    @Override
    public void close() {
      stop.run();
    }
  }
}

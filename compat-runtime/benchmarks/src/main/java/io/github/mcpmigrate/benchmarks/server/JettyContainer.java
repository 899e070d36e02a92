package io.github.mcpmigrate.benchmarks.server;

import jakarta.servlet.http.HttpServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A servlet in Jetty. */
final class JettyContainer {

  private static final long NEVER = 0;

  private JettyContainer() {}

  /** Returns the port. */
  static int start(HttpServlet servlet) throws Exception {
    Server server = new Server(new QueuedThreadPool(ServerMain.THREADS));
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(1000);
    connector.setIdleTimeout(NEVER);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    context.addServlet(holder, "/*");
    server.setHandler(context);
    server.start();
    return connector.getLocalPort();
  }
}

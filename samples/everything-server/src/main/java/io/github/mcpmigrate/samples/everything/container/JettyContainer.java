package io.github.mcpmigrate.samples.everything.container;

import jakarta.servlet.http.HttpServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty 12, Jakarta EE 10. */
public final class JettyContainer implements Container {

  private final Server server;
  private final ServerConnector connector;

  private JettyContainer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * @param port 0 for a free port
   * @param threads size of the thread pool, 0 for Jetty's default (200)
   */
  public static JettyContainer start(HttpServlet servlet, int port, int threads) throws Exception {
    QueuedThreadPool pool =
        threads > 0 ? new QueuedThreadPool(threads, threads) : new QueuedThreadPool();
    Server server = new Server(pool);
    // One acceptor and one selector, so that a small pool still has threads for requests.
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost(HOST);
    connector.setPort(port);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder holder = new ServletHolder("mcp", servlet);
    holder.setAsyncSupported(true);
    context.addServlet(holder, "/*");
    server.setHandler(context);
    server.setStopTimeout(0);
    server.start();
    return new JettyContainer(server, connector);
  }

  @Override
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }
}

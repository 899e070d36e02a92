package legacy;

import jakarta.servlet.http.HttpServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

final class Container {

  private Container() {}

  /** Returns the port; the servlet is initialised with its first request unless it is eager. */
  static int start(
      String folder, HttpServlet servlet, boolean eager, String contextPath, String... mappings)
      throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath(contextPath.isEmpty() ? "/" : contextPath);
    ServletHolder holder = new ServletHolder("mcp", servlet);
    holder.setAsyncSupported(true);
    if (eager) {
      holder.setInitOrder(1);
    }
    for (String mapping : mappings) {
      context.addServlet(holder, mapping);
    }
    server.setHandler(context);
    server.start();
    return connector.getLocalPort();
  }
}

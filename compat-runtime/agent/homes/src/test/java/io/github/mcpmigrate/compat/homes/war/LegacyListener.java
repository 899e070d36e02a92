package io.github.mcpmigrate.compat.homes.war;

import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import reactor.core.scheduler.Schedulers;

/** A war on the SDK's servlet, as it was written for HTTP+SSE. */
public final class LegacyListener implements ServletContextListener {

  private McpSyncServer server;
  private boolean closes;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    closes = Boolean.parseBoolean(context.getInitParameter("closes"));
    HttpServletSseServerTransportProvider provider =
        HttpServletSseServerTransportProvider.builder()
            .baseUrl(context.getContextPath())
            .sseEndpoint("/sse")
            .messageEndpoint("/mcp/message")
            .build();
    server = EchoServer.on(provider);
    ServletRegistration.Dynamic servlet = context.addServlet("mcp", provider);
    servlet.addMapping("/sse", "/mcp/message");
    servlet.setAsyncSupported(true);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (closes) {
      server.closeGracefully();
    }
    if (Schedulers.class.getClassLoader() == LegacyListener.class.getClassLoader()) {
      // Reactor's own threads would keep the war in memory, with the agent or without.
      Schedulers.shutdownNow();
    }
  }
}

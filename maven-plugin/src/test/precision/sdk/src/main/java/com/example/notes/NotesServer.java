package com.example.notes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** Serves notes by HttpServletSseServerTransportProvider. ⟦not⟧*/
public final class NotesServer {

  private static final String SSE = "/sse";
  private static final String MESSAGES = "/mcp/message";

  // private HttpServletSseServerTransportProvider old = new HttpServletSseServerTransportProvider(m, "/m"); ⟦not⟧

  public static void main(String[] args) {
    HttpServletSseServerTransportProvider transport =
        new HttpServletSseServerTransportProvider(new ObjectMapper(), MESSAGES, SSE); ⟦use⟧
    System.out.println("HttpServletSseServerTransportProvider is up at /sse"); ⟦not⟧
    McpServer.sync(transport).serverInfo("notes", "1").build();
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(transport), "/*");
  }
}

package com.example.notes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import jakarta.servlet.annotation.WebServlet;

@WebServlet(urlPatterns = "/*", asyncSupported = true)
public class TasksServlet extends HttpServletSseServerTransportProvider { ⟦use⟧
  public TasksServlet() {
    super(new ObjectMapper(), "/mcp/message", "/sse");
  }

  @Override
  public void init() {
    McpServer.sync(this).serverInfo("tasks", "1").build();
  }
}

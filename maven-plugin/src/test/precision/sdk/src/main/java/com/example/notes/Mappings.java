package com.example.notes;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

class Mappings {
  void map(ServletContextHandler context, ServletHolder holder) {
    context.addServlet(holder, "/sse/*"); ⟦use⟧
    context.addServlet(holder, "/mcp/message"); ⟦use⟧
    context.addServlet(holder, "/prices/sse"); ⟦not⟧
    context.addServlet(holder, "/health"); ⟦not⟧
  }
}

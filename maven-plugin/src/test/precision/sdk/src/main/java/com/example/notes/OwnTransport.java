package com.example.notes;

import io.modelcontextprotocol.spec.McpServerTransportProvider;

/** Writes text/event-stream by itself. */
class OwnTransport implements McpServerTransportProvider { ⟦use⟧
  void open(java.io.PrintWriter out, String session) {
    out.write("event: endpoint\ndata: /mcp/message?sessionId=" + session + "\n\n");
  }
}

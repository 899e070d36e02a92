package com.example.stock;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;

class HandMadeServer {
  void open(HttpExchange exchange, String session) throws Exception {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.getResponseBody().write(
        ("event: endpoint\ndata: /messages?sessionId=" + session + "\n\n") ⟦use⟧
            .getBytes(StandardCharsets.UTF_8));
  }
}

package com.example.stock;

import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

class JaxRsServer {
  void open(Sse sse, SseEventSink sink, String sessionId) {
    sink.send(sse.newEventBuilder().name("endpoint").data("/jax/messages?sessionId=" + sessionId).build()); ⟦use⟧
  }

  void price(Sse sse, SseEventSink sink) {
    sink.send(sse.newEventBuilder().name("price").data("1").build()); ⟦not⟧
  }
}

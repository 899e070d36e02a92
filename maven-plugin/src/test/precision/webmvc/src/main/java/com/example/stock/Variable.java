package com.example.stock;

import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;

class Variable {
  Object make() {
    var builder = WebFluxSseServerTransportProvider.builder(); ⟦use⟧
    builder.messageEndpoint("/flux/messages");
    return builder.build();
  }
}

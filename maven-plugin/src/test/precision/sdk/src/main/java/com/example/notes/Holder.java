package com.example.notes;

import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

class Holder {
  private final HttpServletSseServerTransportProvider transport; ⟦use⟧

  Holder(HttpServletSseServerTransportProvider transport) {
    this.transport = transport;
  }
}

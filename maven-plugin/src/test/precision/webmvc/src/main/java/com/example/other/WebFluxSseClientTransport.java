package com.example.other;

class WebFluxSseClientTransport { ⟦not⟧
  static WebFluxSseClientTransport builder() {
    return new WebFluxSseClientTransport(); ⟦not⟧
  }

  Object use() {
    return WebFluxSseClientTransport.builder(); ⟦not⟧
  }
}

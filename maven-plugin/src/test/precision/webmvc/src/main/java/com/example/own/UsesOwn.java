package com.example.own;

class UsesOwn {
  Object make() {
    return new HttpMcpTransport.Builder().sseUrl("http://localhost/x").build(); ⟦not⟧
  }

  Object other(com.example.other.HttpServletSseServerTransportProvider given) { ⟦not⟧
    return new com.example.other.HttpServletSseServerTransportProvider(); ⟦not⟧
  }
}

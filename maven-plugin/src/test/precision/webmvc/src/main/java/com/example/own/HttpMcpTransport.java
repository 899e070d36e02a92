package com.example.own;

public class HttpMcpTransport { ⟦not⟧
  public static class Builder {
    public Builder sseUrl(String url) {
      return this;
    }

    public HttpMcpTransport build() {
      return new HttpMcpTransport(); ⟦not⟧
    }
  }
}

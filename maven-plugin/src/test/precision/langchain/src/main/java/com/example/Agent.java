package com.example;

import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;

class Agent {
  Object one(String base) {
    return new HttpMcpTransport.Builder().sseUrl(base + "/sse").build(); ⟦use⟧
  }

  Object two(String url) {
    return HttpMcpTransport.builder().sseUrl(url).build(); ⟦use⟧
  }

  Object three(String url) {
    return StreamableHttpMcpTransport.builder().url(url).build(); ⟦not⟧
  }
}

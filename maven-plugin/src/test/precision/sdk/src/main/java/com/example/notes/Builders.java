package com.example.notes;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.WebFluxSseClientTransport;
import java.util.function.Function;
import org.springframework.web.reactive.function.client.WebClient;

class Builders {
  Object one(String base) {
    return McpClient.sync(HttpClientSseClientTransport.builder(base).sseEndpoint("/sse").build()).build(); ⟦use⟧
  }

  Object two(String base) {
    return new HttpClientSseClientTransport(base); ⟦use⟧
  }

  Object three(WebClient.Builder web) {
    return new WebFluxSseClientTransport(web); ⟦use⟧
  }

  Object four(WebClient.Builder web) {
    return WebFluxSseClientTransport.builder(web).sseEndpoint("/sse").build(); ⟦use⟧
  }

  Object five(String base) {
    return new io.modelcontextprotocol.client.transport.HttpClientSseClientTransport(base); ⟦use⟧
  }

  Function<String, Object> six() {
    return HttpClientSseClientTransport::new; ⟦use⟧
  }

  Object seven(String base) {
    return HttpClientSseClientTransport.builder(base) ⟦use⟧
        .sseEndpoint("/sse")
        .build();
  }

  // return new HttpClientSseClientTransport(base); ⟦not⟧
  /* WebFluxSseClientTransport.builder(web).build() ⟦not⟧ */
  String name() {
    return "HttpClientSseClientTransport"; ⟦not⟧
  }

  String message() {
    return "uses new HttpClientSseClientTransport(url) at /sse"; ⟦not⟧
  }
}

package com.example.notes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;
import java.util.List;
import java.util.function.Supplier;

class More {
  private final Object chained =
      WebFluxSseServerTransportProvider.builder().messageEndpoint("/more/messages").build(); ⟦use⟧

  private final Object servlet =
      HttpServletSseServerTransportProvider.builder() ⟦use⟧
          .objectMapper(new ObjectMapper())
          .messageEndpoint("/more/messages")
          .build();

  private final Supplier<Object> reference = HttpServletSseServerTransportProvider::builder; ⟦use⟧

  private final Object anonymous =
      new HttpServletSseServerTransportProvider(new ObjectMapper(), "/more/messages") {}; ⟦use⟧

  private final Object spring =
      org.springframework.ai.mcp.server.webmvc.transport.WebMvcSseServerTransportProvider.builder() ⟦use⟧
          .build();

  void factory(HttpServletSseServerTransportProvider given) {
    given.setSessionFactory(null); ⟦use⟧
  }

  private final List<Object> many = List.of(
      new HttpClientSseClientTransport("http://a"), ⟦use⟧
      HttpClientSseClientTransport.builder("http://b").build()); ⟦use⟧
}

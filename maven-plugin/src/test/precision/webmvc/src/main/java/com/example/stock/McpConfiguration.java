package com.example.stock;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

class McpConfiguration {
  @Bean
  WebMvcSseServerTransportProvider transport(ObjectMapper mapper) {
    return new WebMvcSseServerTransportProvider(mapper, "/stock/messages", "/stock/sse"); ⟦use⟧
  }

  @Bean
  Object router(WebMvcSseServerTransportProvider transport) {
    return transport.getRouterFunction();
  }

  @Bean
  ServletRegistrationBean<?> registration(jakarta.servlet.http.HttpServlet servlet) {
    return new ServletRegistrationBean<>(servlet, "/stock/messages", "/stock/sse"); ⟦use⟧
  }

  @Bean
  ServletRegistrationBean<?> other(jakarta.servlet.http.HttpServlet servlet) {
    return new ServletRegistrationBean<>(servlet, "/files"); ⟦not⟧
  }
}

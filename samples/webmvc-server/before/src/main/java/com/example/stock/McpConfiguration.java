package com.example.stock;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration
class McpConfiguration {

    @Bean
    WebMvcSseServerTransportProvider mcpTransport(ObjectMapper objectMapper) {
        return new WebMvcSseServerTransportProvider(objectMapper, "/mcp/message");
    }

    @Bean
    RouterFunction<ServerResponse> mcpRoutes(WebMvcSseServerTransportProvider mcpTransport) {
        return mcpTransport.getRouterFunction();
    }

    @Bean(destroyMethod = "closeGracefully")
    McpSyncServer mcpServer(WebMvcSseServerTransportProvider mcpTransport, StockTools tools) {
        return McpServer.sync(mcpTransport)
                .serverInfo("stock-server", "1.0.0")
                .capabilities(ServerCapabilities.builder().tools(true).build())
                .tools(tools.count(), tools.move())
                .build();
    }
}

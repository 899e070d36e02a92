package com.example.stock;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mcpmigrate.compat.sdk.WebMvcDualTransportProvider;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration
class McpConfiguration {

    @Bean
    WebMvcDualTransportProvider mcpTransport(ObjectMapper objectMapper) {
        return WebMvcDualTransportProvider.builder()
                .jsonMapper(new JacksonMcpJsonMapper(objectMapper))
                .messageEndpoint("/mcp/message")
                .mcpEndpoint("/mcp")
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> mcpRoutes(WebMvcDualTransportProvider mcpTransport) {
        return mcpTransport.getRouterFunction();
    }

    @Bean(destroyMethod = "closeGracefully")
    McpSyncServer mcpServer(WebMvcDualTransportProvider mcpTransport, StockTools tools) {
        return McpServer.sync(mcpTransport)
                .serverInfo("stock-server", "1.0.0")
                .capabilities(ServerCapabilities.builder().tools(true).build())
                .tools(tools.count(), tools.move())
                .build();
    }
}

package com.example.clock;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import io.github.mcpmigrate.compat.sdk.WebFluxDualTransportProvider;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.web.reactive.function.server.RouterFunction;
import reactor.core.publisher.Mono;

/** Tells MCP clients the time anywhere: java -jar clock-server.jar --server.port=8080. */
@SpringBootApplication
public class ClockApplication {

    static final String EVENTS = "/clock/events";
    static final String MESSAGES = "/clock/messages";

    public static void main(String[] args) {
        SpringApplication.run(ClockApplication.class, args);
    }

    @Bean
    WebFluxDualTransportProvider transport(@Value("${clock.base-path:}") String basePath) {
        return WebFluxDualTransportProvider.builder()
                .baseUrl(basePath)
                .sseEndpoint(EVENTS)
                .messageEndpoint(MESSAGES)
                .mcpEndpoint("/mcp")
                .build();
    }

    @Bean
    RouterFunction<?> routes(WebFluxDualTransportProvider transport) {
        return transport.getRouterFunction();
    }

    @Bean(destroyMethod = "close")
    McpAsyncServer server(McpStreamableServerTransportProvider transport) {
        return McpServer.async(transport)
                .serverInfo("clock-server", "1.0.0")
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .tools(time())
                .build();
    }

    private static AsyncToolSpecification time() {
        Tool tool = Tool.builder()
                .name("time")
                .description("The time in a zone")
                .inputSchema(McpJsonDefaults.getMapper(), """
                        {
                          "type": "object",
                          "properties": {"zone": {"type": "string", "description": "For example Europe/Rome"}},
                          "required": ["zone"]
                        }
                        """)
                .build();
        return new AsyncToolSpecification(tool, (exchange, arguments) -> Mono.fromSupplier(() -> {
            ZonedDateTime now = ZonedDateTime.now(ZoneId.of((String) arguments.get("zone")));
            String text = now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            return new CallToolResult(List.of(new TextContent(text)), false);
        }));
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        System.out.println("listening on http://127.0.0.1:" + event.getWebServer().getPort());
    }
}

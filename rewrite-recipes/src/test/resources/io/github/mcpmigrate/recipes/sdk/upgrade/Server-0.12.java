import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A server of September 2025: Streamable HTTP and builders, but Jackson in the signatures. */
public class Server {

    private final ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();

    public McpSyncServer streamable() {
        return McpServer.sync(HttpServletStreamableServerTransportProvider.builder()
                        .objectMapper(mapper)
                        .mcpEndpoint("/mcp")
                        .keepAliveInterval(Duration.ofSeconds(30))
                        .build())
                .objectMapper(mapper)
                .toolCall(
                        McpSchema.Tool.builder().name("sum").description("Sums").inputSchema("{\"type\": \"object\"}").build(),
                        (exchange, request) -> {
                            exchange.progressNotification(new McpSchema.ProgressNotification("token", 0.5, 1.0, "half"));
                            return McpSchema.CallToolResult.builder().structuredContent("{\"sum\": 3}").build();
                        })
                .tools(SyncToolSpecification.builder()
                        .tool(new McpSchema.Tool("echo", "Echo", "Echoes", "{}", null, null))
                        .callHandler((exchange, request) -> new McpSchema.CallToolResult(request.arguments().toString(), false))
                        .build())
                .build();
    }

    public McpSyncServer legacy() {
        return McpServer.sync(new HttpServletSseServerTransportProvider(mapper, "", "/message", "/sse", Duration.ofSeconds(30))).build();
    }

    public McpSyncServer stdio() {
        return McpServer.sync(new StdioServerTransportProvider(mapper)).build();
    }

    public Object call(String url) throws Exception {
        try (McpSyncClient client = McpClient.sync(HttpClientStreamableHttpTransport.builder(url).objectMapper(mapper).build()).build()) {
            McpSchema.CallToolResult result = client.callTool(new McpSchema.CallToolRequest("sum", Map.of()));
            Map<String, Object> sum = result.structuredContent();
            System.out.println(McpSchema.deserializeJsonRpcMessage(mapper, "{}"));
            return result.structuredContent().getOrDefault("sum", sum);
        }
    }

    public List<McpSchema.Resource> resources() {
        return List.of(
                new McpSchema.Resource("notes://all", "all", "All", "All notes", "text/plain", 5L, null),
                McpSchema.Resource.builder().uri("notes://one").name("one").build());
    }
}

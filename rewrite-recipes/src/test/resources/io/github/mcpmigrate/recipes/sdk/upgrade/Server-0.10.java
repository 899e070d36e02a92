import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;

/** A server of summer 2025, as many tutorials show it. */
public class Server {

    public McpSyncServer start() {
        var transport = HttpServletSseServerTransportProvider.builder()
                .objectMapper(new ObjectMapper())
                .baseUrl("https://notes.example.com")
                .messageEndpoint("/mcp/message")
                .sseEndpoint("/sse")
                .build();
        SyncSpecification specification = McpServer.sync(transport);
        McpSyncServer server = specification
                .serverInfo("notes", "1.0.0")
                .instructions("Keeps notes")
                .completions(new McpServerFeatures.SyncCompletionSpecification(
                        new McpSchema.PromptReference("ref/prompt", "review"),
                        (exchange, request) -> new McpSchema.CompleteResult(
                                new McpSchema.CompleteResult.CompleteCompletion(List.of("kind", "strict"), 2, false))))
                .build();
        server.addTool(calculator());
        server.addResource(new McpServerFeatures.SyncResourceSpecification(
                new McpSchema.Resource("notes://all", "All", "All notes", "text/plain", null),
                (exchange, request) -> {
                    exchange.loggingNotification(McpSchema.LoggingMessageNotification.builder()
                            .level(LoggingLevel.INFO)
                            .logger("notes")
                            .data("read")
                            .build());
                    return new McpSchema.ReadResourceResult(List.of());
                }));
        return server;
    }

    public WebFluxSseServerTransportProvider webFlux(ObjectMapper mapper) {
        return new WebFluxSseServerTransportProvider(mapper, "/base", "/mcp/message", "/sse");
    }

    private static SyncToolSpecification calculator() {
        var tool = new Tool("calculator", "Calculates", new McpSchema.JsonSchema("object", Map.of(), List.of("a"), false, null, null));
        return new SyncToolSpecification(tool, (exchange, arguments) -> {
            if (!(arguments.get("a") instanceof Number a)) {
                return new CallToolResult("a is not a number", true);
            }
            if (a.intValue() < 0) {
                throw new McpError(new IllegalArgumentException("a is negative"));
            }
            return new CallToolResult(List.of(new McpSchema.TextContent("" + a)), false);
        });
    }

    public Map<String, Object> call(String url) {
        try (McpSyncClient client = McpClient.sync(
                        HttpClientSseClientTransport.builder(url).sseEndpoint("/sse").objectMapper(new ObjectMapper()).build())
                .build()) {
            client.initialize();
            CallToolResult result = client.callTool(new McpSchema.CallToolRequest("calculator", "{\"a\": 1}"));
            return Map.of("error", result.isError());
        }
    }
}

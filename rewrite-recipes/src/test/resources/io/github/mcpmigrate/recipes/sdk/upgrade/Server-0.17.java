import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/** A server of the line 0.17. */
public class Server {

    public void start() {
        McpServer.sync(HttpServletStreamableServerTransportProvider.builder()
                        .jsonMapper(McpJsonMapper.getDefault())
                        .build())
                .tool(tool(), (exchange, args) -> {
                    if (!args.containsKey("a")) {
                        throw new McpError("a is missing");
                    }
                    return new McpSchema.CallToolResult(List.of(new McpSchema.TextContent("a: " + args.get("a"))), false, Map.of("a", args.get("a")));
                })
                .resources(new McpServerFeatures.SyncResourceSpecification(
                        new McpSchema.Resource("notes://all", "all", "All notes", "text/plain", 7L, new McpSchema.Annotations(List.of(), 1.0)),
                        (exchange, request) -> new McpSchema.ReadResourceResult(List.of())))
                .build();
        System.out.println(McpSchema.LATEST_PROTOCOL_VERSION + tool().inputSchema().properties());
    }

    private McpSchema.Tool tool() {
        return new McpSchema.Tool("a", "A", "Takes a", new McpSchema.JsonSchema("object", Map.of("a", Map.of()), null, null, null, null), null, null, null);
    }

    public Object client() {
        return HttpClientStreamableHttpTransport.builder("http://localhost:8080")
                .customizeRequest(request -> request.header("X-Tenant", "a"))
                .build();
    }
}

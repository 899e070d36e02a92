import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/** A server of the line 1.1. */
public class Server {

    public void start() {
        McpServer.sync(HttpServletStreamableServerTransportProvider.builder()
                        .jsonMapper(new JacksonMcpJsonMapper(new ObjectMapper()))
                        .build())
                .toolCall(tool(), (exchange, request) -> {
                    if (!request.arguments().containsKey("a")) {
                        throw McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS).message("a is missing").build();
                    }
                    return McpSchema.CallToolResult.builder().addTextContent("a").structuredContent(request.arguments()).build();
                })
                .resources(new McpServerFeatures.SyncResourceSpecification(
                        McpSchema.Resource.builder().uri("notes://all").name("all").build(),
                        (exchange, request) -> new McpSchema.ReadResourceResult(List.of())))
                .build();
        System.out.println("schema: " + tool().inputSchema().properties());
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

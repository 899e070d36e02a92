import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.WebClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.server.transport.WebMvcStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** A server of October 2025: the SDK's own mapper. */
public class Server {

    private final McpJsonMapper mapper = new JacksonMcpJsonMapper(new ObjectMapper());

    public WebMvcStreamableServerTransportProvider webMvc() {
        WebMvcStreamableServerTransportProvider provider =
                WebMvcStreamableServerTransportProvider.builder().jsonMapper(mapper).mcpEndpoint("/mcp").build();
        McpServer.sync(provider).tools(echo()).build();
        return provider;
    }

    public void stdio() {
        McpServer.async(new StdioServerTransportProvider(McpJsonMapper.getDefault()))
                .tools(new AsyncToolSpecification(tool(), (exchange, args) -> Mono.just(new McpSchema.CallToolResult("" + args, false))))
                .build();
    }

    private SyncToolSpecification echo() {
        return new SyncToolSpecification(tool(), null, (exchange, request) -> {
            String token = request.progressToken();
            if (token != null) {
                exchange.progressNotification(new McpSchema.ProgressNotification(request.progressToken(), 1.0, 1.0, token.trim()));
            }
            return new McpSchema.CallToolResult(request.arguments().toString(), false);
        });
    }

    private McpSchema.Tool tool() {
        return McpSchema.Tool.builder().name("echo").inputSchema(mapper, "{\"type\": \"object\"}").build();
    }

    public McpSyncClient client() {
        return McpClient.sync(WebClientStreamableHttpTransport.builder(WebClient.builder()).jsonMapper(McpJsonMapper.createDefault()).build())
                .elicitation(request -> new McpSchema.ElicitResult(McpSchema.ElicitResult.Action.ACCEPT, Map.of()))
                .build();
    }
}

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.WebFluxSseClientTransport;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/** A server of spring 2025: providers by constructors, handlers with an exchange, all stacks. */
public class Server {

    private final ObjectMapper mapper;
    private final List<String> notes = new ArrayList<>();
    private final BiFunction<McpSyncServerExchange, Map<String, Object>, McpSchema.CallToolResult> lister =
            (exchange, arguments) -> new McpSchema.CallToolResult(List.of(new McpSchema.TextContent(notes.toString())), false);

    public Server(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public HttpServletSseServerTransportProvider servlet() {
        return new HttpServletSseServerTransportProvider(mapper, "/mcp/message", "/sse");
    }

    public RouterFunction<ServerResponse> webMvc() {
        WebMvcSseServerTransportProvider provider = new WebMvcSseServerTransportProvider(mapper, "/mcp/message");
        start(provider);
        return provider.getRouterFunction();
    }

    public WebFluxSseServerTransportProvider webFlux() {
        return new WebFluxSseServerTransportProvider(new ObjectMapper(), "/mcp/message", "/events");
    }

    private void start(McpServerTransportProvider provider) {
        McpServer.SyncSpecification specification = McpServer.sync(provider).objectMapper(mapper);
        specification.serverInfo("notes", "1.0.0")
                .tool(new McpSchema.Tool("list", "Lists notes", new McpSchema.JsonSchema("object", Map.of(), List.of(), false)), lister)
                .tools(tools())
                .rootsChangeHandler((exchange, roots) -> exchange.listRoots())
                .build();
    }

    private List<McpServerFeatures.SyncToolSpecification> tools() {
        return List.of(
                new McpServerFeatures.SyncToolSpecification(
                        new McpSchema.Tool("add", "Keeps a note", "{}"),
                        (exchange, args) -> {
                            notes.add((String) args.get("text"));
                            notes.add(String.valueOf(args));
                            return new McpSchema.CallToolResult(
                                    List.of(new McpSchema.TextContent(List.of(McpSchema.Role.USER), 0.5, "kept"),
                                            new McpSchema.ImageContent(null, null, "data", "image/png")),
                                    false);
                        }));
    }

    public McpAsyncServer asynchronous(McpServerTransportProvider provider) {
        return McpServer.async(provider)
                .objectMapper(new ObjectMapper())
                .tool(new McpSchema.Tool("echo", "Echoes", "{}"), (exchange, arguments) ->
                        Mono.just(new McpSchema.CallToolResult(List.of(new McpSchema.TextContent(arguments.toString())), false)))
                .build();
    }

    public McpSyncClient client() {
        return McpClient.sync(new HttpClientSseClientTransport(HttpClient.newBuilder(), "http://localhost:8080", mapper))
                .capabilities(new McpSchema.ClientCapabilities(null, new McpSchema.ClientCapabilities.RootCapabilities(true), null))
                .build();
    }

    public McpSyncClient webClient() {
        return McpClient.sync(new WebFluxSseClientTransport(WebClient.builder().baseUrl("http://localhost:8080"), mapper)).build();
    }
}

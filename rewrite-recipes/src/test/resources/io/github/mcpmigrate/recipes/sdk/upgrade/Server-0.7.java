import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptRegistration;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceRegistration;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolRegistration;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransport;
import io.modelcontextprotocol.server.transport.StdioServerTransport;
import io.modelcontextprotocol.spec.ClientMcpTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.ServerMcpTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server of early 2025: one client at a time, registrations, constructors. */
public class Server {

    private static final String SCHEMA = """
            {"type": "object", "properties": {"text": {"type": "string"}}}
            """;

    private final List<String> notes = new ArrayList<>();
    private final ObjectMapper mapper = new ObjectMapper();

    public McpSyncServer overHttp() {
        HttpServletSseServerTransport transport = new HttpServletSseServerTransport(mapper, "/mcp/message", "/sse");
        return start(transport);
    }

    public McpSyncServer overStdio() {
        return start(new StdioServerTransport());
    }

    private McpSyncServer start(ServerMcpTransport transport) {
        McpServer.SyncSpec spec = McpServer.sync(transport);
        spec.serverInfo("notes", "1.0.0")
                .capabilities(McpSchema.ServerCapabilities.builder().tools(true).resources(false, true).prompts(true).logging().build())
                .tool(new Tool("add_note", "Keeps a note", SCHEMA), this::addNote)
                .tools(new SyncToolRegistration(new Tool("count", "Counts notes", SCHEMA), arguments -> {
                    String prefix = (String) arguments.get("prefix");
                    long count = notes.stream().filter(note -> prefix == null || note.startsWith(prefix)).count();
                    return new CallToolResult(List.of(new TextContent("found " + count)), arguments.isEmpty());
                }))
                .rootsChangeConsumer(roots -> System.out.println("roots: " + roots.size()));
        spec.resources(new SyncResourceRegistration(
                new McpSchema.Resource("notes://all", "All", "All notes", "text/plain", null),
                request -> new McpSchema.ReadResourceResult(
                        List.of(new McpSchema.TextResourceContents(request.uri(), "text/plain", String.join("\n", notes))))));
        spec.prompts(new SyncPromptRegistration(
                new McpSchema.Prompt("review", "Reviews the notes", List.of(new McpSchema.PromptArgument("tone", "The tone", false))),
                request -> new McpSchema.GetPromptResult("A review", List.of(
                        new McpSchema.PromptMessage(McpSchema.Role.USER, new TextContent(null, null, "text", "Review the notes"))))));
        McpSyncServer server = spec.build();
        server.addTool(new SyncToolRegistration(new Tool("roots", "Lists roots", SCHEMA),
                arguments -> new CallToolResult(List.of(new TextContent(server.listRoots().roots().toString())), false)));
        return server;
    }

    private CallToolResult addNote(Map<String, Object> arguments) {
        Object text = arguments.get("text");
        if (text == null) {
            throw new McpError("text is missing");
        }
        notes.add(text.toString());
        return new CallToolResult(List.of(new TextContent("kept")), false);
    }

    public McpSyncClient client(String url) {
        ClientMcpTransport transport = url.startsWith("http")
                ? new HttpClientSseClientTransport(url)
                : new StdioClientTransport(ServerParameters.builder(url).build());
        return McpClient.sync(transport).clientInfo(new McpSchema.Implementation("notes", "1.0.0")).build();
    }
}

package com.example.notes;

import java.net.InetSocketAddress;
import java.util.List;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Serves notes to MCP clients: java -jar notes-server.jar [port], where port 0 means any free one. */
public final class NotesServer {

    private NotesServer() {
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : Integer.getInteger("port", 8080);

        // One servlet speaks the whole protocol, so that is all that Jetty has to know.
        HttpServletStreamableServerTransportProvider transport =
                HttpServletStreamableServerTransportProvider.builder()
                        .mcpEndpoint("/mcp")
                        .build();
        NoteStore notes = new NoteStore();
        NotesTools tools = new NotesTools(notes, transport);
        McpSyncServer server = createServer(transport, notes, tools);
        server.addTool(tools.enableExtra(server));

        Server jetty = new Server(new InetSocketAddress("127.0.0.1", port));
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(transport);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/*");
        jetty.setHandler(context);
        jetty.setStopAtShutdown(true);
        jetty.start();

        int listeningOn = ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
        System.out.println("listening on http://127.0.0.1:" + listeningOn);
        jetty.join();
    }

    private static McpSyncServer createServer(
            McpStreamableServerTransportProvider transport, NoteStore notes, NotesTools tools) {
        return McpServer.sync(transport)
                .serverInfo("notes-server", "1.0.0")
                .instructions("Keeps notes for you.")
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(true)
                        .resources(false, true)
                        .prompts(true)
                        .logging()
                        .build())
                .tools(tools.addNote(), tools.importNotes(), tools.summarize())
                .resources(allNotes(notes))
                .prompts(reviewPrompt(notes))
                .build();
    }

    private static SyncResourceSpecification allNotes(NoteStore notes) {
        McpSchema.Resource resource =
                new McpSchema.Resource("notes://all", "All notes", "Every note, one a line", "text/plain", null);
        return new SyncResourceSpecification(resource, (exchange, request) ->
                new McpSchema.ReadResourceResult(List.of(new McpSchema.TextResourceContents(
                        request.uri(), "text/plain", String.join("\n", notes.all())))));
    }

    private static SyncPromptSpecification reviewPrompt(NoteStore notes) {
        McpSchema.Prompt prompt = new McpSchema.Prompt("review", "Asks for a review of the notes",
                List.of(new McpSchema.PromptArgument("tone", "How to word it", false)));
        return new SyncPromptSpecification(prompt, (exchange, request) -> {
            Object tone = request.arguments() == null ? null : request.arguments().get("tone");
            String text = "Review these notes" + (tone == null ? "" : ", " + tone) + ":\n"
                    + String.join("\n", notes.all());
            return new McpSchema.GetPromptResult("A review of the notes", List.of(
                    new McpSchema.PromptMessage(McpSchema.Role.USER, new McpSchema.TextContent(text))));
        });
    }
}

package com.example.notes.client;

import java.time.Duration;
import java.util.Map;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.TextContent;

/** Adds a note and prints all notes: java -jar notes-client.jar http://localhost:8080 "Buy milk". */
public final class NotesClient {

    private static final String SSE_PATH = "/mcp";

    private NotesClient() {
    }

    public static void main(String[] args) {
        String server = args.length > 0 ? args[0] : "http://localhost:8080";
        String note = args.length > 1 ? args[1] : "Buy milk";
        try (McpSyncClient client = connect(server)) {
            client.initialize();
            CallToolResult added = client.callTool(new CallToolRequest("add_note", Map.of("text", note)));
            for (Content content : added.content()) {
                System.out.println("answer: " + ((TextContent) content).text());
            }
        }
        try (NoteReader reader = new NoteReader(server)) {
            System.out.println("notes: " + String.join(" | ", reader.readAll()));
        }
    }

    private static McpSyncClient connect(String server) {
        McpClientTransport transport = HttpClientStreamableHttpTransport.builder(server)
                .endpoint(SSE_PATH)
                .customizeRequest(request -> request.header("X-Client", "notes-client"))
                .build();
        return McpClient.sync(transport)
                .requestTimeout(Duration.ofSeconds(20))
                .build();
    }
}

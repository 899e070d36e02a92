package com.example.notes.client;

import java.time.Duration;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

/** Adds a note and prints what the server answers: java -jar notes-agent.jar http://localhost:8080 "Buy milk". */
public final class NotesAgent {

    private NotesAgent() {
    }

    public static void main(String[] args) throws Exception {
        McpTransport transport = new HttpMcpTransport.Builder()
                .sseUrl(args[0] + "/sse")
                .timeout(Duration.ofSeconds(20)) // the first answer may take long
                .logRequests(false)
                .build();
        try (McpClient client = new DefaultMcpClient.Builder().transport(transport).build()) {
            System.out.println("tools: " + client.listTools().stream().map(tool -> tool.name()).toList());
            ToolExecutionRequest add = ToolExecutionRequest.builder()
                    .name("add_note")
                    .arguments("{\"text\": \"" + args[1] + "\"}")
                    .build();
            System.out.println("answer: " + client.executeTool(add).resultText());
        }
    }
}

package com.example.notes.client;

import java.time.Duration;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;

/** Adds a note and prints what the server answers: java -jar notes-agent.jar http://localhost:8080 "Buy milk". */
public final class NotesAgent {

    private NotesAgent() {
    }

    public static void main(String[] args) throws Exception {
        McpTransport transport = new StreamableHttpMcpTransport.Builder()
                .url(args[0] + "/mcp")
                .timeout(Duration.ofSeconds(20)) // the first answer may take long
                .logRequests(false)
                .subsidiaryChannel(true)
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

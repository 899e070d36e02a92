package com.example.notes.client;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;

/** Reads the notes that a server keeps. */
final class NoteReader implements AutoCloseable {

    private final HttpClientStreamableHttpTransport transport;
    private final McpSyncClient client;

    NoteReader(String server) {
        HttpClient.Builder http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL);
        transport = HttpClientStreamableHttpTransport.builder(server)
                .clientBuilder(http)
                .build();
        client = McpClient.sync(transport).build();
        client.initialize();
    }

    List<String> readAll() {
        List<String> notes = new ArrayList<>();
        for (ResourceContents contents : client.readResource(new ReadResourceRequest("notes://all")).contents()) {
            notes.addAll(((TextResourceContents) contents).text().lines().toList());
        }
        return notes;
    }

    @Override
    public void close() {
        client.closeGracefully();
    }
}

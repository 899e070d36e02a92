package com.example.notes.client;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;

/** Reads the notes that a server keeps. */
final class NoteReader implements AutoCloseable {

    private final HttpClientSseClientTransport transport;
    private final McpSyncClient client;

    NoteReader(String server) {
        HttpClient.Builder http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL);
        transport = new HttpClientSseClientTransport(http, server, new ObjectMapper());
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

package com.example.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One client's event stream; the TypeScript SDK's class of that name, in Java. */
final class SSEServerTransport {

    private final String sessionId = UUID.randomUUID().toString();
    private final String messagePath;
    private final HttpServletResponse response;
    private Consumer<String> onMessage = message -> {
    };
    private Runnable onClose = () -> {
    };

    SSEServerTransport(String messagePath, HttpServletResponse response) {
        this.messagePath = messagePath;
        this.response = response;
    }

    String sessionId() {
        return sessionId;
    }

    void onMessage(Consumer<String> handler) {
        onMessage = handler;
    }

    void onClose(Runnable handler) {
        onClose = handler;
    }

    /** Opens the stream; its first event tells the client where to POST. */
    void start() throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        write("endpoint", messagePath + "?sessionId=" + sessionId);
    }

    void handlePostMessage(HttpServletRequest request, HttpServletResponse postResponse) throws IOException {
        request.setCharacterEncoding("UTF-8");
        String body = request.getReader().lines().collect(Collectors.joining("\n"));
        postResponse.setStatus(HttpServletResponse.SC_ACCEPTED);
        postResponse.getWriter().print("Accepted");
        postResponse.flushBuffer();
        onMessage.accept(body);
    }

    void send(String message) {
        try {
            write("message", message);
        } catch (IOException e) {
            close();
        }
    }

    private synchronized void write(String event, String data) throws IOException {
        PrintWriter writer = response.getWriter();
        writer.print("event: " + event + "\ndata: " + data + "\n\n");
        if (writer.checkError()) {
            throw new IOException("The client has gone");
        }
    }

    void close() {
        onClose.run();
    }
}

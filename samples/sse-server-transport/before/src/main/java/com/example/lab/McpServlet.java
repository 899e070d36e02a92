package com.example.lab;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** As in the TypeScript SDK's example: GET /sse makes a transport, POST /messages finds it again. */
final class McpServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient McpServer server;
    private final transient Map<String, SSEServerTransport> transports = new ConcurrentHashMap<>();

    McpServlet(McpServer server) {
        this.server = server;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        SSEServerTransport transport = new SSEServerTransport("/messages", response);
        transports.put(transport.sessionId(), transport);
        transport.onClose(() -> {
            transports.remove(transport.sessionId());
            async.complete();
        });
        server.connect(transport);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String sessionId = request.getParameter("sessionId");
        SSEServerTransport transport = sessionId == null ? null : transports.get(sessionId);
        if (transport == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "No transport found for sessionId");
            return;
        }
        transport.handlePostMessage(request, response);
    }
}

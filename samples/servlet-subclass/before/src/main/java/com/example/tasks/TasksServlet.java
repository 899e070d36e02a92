package com.example.tasks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;

/** The servlet is the transport, and the MCP server lives as long as the servlet does. */
@WebServlet(urlPatterns = {"/sse", "/mcp/message"}, asyncSupported = true)
public class TasksServlet extends HttpServletSseServerTransportProvider {

    private static final long serialVersionUID = 1L;

    private final List<String> tasks = new CopyOnWriteArrayList<>();

    private McpSyncServer server;

    public TasksServlet() {
        super(new ObjectMapper(), "/mcp/message", "/sse");
    }

    @Override
    public void init() throws ServletException {
        super.init();
        server = McpServer.sync(this)
                .serverInfo("tasks-server", "1.0.0")
                .capabilities(ServerCapabilities.builder().tools(true).build())
                .tools(addTask())
                .build();
    }

    @Override
    public void destroy() {
        server.close();
        super.destroy();
    }

    private SyncToolSpecification addTask() {
        Tool tool = new Tool("add_task", "Adds a task", """
                {
                  "type": "object",
                  "properties": {"title": {"type": "string"}},
                  "required": ["title"]
                }
                """);
        return new SyncToolSpecification(tool, (exchange, arguments) -> {
            tasks.add((String) arguments.get("title"));
            return new CallToolResult(List.of(new TextContent(tasks.size() + " tasks")), false);
        });
    }
}

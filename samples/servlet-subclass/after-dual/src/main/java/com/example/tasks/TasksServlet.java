package com.example.tasks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;

/** The servlet is the transport, and the MCP server lives as long as the servlet does. */
@WebServlet(urlPatterns = {"/sse", "/mcp/message", "/mcp"}, asyncSupported = true)
public class TasksServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final HttpServletDualTransportProvider transport;

    private final List<String> tasks = new CopyOnWriteArrayList<>();

    private McpSyncServer server;

    public TasksServlet() {
        transport = HttpServletDualTransportProvider.builder()
                .sseEndpoint("/sse")
                .messageEndpoint("/mcp/message")
                .mcpEndpoint("/mcp")
                .build();
    }

    @Override
    public void init() throws ServletException {
        transport.init(getServletConfig());
        server = McpServer.sync(transport)
                .serverInfo("tasks-server", "1.0.0")
                .capabilities(ServerCapabilities.builder().tools(true).build())
                .tools(addTask())
                .build();
    }

    @Override
    public void destroy() {
        server.close();
        transport.destroy();
    }

    private SyncToolSpecification addTask() {
        Tool tool = Tool.builder()
                .name("add_task")
                .description("Adds a task")
                .inputSchema(McpJsonDefaults.getMapper(), """
                        {
                          "type": "object",
                          "properties": {"title": {"type": "string"}},
                          "required": ["title"]
                        }
                        """)
                .build();
        return new SyncToolSpecification(tool, (exchange, arguments) -> {
            tasks.add((String) arguments.get("title"));
            return new CallToolResult(List.of(new TextContent(tasks.size() + " tasks")), false);
        });
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        transport.service(request, response);
    }
}

package com.example.lab;

import java.net.InetSocketAddress;

import io.github.mcpmigrate.compat.servlet.JsonRpcServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Lets MCP clients try their hand: java -jar lab-server.jar [port], where port 0 means any free one. */
public final class LabServer {

    private LabServer() {
    }

    public static void main(String[] args) throws Exception {
        Server jetty = new Server(new InetSocketAddress("127.0.0.1", args.length > 0 ? Integer.parseInt(args[0]) : 8080));
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(JsonRpcServlet.builder(new McpServer()::handle)
                .mcpEndpoint("/mcp")
                .httpSse("/sse", "/messages")
                .build());
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/sse");
        context.addServlet(holder, "/messages");
        context.addServlet(holder, "/mcp");
        jetty.setHandler(context);
        jetty.setStopAtShutdown(true);
        jetty.start();
        System.out.println("listening on http://127.0.0.1:" + ((ServerConnector) jetty.getConnectors()[0]).getLocalPort());
        jetty.join();
    }
}

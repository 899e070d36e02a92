package com.example.lab;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mcpmigrate.compat.backend.JsonRpcClient;

/** JSON-RPC and MCP by hand. Its tools are those that the conformance suite calls. */
final class McpServer {

    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;

    private final ObjectMapper mapper = new ObjectMapper();

    void handle(String message, JsonRpcClient client) {
        try {
            String answer = answer(mapper.readTree(message), client);
            if (answer != null) {
                client.send(answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to one message, or null for a message that wants none. */
    private String answer(JsonNode message, JsonRpcClient client) throws IOException {
        if (!message.has("id") || !message.has("method")) {
            return null;
        }
        JsonNode params = message.path("params");
        ObjectNode response = mapper.createObjectNode().put("jsonrpc", "2.0");
        response.set("id", message.get("id"));
        String method = message.get("method").asText();
        switch (method) {
            case "initialize" -> response.set("result", initialize(params));
            case "ping" -> response.putObject("result");
            case "tools/list" -> response.set("result", listTools());
            case "tools/call" -> callTool(response, params, client);
            default -> error(response, METHOD_NOT_FOUND, "Method not found: " + method);
        }
        return mapper.writeValueAsString(response);
    }

    private JsonNode initialize(JsonNode params) {
        ObjectNode result = mapper.createObjectNode();
        result.set("protocolVersion", params.get("protocolVersion"));
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo").put("name", "lab-server").put("version", "1.0.0");
        return result;
    }

    private JsonNode listTools() {
        ObjectNode result = mapper.createObjectNode();
        ArrayNode tools = result.putArray("tools");
        tools.add(tool("test_simple_text", "Answers with a text"));
        tools.add(tool("test_error_handling", "Answers that it failed"));
        tools.add(tool("test_tool_with_progress", "Tells how far it is"));
        return result;
    }

    private ObjectNode tool(String name, String description) {
        ObjectNode tool = mapper.createObjectNode().put("name", name).put("description", description);
        tool.putObject("inputSchema").put("type", "object").putObject("properties");
        return tool;
    }

    private void callTool(ObjectNode response, JsonNode params, JsonRpcClient client) throws IOException {
        String name = params.path("name").asText();
        switch (name) {
            case "test_simple_text" -> text(response, "This is a simple text response for testing.");
            case "test_error_handling" -> text(response, "This tool intentionally returns an error for testing")
                    .put("isError", true);
            case "test_tool_with_progress" -> {
                progress(params.path("_meta").get("progressToken"), client);
                text(response, "All steps are done");
            }
            default -> error(response, INVALID_PARAMS, "Unknown tool: " + name);
        }
    }

    private void progress(JsonNode token, JsonRpcClient client) throws IOException {
        for (int done = 0; token != null && done <= 100; done += 50) {
            ObjectNode notification = mapper.createObjectNode().put("jsonrpc", "2.0");
            notification.put("method", "notifications/progress");
            ObjectNode params = notification.putObject("params").put("progress", done).put("total", 100);
            params.set("progressToken", token);
            client.send(mapper.writeValueAsString(notification));
        }
    }

    private ObjectNode text(ObjectNode response, String text) {
        ObjectNode result = response.putObject("result");
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result;
    }

    private void error(ObjectNode response, int code, String message) {
        response.putObject("error").put("code", code).put("message", message);
    }
}

package com.example.kitchen;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The MCP server of the kitchen, without an SDK: HTTP+SSE and JSON-RPC by hand. */
@RestController
public class McpController {

    private static final Logger log = LoggerFactory.getLogger(McpController.class);

    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;

    private final ObjectMapper mapper;
    private final Map<String, SseEmitter> sessions = new ConcurrentHashMap<>();

    public McpController(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @GetMapping(path = "/sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public SseEmitter connect() throws IOException {
        String sessionId = UUID.randomUUID().toString();
        SseEmitter emitter = new SseEmitter(0L);
        emitter.onCompletion(() -> sessions.remove(sessionId));
        emitter.onTimeout(() -> sessions.remove(sessionId));
        emitter.onError(error -> sessions.remove(sessionId));
        sessions.put(sessionId, emitter);
        emitter.send(SseEmitter.event().name("endpoint").data("/messages?sessionId=" + sessionId));
        return emitter;
    }

    @PostMapping("/messages")
    public ResponseEntity<Void> message(@RequestParam String sessionId, @RequestBody String body) throws IOException {
        SseEmitter emitter = sessions.get(sessionId);
        if (emitter == null) {
            return ResponseEntity.notFound().build();
        }
        JsonNode response = dispatch(mapper.readTree(body), emitter);
        if (response != null) {
            send(emitter, response);
        }
        return ResponseEntity.accepted().build();
    }

    /** Handles one message of a client; the answer, or null for a message that wants none. */
    private JsonNode dispatch(JsonNode message, SseEmitter emitter) throws IOException {
        JsonNode id = message.get("id");
        String method = message.path("method").asText();
        JsonNode params = message.path("params");
        log.info("{}", method);
        if (id == null) {
            return null;
        }
        return switch (method) {
            case "initialize" -> result(id, initialize());
            case "ping" -> result(id, mapper.createObjectNode());
            case "tools/list" -> result(id, listTools());
            case "tools/call" -> callTool(id, params, emitter);
            default -> error(id, METHOD_NOT_FOUND, "Method not found: " + method);
        };
    }

    private JsonNode initialize() {
        ObjectNode result = mapper.createObjectNode();
        result.put("protocolVersion", "2024-11-05");
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo").put("name", "kitchen-server").put("version", "1.0.0");
        return result;
    }

    private JsonNode listTools() {
        ObjectNode result = mapper.createObjectNode();
        ArrayNode tools = result.putArray("tools");
        tools.add(tool("to_ounces", "Converts a weight in grams to ounces", "grams"));
        tools.add(tool("bake", "Bakes a cake, and tells how far it is", "minutes"));
        return result;
    }

    private ObjectNode tool(String name, String description, String parameter) {
        ObjectNode tool = mapper.createObjectNode().put("name", name).put("description", description);
        ObjectNode schema = tool.putObject("inputSchema").put("type", "object");
        schema.putObject("properties").putObject(parameter).put("type", "number");
        schema.putArray("required").add(parameter);
        return tool;
    }

    private JsonNode callTool(JsonNode id, JsonNode params, SseEmitter emitter) throws IOException {
        String name = params.path("name").asText();
        JsonNode arguments = params.path("arguments");
        return switch (name) {
            case "to_ounces" -> toOunces(id, arguments);
            case "bake" -> bake(id, arguments, params.path("_meta").get("progressToken"), emitter);
            default -> error(id, INVALID_PARAMS, "Unknown tool: " + name);
        };
    }

    private JsonNode toOunces(JsonNode id, JsonNode arguments) {
        if (!arguments.path("grams").isNumber()) {
            return error(id, INVALID_PARAMS, "grams must be a number");
        }
        double ounces = arguments.get("grams").asDouble() / 28.349523125;
        return result(id, text("%.1f oz".formatted(ounces)));
    }

    private JsonNode bake(JsonNode id, JsonNode arguments, JsonNode progressToken, SseEmitter emitter)
            throws IOException {
        int minutes = arguments.path("minutes").asInt(30);
        for (int quarter = 1; quarter <= 4; quarter++) {
            // A real oven takes longer.
            if (progressToken != null) {
                sendProgress(emitter, progressToken, minutes * quarter / 4.0, minutes);
            }
        }
        return result(id, text("The cake is ready after " + minutes + " minutes"));
    }

    private void sendProgress(SseEmitter emitter, JsonNode progressToken, double progress, double total)
            throws IOException {
        ObjectNode notification = mapper.createObjectNode().put("jsonrpc", "2.0");
        notification.put("method", "notifications/progress");
        ObjectNode params = notification.putObject("params");
        params.set("progressToken", progressToken);
        params.put("progress", progress).put("total", total);
        send(emitter, notification);
    }

    private void send(SseEmitter emitter, JsonNode message) throws IOException {
        emitter.send(SseEmitter.event().name("message").data(mapper.writeValueAsString(message)));
    }

    private JsonNode text(String text) {
        ObjectNode result = mapper.createObjectNode();
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result;
    }

    private JsonNode result(JsonNode id, JsonNode result) {
        ObjectNode response = mapper.createObjectNode().put("jsonrpc", "2.0");
        response.set("id", id);
        response.set("result", result);
        return response;
    }

    private JsonNode error(JsonNode id, int code, String message) {
        ObjectNode response = mapper.createObjectNode().put("jsonrpc", "2.0");
        response.set("id", id);
        response.putObject("error").put("code", code).put("message", message);
        return response;
    }
}

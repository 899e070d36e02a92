package com.example.stock;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import org.springframework.stereotype.Component;

@Component
class StockTools {

    private final Map<String, Integer> stock = new ConcurrentHashMap<>(Map.of("bolts", 120, "nuts", 80));

    SyncToolSpecification count() {
        String schema = """
                {
                  "type": "object",
                  "properties": {"item": {"type": "string"}},
                  "required": ["item"]
                }
                """;
        return new SyncToolSpecification(Tool.builder()
                .name("count")
                .description("How many of an item are in stock")
                .inputSchema(McpJsonDefaults.getMapper(), schema)
                .build(),
                (exchange, arguments) -> text(stock.getOrDefault((String) arguments.get("item"), 0) + " in stock"));
    }

    SyncToolSpecification move() {
        String schema = """
                {
                  "type": "object",
                  "properties": {"item": {"type": "string"}, "number": {"type": "integer"}},
                  "required": ["item", "number"]
                }
                """;
        return new SyncToolSpecification(Tool.builder()
                .name("move")
                .description("Adds to the stock of an item, or takes from it")
                .inputSchema(McpJsonDefaults.getMapper(), schema)
                .build(),
                (exchange, arguments) -> {
                    int number = ((Number) arguments.get("number")).intValue();
                    int left = stock.merge((String) arguments.get("item"), number, Integer::sum);
                    return text("now " + left + " in stock");
                });
    }

    private static CallToolResult text(String text) {
        return new CallToolResult(List.of(new TextContent(text)), false);
    }
}

package io.github.mcpmigrate.maven.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@link SmallServer} has to offer. */
final class SmallTools {

  private SmallTools() {}

  static Map<String, Object> answer(Map<String, Object> message, Set<Mistake> mistakes) {
    Map<String, Object> params = Json.object(message.get("params"));
    Map<String, Object> result =
        switch (String.valueOf(message.get("method"))) {
          case "initialize" ->
              Map.of(
                  "protocolVersion",
                  "2025-11-25",
                  "capabilities",
                  Map.of("tools", Map.of()),
                  "serverInfo",
                  Map.of("name", "small", "version", "1"));
          case "server/discover" -> Map.of("supportedVersions", List.of("2026-07-28"));
          case "ping" -> Map.of();
          case "tools/list" -> tools(params.get("cursor"), mistakes);
          case "tools/call" ->
              Map.of(
                  "content",
                  List.of(
                      Map.of(
                          "type",
                          "text",
                          "text",
                          mistakes.contains(Mistake.OTHER_RESULT) ? "other" : "hi")));
          default -> null;
        };
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("jsonrpc", "2.0");
    answer.put("id", message.get("id"));
    if (result == null) {
      answer.put("error", Map.of("code", -32601, "message", "Method not found"));
    } else {
      answer.put("result", result);
    }
    return answer;
  }

  static List<Map<String, Object>> progress() {
    Map<String, Object> one =
        Map.of(
            "jsonrpc",
            "2.0",
            "method",
            "notifications/progress",
            "params",
            Map.of("progressToken", "t", "progress", 1));
    return List.of(one, one, one);
  }

  /** Two pages. */
  private static Map<String, Object> tools(Object cursor, Set<Mistake> mistakes) {
    if (cursor == null || mistakes.contains(Mistake.CURSOR_WITHOUT_END)) {
      return Map.of("tools", List.of(tool("echo", "Says it again")), "nextCursor", "2");
    }
    if (mistakes.contains(Mistake.TOOL_MISSING)) {
      return Map.of("tools", List.of());
    }
    boolean otherwise = mistakes.contains(Mistake.TOOL_DEFINED_OTHERWISE);
    return Map.of("tools", List.of(tool("add", otherwise ? "Subtracts" : "Adds")));
  }

  private static Map<String, Object> tool(String name, String description) {
    return Map.of(
        "name", name, "description", description, "inputSchema", Map.of("type", "object"));
  }
}

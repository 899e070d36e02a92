package io.github.mcpmigrate.maven.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON-RPC as MCP has it. */
final class Messages {

  /** The newest revision with a handshake, which is asked for. */
  static final String NEWEST_WITH_HANDSHAKE = "2025-11-25";

  /** The first revision without. */
  static final String STATELESS = "2026-07-28";

  static final int METHOD_NOT_FOUND = -32601;
  static final int HEADER_MISMATCH = -32020;
  static final int UNSUPPORTED_VERSION = -32022;

  private static final String META = "io.modelcontextprotocol/";
  private static final Map<String, Object> CLIENT =
      Map.of("name", "mcp-migrate-verify", "version", "1");

  private Messages() {}

  static Map<String, Object> request(int id, String method, Map<String, ?> params) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("jsonrpc", "2.0");
    message.put("id", id);
    message.put("method", method);
    message.put("params", params);
    return message;
  }

  static Map<String, Object> initialize(int id) {
    return request(
        id,
        "initialize",
        Map.of(
            "protocolVersion",
            NEWEST_WITH_HANDSHAKE,
            "capabilities",
            Map.of(),
            "clientInfo",
            CLIENT));
  }

  static Map<String, Object> initialized() {
    return Map.of("jsonrpc", "2.0", "method", "notifications/initialized");
  }

  /** A request of the stateless revision, which says in each who asks. */
  static Map<String, Object> stateless(
      int id, String method, Map<String, ?> params, String revision) {
    Map<String, Object> meta = new LinkedHashMap<>(Json.object(params.get("_meta")));
    meta.put(META + "protocolVersion", revision);
    meta.put(META + "clientCapabilities", Map.of());
    meta.put(META + "clientInfo", CLIENT);
    Map<String, Object> all = new LinkedHashMap<>(params);
    all.put("_meta", meta);
    return request(id, method, all);
  }

  /** Whether this is the answer to our request. */
  static boolean answers(Map<String, Object> message, int id) {
    return message.get("id") instanceof Number number
        && number.intValue() == id
        && !message.containsKey("method");
  }

  /** Whether the server asks something. */
  static boolean asks(Map<String, Object> message) {
    return message.containsKey("method") && message.containsKey("id");
  }

  /** We are alive and can do nothing else, as we said when we came. */
  static Map<String, Object> reply(Map<String, Object> asked) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("jsonrpc", "2.0");
    message.put("id", asked.get("id"));
    if ("ping".equals(asked.get("method"))) {
      message.put("result", Map.of());
    } else {
      message.put("error", Map.of("code", METHOD_NOT_FOUND, "message", "Method not found"));
    }
    return message;
  }

  /** The result of an answer, or what it says instead. */
  static Map<String, Object> result(String method, Map<String, Object> message) throws NoAnswer {
    if (message.get("result") instanceof Map<?, ?>) {
      return Json.object(message.get("result"));
    }
    Map<String, Object> error = Json.object(message.get("error"));
    if (error.isEmpty()) {
      throw new NoAnswer(NoAnswer.Reason.BROKEN, method + " is answered with no JSON-RPC message");
    }
    throw new NoAnswer(
        NoAnswer.Reason.REFUSED,
        "%s is refused: %s %s".formatted(method, error.get("code"), error.get("message")),
        code(message));
  }

  /** The error's code; 0 without an error. */
  static int code(Map<String, Object> message) {
    return Json.object(message.get("error")).get("code") instanceof Number code
        ? code.intValue()
        : 0;
  }

  /** What the specification wants in headers, that proxies can route by it. */
  static Map<String, String> headers(String method, Map<String, ?> params, String revision) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("MCP-Protocol-Version", revision);
    headers.put("Mcp-Method", method);
    Object name = method.equals("resources/read") ? params.get("uri") : params.get("name");
    if (List.of("tools/call", "prompts/get", "resources/read").contains(method)) {
      headers.put("Mcp-Name", headerValue(String.valueOf(name)));
    }
    return headers;
  }

  private static String headerValue(String text) {
    boolean plain = text.equals(text.trim()) && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    return plain
        ? text
        : "=?base64?"
            + java.util.Base64.getEncoder()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            + "?=";
  }
}

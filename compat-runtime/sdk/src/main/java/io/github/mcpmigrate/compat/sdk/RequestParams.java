package io.github.mcpmigrate.compat.sdk;

import java.util.Map;
import java.util.Set;

/**
 * Whether the params of a request have what the specification requires. The SDK's handlers take
 * that for granted, and fail where it is missing.
 */
final class RequestParams {

  private static final Set<String> LEVELS =
      Set.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

  private RequestParams() {}

  /**
   * @param params as read from JSON, or null for none
   * @return what is wrong with them, for the client to read, or null
   */
  static String fault(String method, Object params) {
    if (params != null && !(params instanceof Map<?, ?>)) {
      return "The params must be an object";
    }
    Map<?, ?> members = params == null ? Map.of() : (Map<?, ?>) params;
    if (!isObjectOrNone(members.get("_meta"))) {
      return "_meta must be an object";
    }
    return switch (method) {
      case "tools/call", "prompts/get" ->
          isObjectOrNone(members.get("arguments"))
              ? text(members, "name")
              : "arguments must be an object";
      case "resources/read", "resources/subscribe", "resources/unsubscribe" -> text(members, "uri");
      case "logging/setLevel" ->
          members.get("level") instanceof String level && LEVELS.contains(level)
              ? null
              : "level must be one of those of RFC 5424, in lower case";
      case "completion/complete" -> completion(members);
      case "tools/list", "prompts/list", "resources/list", "resources/templates/list" ->
          members.get("cursor") == null ? null : text(members, "cursor");
      default -> null;
    };
  }

  private static String completion(Map<?, ?> members) {
    if (!(members.get("ref") instanceof Map<?, ?> ref) || !isReference(ref)) {
      return "ref must be a ref/prompt with a name or a ref/resource with a uri";
    }
    if (!(members.get("argument") instanceof Map<?, ?> argument)) {
      return "argument must be an object with a name and a value";
    }
    String fault = text(argument, "name");
    return fault == null ? text(argument, "value") : fault;
  }

  private static boolean isReference(Map<?, ?> ref) {
    return "ref/prompt".equals(ref.get("type")) && text(ref, "name") == null
        || "ref/resource".equals(ref.get("type")) && text(ref, "uri") == null;
  }

  private static boolean isObjectOrNone(Object value) {
    return value == null || value instanceof Map<?, ?>;
  }

  private static String text(Map<?, ?> members, String name) {
    return members.get(name) instanceof String ? null : name + " must be a string";
  }
}

package io.github.mcpmigrate.compat.sdk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Makes bodies that no good client sends, the same ones for the same seed. */
final class MalformedBodies {

  private static final String[] METHODS = {
    "initialize",
    "ping",
    "tools/list",
    "tools/call",
    "resources/list",
    "resources/read",
    "prompts/get",
    "completion/complete",
    "logging/setLevel",
    "notifications/initialized",
    "notifications/cancelled",
    "notifications/progress",
    "notifications/roots/list_changed",
    "no/such",
    "\\ud800",
    ""
  };
  private static final String[] NAMES = {
    "name",
    "arguments",
    "message",
    "uri",
    "level",
    "protocolVersion",
    "capabilities",
    "clientInfo",
    "requestId",
    "progressToken",
    "_meta",
    "cursor",
    "ref",
    "\\u0000"
  };
  private static final String[] VALUES = {
    "null",
    "true",
    "0",
    "-1",
    "1e400",
    "1.5",
    "99999999999999999999",
    "\"\"",
    "\"echo\"",
    "\"fail\"",
    "\"info\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"2025-06-18\"",
    "[]",
    "{}",
    "[[]]",
    "{\"a\":{}}"
  };

  private final Random random;

  MalformedBodies(long seed) {
    random = new Random(seed);
  }

  byte[] next() {
    String good =
        "{\"jsonrpc\":\"2.0\",\"id\":" + id() + ",\"method\":" + method() + params() + "}";
    return switch (random.nextInt(10)) {
      case 0, 8, 9 -> bytes(good);
      case 1 -> mutated(bytes(good));
      case 2 -> Arrays.copyOf(bytes(good), random.nextInt(good.length()));
      case 3 -> bytes(good.substring(random.nextInt(good.length())) + good);
      case 4 -> noise();
      case 5 -> bytes(message());
      case 6 -> bytes("[" + message() + "," + value(2) + (random.nextBoolean() ? "]" : ""));
      default -> bytes(nested());
    };
  }

  private String params() {
    return random.nextInt(5) == 0
        ? ""
        : ",\"params\":" + (random.nextInt(9) > 0 ? object(3) : value(1));
  }

  /** Members of any kind in any number, now and then twice. */
  private String message() {
    StringBuilder text = new StringBuilder("{");
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(
          switch (random.nextInt(6)) {
            case 0 -> "\"id\":" + value(1);
            case 1 -> "\"method\":" + value(1);
            case 2 -> "\"params\":" + value(3);
            case 3 -> "\"result\":" + value(3);
            case 4 -> "\"error\":" + value(3);
            default -> "\"jsonrpc\":" + (random.nextInt(4) > 0 ? "\"2.0\"" : value(1));
          });
      text.append(',');
    }
    return text + "\"jsonrpc\":\"2.0\"}";
  }

  private String id() {
    return random.nextInt(8) > 0 ? "" + random.nextInt() : value(1);
  }

  private String method() {
    return '"' + METHODS[random.nextInt(METHODS.length)] + '"';
  }

  private String object(int depth) {
    StringBuilder text = new StringBuilder("{\"x\":1");
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(",\"").append(NAMES[random.nextInt(NAMES.length)]).append("\":");
      text.append(value(depth - 1));
    }
    return text + "}";
  }

  private String value(int depth) {
    return depth > 0 && random.nextInt(3) == 0
        ? object(depth)
        : VALUES[random.nextInt(VALUES.length)];
  }

  private String nested() {
    int depth = 1 + random.nextInt(2_000);
    String open = random.nextBoolean() ? "[" : "{\"a\":";
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":" + open.repeat(depth);
  }

  private byte[] mutated(byte[] body) {
    for (int i = random.nextInt(4); i >= 0; i--) {
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
    }
    return body;
  }

  private byte[] noise() {
    byte[] body = new byte[random.nextInt(300)];
    random.nextBytes(body);
    return body;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

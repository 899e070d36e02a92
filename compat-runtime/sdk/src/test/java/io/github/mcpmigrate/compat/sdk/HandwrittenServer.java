package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.backend.JsonRpcClient;
import io.github.mcpmigrate.compat.backend.JsonRpcHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server without an SDK, as people write them: by hand, and waiting where it has to. */
final class HandwrittenServer implements JsonRpcHandler {

  private static final Pattern ID = Pattern.compile("\"id\":(\"?\\w+\"?)");
  private static final Pattern TOOL = Pattern.compile("\"name\":\"(\\w+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"progressToken\":(\"\\w+\")");

  /** How many messages of 10 kB the tool {@code flood} sends: more than may wait for a client. */
  static final int FLOOD = 2_000;

  /** Lets the tool {@code wait} go on. */
  final CountDownLatch go = new CountDownLatch(1);

  final List<String> closed = new CopyOnWriteArrayList<>();
  private final Map<String, CompletableFuture<String>> asked = new ConcurrentHashMap<>();

  @Override
  public void handle(String message, JsonRpcClient client) throws Exception {
    String id = find(ID, message);
    if (message.contains("\"result\"")) {
      asked.remove(id).complete(message);
    } else if (message.contains("\"initialize\"")) {
      answer(id, client, "{\"protocolVersion\":\"2024-11-05\",\"capabilities\":{\"tools\":{}}}");
    } else if (message.contains("\"tools/call\"")) {
      call(id, message, client);
    }
  }

  private void call(String id, String message, JsonRpcClient client) throws Exception {
    switch (find(TOOL, message)) {
      case "progress" -> {
        for (int i = 1; i <= 3; i++) {
          client.send(
              "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":"
                  + "{\"progressToken\":%s,\"progress\":%d}}".formatted(find(TOKEN, message), i));
        }
        answer(id, client, "{\"text\":\"progress done\"}");
      }
      case "flood" -> {
        String filler = "x".repeat(10_000);
        for (int i = 0; i < FLOOD; i++) {
          client.send(
              "{\"jsonrpc\":\"2.0\",\"method\":\"custom/flood\",\"params\":{\"n\":%d,\"x\":\"%s\"}}"
                  .formatted(i, filler));
        }
        answer(id, client, "{\"text\":\"flood done\"}");
      }
      case "ask" -> {
        CompletableFuture<String> answer = new CompletableFuture<>();
        asked.put("\"ask" + id + "\"", answer);
        client.send(
            "{\"jsonrpc\":\"2.0\",\"id\":\"ask%s\",\"method\":\"roots/list\"}".formatted(id));
        boolean named = answer.get(10, TimeUnit.SECONDS).contains("file:///a");
        answer(id, client, "{\"text\":\"named %s\"}".formatted(named));
      }
      case "wait" -> {
        boolean gone = go.await(10, TimeUnit.SECONDS);
        answer(id, client, "{\"text\":\"waited %s\"}".formatted(gone));
      }
      case "who" -> answer(id, client, "{\"text\":\"tenant " + client.context() + "\"}");
      default -> throw new IllegalArgumentException("no such tool");
    }
  }

  private static void answer(String id, JsonRpcClient client, String result) {
    client.send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}");
  }

  private static String find(Pattern pattern, String message) {
    Matcher found = pattern.matcher(message);
    return found.find() ? found.group(1) : null;
  }

  @Override
  public void closed(String sessionId) {
    closed.add(sessionId);
  }
}

package io.github.mcpmigrate.benchmarks.run;

import io.github.mcpmigrate.benchmarks.load.EventLoop;
import io.github.mcpmigrate.benchmarks.load.McpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Opens sessions, group by group. */
final class Handshakes {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int GROUP = 200;

  /**
   * Between an endpoint event and the first POST. In Tomcat, the SDK's HTTP+SSE servlet answers a
   * client that is quicker twice, or in broken chunks, or not at all: two threads write to one
   * response as long as the one that sent the event is on its way out.
   */
  private static final Duration COURTESY = Duration.ofMillis(300);

  private Handshakes() {}

  /**
   * @param what is opened, for the message when it cannot be
   */
  static List<McpClient> open(EventLoop loop, int count, Supplier<McpClient> clients, String what)
      throws IOException {
    List<McpClient> all = new ArrayList<>(count);
    while (all.size() < count) {
      List<McpClient> group = new ArrayList<>(GROUP);
      while (group.size() < Math.min(GROUP, count - all.size())) {
        McpClient client = clients.get();
        client.connect();
        group.add(client);
      }
      loop.runUntil(() -> group.stream().allMatch(McpClient::connected), PATIENCE, what);
      loop.runFor(COURTESY);
      group.forEach(McpClient::shakeHands);
      loop.runUntil(() -> group.stream().allMatch(McpClient::ready), PATIENCE, what);
      all.addAll(group);
    }
    return all;
  }
}

package io.github.mcpmigrate.benchmarks.run;

import io.github.mcpmigrate.benchmarks.load.EventLoop;
import io.github.mcpmigrate.benchmarks.load.HttpSseClient;
import io.github.mcpmigrate.benchmarks.load.McpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What open HTTP+SSE sessions cost that nobody uses. */
final class IdleSessions {

  /** Longer than the engine's keep-alive interval, so that what that leaves behind is counted. */
  private static final Duration REST = Duration.ofSeconds(20);

  /** Opened together; the first group before anything is measured, for what is made only once. */
  private static final int GROUP = 200;

  private IdleSessions() {}

  /**
   * What one session costs.
   *
   * @param heapKilobytes of 1,024 bytes, alive after a collection
   * @param threads for all sessions together
   */
  record Cost(double heapKilobytes, int threads) {}

  static Cost measure(Contender contender, Options options) throws IOException {
    int sessions = options.sessions();
    try (ServerProcess server =
            ServerProcess.start(contender.server(), options, List.of("-Xmx4g"));
        EventLoop loop = new EventLoop()) {
      open(contender, GROUP, server.port(), loop);
      ServerProcess.Memory before = server.memory();
      open(contender, sessions, server.port(), loop);
      loop.runFor(REST);
      ServerProcess.Memory after = server.memory();
      return new Cost(
          (after.heap() - before.heap()) / 1024.0 / sessions, after.threads() - before.threads());
    }
  }

  private static void open(Contender contender, int sessions, int port, EventLoop loop)
      throws IOException {
    int left = sessions;
    while (left > 0) {
      // One group after the other gives up its second connections, for want of file descriptors.
      int group = Math.min(GROUP, left);
      for (McpClient client :
          Handshakes.open(
              loop,
              group,
              () -> contender.client(loop, port, (called, nanos) -> {}),
              contender.label())) {
        ((HttpSseClient) client).fallIdle();
      }
      left -= group;
    }
  }
}

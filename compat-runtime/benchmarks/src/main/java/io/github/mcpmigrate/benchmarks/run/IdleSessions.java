package io.github.mcpmigrate.benchmarks.run;

import io.github.mcpmigrate.benchmarks.load.EventLoop;
import io.github.mcpmigrate.benchmarks.load.HttpSseClient;
import io.github.mcpmigrate.benchmarks.load.McpClient;
import io.github.mcpmigrate.benchmarks.load.OpenStream;
import io.github.mcpmigrate.benchmarks.load.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What open HTTP+SSE sessions cost that nobody uses. */
final class IdleSessions {

  /** Longer than the engine's keep-alive interval, so that what that leaves behind is counted. */
  private static final Duration REST = Duration.ofSeconds(20);

  /** Opened before anything is measured, so that what is made once is there. */
  private static final int FIRST = 200;

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
      open(contender, FIRST, server.port(), loop);
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
    Supplier<McpClient> clients =
        contender == Contender.BARE
            ? () -> new OpenStream(loop, new Target(port, "/sse"))
            : () -> contender.client(loop, port, (called, nanos) -> {});
    for (McpClient client : Handshakes.open(loop, sessions, clients, contender.label())) {
      if (client instanceof HttpSseClient session) {
        session.fallIdle();
      }
    }
  }
}

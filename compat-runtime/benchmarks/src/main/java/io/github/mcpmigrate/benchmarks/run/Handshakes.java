package io.github.mcpmigrate.benchmarks.run;

import io.github.mcpmigrate.benchmarks.load.EventLoop;
import io.github.mcpmigrate.benchmarks.load.McpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Opens sessions, one after the other. */
final class Handshakes {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * The SDK's HTTP+SSE servlet now and then ends the stream of a client that answers the endpoint
   * event at once, while the thread that sent it is still on its way out.
   */
  private static final int ATTEMPTS = 5;

  private Handshakes() {}

  /**
   * Returns the first client that comes through.
   *
   * @param what named when none does
   */
  static McpClient open(EventLoop loop, Supplier<McpClient> clients, String what)
      throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      McpClient client = clients.get();
      client.open();
      loop.runUntil(() -> client.ready() || client.failed(), PATIENCE, what);
      if (client.ready()) {
        return client;
      }
      System.err.println("The server broke off " + what);
      client.close();
    }
    throw new IllegalStateException("Again and again the server broke off " + what);
  }
}

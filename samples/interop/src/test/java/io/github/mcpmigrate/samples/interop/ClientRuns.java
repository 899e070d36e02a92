package io.github.mcpmigrate.samples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All clients on one server, some at a time, and what came out of each. */
final class ClientRuns {

  private static final int AT_ONCE = 3;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private record Key(ForeignClient client, Transport transport) {}

  private final Fixture fixture;
  private final Map<Key, Future<Map<String, JsonNode>>> runs = new HashMap<>();

  ClientRuns(Fixture fixture) {
    this.fixture = fixture;
  }

  /** Starts the server, runs the clients to their end, and stops the server. */
  void run() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try (ServerProcess server = fixture.start()) {
      for (ForeignClient client : ForeignClient.values()) {
        for (Transport transport : Transport.values()) {
          if (client.whyNot(transport).isEmpty()) {
            runs.put(new Key(client, transport), pool.submit(() -> client.run(server, transport)));
          }
        }
      }
      pool.shutdown();
      if (!pool.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("The clients did not come to an end");
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** What came out of a client, by step. */
  Map<String, JsonNode> steps(ForeignClient client, Transport transport) {
    Future<Map<String, JsonNode>> run = runs.get(new Key(client, transport));
    if (run == null) {
      throw new AssertionError("Was not run");
    }
    try {
      return run.get(0, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("The client broke off", e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("The client did not come to an end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }
}

package io.github.mcpmigrate.benchmarks.run;

import io.github.mcpmigrate.benchmarks.load.EventLoop;
import io.github.mcpmigrate.benchmarks.load.McpClient;
import io.github.mcpmigrate.benchmarks.load.Tool;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One contender under load: its server, and clients that each have a session. */
final class Load implements McpClient.Answered, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SETTLING = Duration.ofMillis(300);

  private final EventLoop loop;
  private final ServerProcess server;
  private final List<McpClient> clients = new ArrayList<>();
  private long[] latencies = new long[1 << 16];
  private int answered;
  private int running;
  private boolean again;

  private Load(EventLoop loop, ServerProcess server) {
    this.loop = loop;
    this.server = server;
  }

  /** Starts the server and opens the clients, one after the other. */
  static Load open(Contender contender, int clients, EventLoop loop, Options options)
      throws IOException {
    Load load =
        new Load(loop, ServerProcess.start(contender.server(), options, options.jvmOptions()));
    load.clients.addAll(
        Handshakes.open(
            loop,
            clients,
            () -> contender.client(loop, load.server.port(), load),
            "the sessions of " + contender.label()));
    return load;
  }

  /**
   * What one measurement found.
   *
   * @param callsPerSecond answered calls by wall time
   * @param cpuMillis the server's CPU time for one call
   * @param p50 milliseconds
   * @param p99 milliseconds
   */
  record Echo(double callsPerSecond, double cpuMillis, double p50, double p99) {}

  /**
   * Calls until the server has used so much CPU time, which makes the same work of it on a busy
   * machine as on an idle one.
   */
  void warmUp(Duration cpu) throws IOException {
    again = true;
    start(Tool.ECHO);
    Duration enough = server.cpu().plus(cpu);
    while (server.cpu().compareTo(enough) < 0) {
      answered = 0;
      loop.runFor(SETTLING);
    }
    again = false;
    awaitAnswers("the last answers");
  }

  /** All clients call as fast as they are answered. */
  Echo echo(Duration window) throws IOException {
    again = true;
    start(Tool.ECHO);
    loop.runFor(SETTLING);
    answered = 0;
    Duration cpu = server.cpu();
    long begun = System.nanoTime();
    loop.runFor(window);
    int calls = answered;
    double cpuMillis = server.cpu().minus(cpu).toNanos() / 1e6;
    double seconds = (System.nanoTime() - begun) / 1e9;
    again = false;
    awaitAnswers("the last answers");
    long[] sorted = Arrays.copyOf(latencies, calls);
    Arrays.sort(sorted);
    return new Echo(
        calls / seconds,
        cpuMillis / calls,
        sorted[calls / 2] / 1e6,
        sorted[(int) (calls * 0.99)] / 1e6);
  }

  /** Every client calls once, all at the same time. Returns when the last one is answered. */
  Duration sleepOnce() throws IOException {
    long begun = System.nanoTime();
    start(Tool.SLEEP);
    awaitAnswers("answers of the tool that takes a second");
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void start(Tool tool) {
    running = clients.size();
    clients.forEach(client -> client.call(tool));
  }

  private void awaitAnswers(String what) throws IOException {
    try {
      loop.runUntil(() -> running == 0, PATIENCE, what);
    } catch (IllegalStateException e) {
      clients.stream()
          .filter(McpClient::waiting)
          .forEach(client -> System.err.println("Waits: " + client));
      throw e;
    }
  }

  @Override
  public void answered(McpClient client, long nanos) {
    if (answered == latencies.length) {
      latencies = Arrays.copyOf(latencies, 2 * latencies.length);
    }
    latencies[answered++] = nanos;
    if (again) {
      client.call(Tool.ECHO);
    } else {
      running--;
    }
  }

  @Override
  public void close() throws IOException {
    for (McpClient client : clients) {
      client.close();
    }
    server.close();
  }
}

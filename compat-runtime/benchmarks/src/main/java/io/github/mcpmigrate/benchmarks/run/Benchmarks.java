package io.github.mcpmigrate.benchmarks.run;

import static io.github.mcpmigrate.benchmarks.run.Table.figure;

import io.github.mcpmigrate.benchmarks.load.EventLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;

/** Measures every contender and prints what it found. */
public final class Benchmarks {

  private static final int CONCURRENT = 1_000;

  private Benchmarks() {}

  /** Runs everything, or what the options choose. */
  public static void main(String[] arguments) throws IOException {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + Options.HELP);
      System.exit(2);
      return;
    }
    if (!Files.exists(options.quarkusJar())) {
      System.err.println("Without Quarkus: " + options.quarkusJar() + " is not there");
      options.contenders().removeIf(contender -> contender.server().equals("quarkus"));
    }
    if (options.parts().contains("echo")) {
      System.out.println(EchoRounds.run(options).table());
    }
    if (options.parts().contains("sleep")) {
      System.out.println(sleep(options));
    }
    if (options.parts().contains("idle")) {
      System.out.println(idle(options));
    }
    if (options.parts().contains("agent-start")) {
      System.out.println(AgentStart.run(options));
    }
  }

  private static Table sleep(Options options) throws IOException {
    Table table = new Table("1,000 calls of a tool that takes 1 s", "best s", "median s");
    for (Contender contender : options.contenders()) {
      if (contender.limit()) {
        continue;
      }
      try (EventLoop loop = new EventLoop();
          Load load = Load.open(contender, CONCURRENT, loop, options)) {
        load.sleepOnce();
        double[] seconds = new double[options.rounds()];
        for (int i = 0; i < seconds.length; i++) {
          seconds[i] = load.sleepOnce().toNanos() / 1e9;
        }
        Arrays.sort(seconds);
        table.row(contender.label(), figure(seconds[0], 2), figure(seconds[seconds.length / 2], 2));
      }
    }
    return table;
  }

  private static Table idle(Options options) throws IOException {
    Table table = new Table("idle HTTP+SSE session", "heap KB", "to SDK", "threads for all");
    double sdk = Double.NaN;
    if (options.contenders().contains(Contender.SDK_SSE)) {
      IdleSessions.Cost cost = IdleSessions.measure(Contender.SDK_SSE, options);
      sdk = cost.heapKilobytes();
      row(table, Contender.SDK_SSE, cost, sdk);
    }
    for (Contender contender : options.contenders()) {
      if (contender.httpSse() && contender != Contender.SDK_SSE) {
        row(table, contender, IdleSessions.measure(contender, options), sdk);
      }
    }
    return table;
  }

  private static void row(Table table, Contender contender, IdleSessions.Cost cost, double sdk) {
    table.row(
        contender.label(),
        figure(cost.heapKilobytes(), 1),
        figure(cost.heapKilobytes() / sdk, 2),
        Integer.toString(cost.threads()));
  }
}

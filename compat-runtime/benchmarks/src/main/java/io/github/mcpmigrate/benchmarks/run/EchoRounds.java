package io.github.mcpmigrate.benchmarks.run;

import static io.github.mcpmigrate.benchmarks.run.Table.figure;

import io.github.mcpmigrate.benchmarks.load.EventLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Echo calls, every contender measured in turn, round after round. */
final class EchoRounds {

  private final Map<Contender, List<Load.Echo>> found = new EnumMap<>(Contender.class);

  static EchoRounds run(Options options) throws IOException {
    EchoRounds rounds = new EchoRounds();
    Map<Contender, Load> loads = new EnumMap<>(Contender.class);
    try (EventLoop loop = new EventLoop()) {
      try {
        for (Contender contender : options.contenders()) {
          Load load = Load.open(contender, options.clients(), loop, options);
          loads.put(contender, load);
          rounds.found.put(contender, new ArrayList<>());
          load.warmUp(options.warmUp());
        }
        for (int i = 0; i < options.rounds(); i++) {
          for (Map.Entry<Contender, Load> load : loads.entrySet()) {
            rounds.found.get(load.getKey()).add(load.getValue().echo(options.window()));
          }
          System.err.println("round " + (i + 1) + " of " + options.rounds());
        }
      } finally {
        for (Load load : loads.values()) {
          load.close();
        }
      }
    }
    return rounds;
  }

  /** Medians over the rounds; ratios are taken within each round first, and have their spread. */
  Table table() {
    Table table =
        new Table("echo", "CPU ms/call", "to SDK", "to Quarkus", "calls/s", "p50 ms", "p99 ms");
    for (Contender contender : found.keySet()) {
      table.row(
          contender.label(),
          figure(median(contender, Load.Echo::cpuMillis), 4),
          spread(cpuRatios(contender, contender.sdk())),
          spread(cpuRatios(contender, contender.quarkus())),
          figure(median(contender, Load.Echo::callsPerSecond), 0),
          figure(median(contender, Load.Echo::p50), 2),
          figure(median(contender, Load.Echo::p99), 2));
    }
    return table;
  }

  private double median(Contender contender, ToDoubleFunction<Load.Echo> figure) {
    return median(found.get(contender).stream().mapToDouble(figure).toArray());
  }

  private double[] cpuRatios(Contender contender, Contender other) {
    if (contender == other || !found.containsKey(other)) {
      return new double[0];
    }
    List<Load.Echo> ours = found.get(contender);
    List<Load.Echo> theirs = found.get(other);
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = ours.get(i).cpuMillis() / theirs.get(i).cpuMillis();
    }
    return ratios;
  }

  /** The median, and between which two values the middle half lies. */
  private static String spread(double[] values) {
    if (values.length == 0) {
      return "";
    }
    Arrays.sort(values);
    return figure(median(values), 2)
        + " ("
        + figure(values[values.length / 4], 2)
        + "-"
        + figure(values[values.length - 1 - values.length / 4], 2)
        + ")";
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}

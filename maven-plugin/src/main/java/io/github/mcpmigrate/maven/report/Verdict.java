package io.github.mcpmigrate.maven.report;

import java.util.List;

/**
 * What a team reads first.
 *
 * @param servers how many servers of each kind speak HTTP+SSE, those of tests not counted
 * @param clients how many clients of each kind do
 * @param testUses how many servers and clients tests make
 * @param versions what the build files say, as {@code artifact version}
 * @param because one sentence for the way
 * @param next the command to type next, or a sentence where there is none
 */
public record Verdict(
    List<Tally> servers,
    List<Tally> clients,
    int testUses,
    List<String> versions,
    Way way,
    String because,
    String next) {

  /** So many of a kind. */
  public record Tally(Stack stack, int count) {}

  public Verdict {
    servers = List.copyOf(servers);
    clients = List.copyOf(clients);
    versions = List.copyOf(versions);
  }

  /** For example {@code 2 servers (1 Spring AI, 1 written by hand)}. */
  public static String sentence(List<Tally> tallies, String noun) {
    int all = tallies.stream().mapToInt(Tally::count).sum();
    String kinds =
        String.join(
            ", ",
            tallies.stream().map(tally -> tally.count() + " " + tally.stack().label()).toList());
    return all + " " + noun + (all == 1 ? "" : "s") + (all == 0 ? "" : " (" + kinds + ")");
  }
}

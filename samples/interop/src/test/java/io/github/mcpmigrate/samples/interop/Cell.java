package io.github.mcpmigrate.samples.interop;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One scenario of one client over one transport on one server. */
record Cell(Fixture fixture, ForeignClient client, Transport transport, String scenario) {

  /** Every combination, in the order of the servers. */
  static List<Cell> all(List<? extends Fixture> fixtures) {
    return fixtures.stream().flatMap(Cell::on).toList();
  }

  private static Stream<Cell> on(Fixture fixture) {
    return Arrays.stream(ForeignClient.values())
        .flatMap(
            client ->
                Arrays.stream(Transport.values())
                    .flatMap(
                        transport ->
                            Scenarios.of(fixture, client, transport).keySet().stream()
                                .map(scenario -> new Cell(fixture, client, transport, scenario))));
  }

  /** Why this combination does not apply; empty if it does. */
  Optional<String> whyNot() {
    return fixture
        .whyNot()
        .or(() -> client.whyNot(transport).map(reason -> client + ": " + reason))
        .or(() -> client.whyNot(scenario).map(reason -> client + ": " + reason));
  }

  /** Why it has to fail; empty if it has to pass. */
  Optional<String> knownFailure() {
    return KnownFailure.of(this);
  }
}

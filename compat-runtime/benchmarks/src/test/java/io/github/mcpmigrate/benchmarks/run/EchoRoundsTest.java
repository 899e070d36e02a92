package io.github.mcpmigrate.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver works; what it finds in so short a time says nothing. */
class EchoRoundsTest {

  @ParameterizedTest
  @ValueSource(strings = {"tomcat", "jetty"})
  void measuresBothTransportsOnce(String container) throws Exception {
    Options options =
        Options.parse(
            new String[] {
              "--container", container,
              "--contenders", "ours-streamable,ours-sse",
              "--clients", "4",
              "--rounds", "1",
              "--seconds", "1",
              "--warm-up", "0"
            });
    assertThat(EchoRounds.run(options).table().toString().lines())
        .hasSize(4)
        .anyMatch(row -> row.matches("\\| ours, Streamable HTTP +\\| +[0-9.]+ .*"))
        .anyMatch(row -> row.matches("\\| ours, HTTP\\+SSE +\\| +[0-9.]+ .*"));
  }
}

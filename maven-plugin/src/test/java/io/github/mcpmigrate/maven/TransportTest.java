package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportTest {

  @ParameterizedTest
  @CsvSource({"streamable,STREAMABLE", "dual,DUAL", "drop-legacy,DROP_LEGACY", " Dual ,DUAL"})
  void knowsItsWords(String word, Transport transport) {
    assertThat(Transport.of(word)).isEqualTo(transport);
  }

  @Test
  void anUnknownWordIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Transport.of("websocket"))
        .hasMessage("Unknown transport 'websocket'. Use one of streamable, dual, drop-legacy.");
    assertThatThrownBy(() -> Transport.of("streaming"))
        .hasMessageEndingWith("Did you mean -Dtransport=streamable?");
    assertThatThrownBy(() -> Transport.of("")).hasMessageContaining("Use one of");
  }
}

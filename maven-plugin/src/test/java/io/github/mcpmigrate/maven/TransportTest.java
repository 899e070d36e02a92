package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThatThrownBy(() -> Transport.of("")).hasMessageEndingWith("dual, drop-legacy.");
  }

  @ParameterizedTest
  @CsvSource({
    "duel,dual",
    "daul,dual",
    "dual-transport,dual",
    "streaming,streamable",
    "streamable-http,streamable",
    "stream,streamable",
    "drop,drop-legacy",
    "droplegacy,drop-legacy",
    "DROP_LEGACY,drop-legacy"
  })
  void aWordThatIsNearlyOneIsAnsweredWithThatOne(String word, String meant) {
    assertThatThrownBy(() -> Transport.of(word))
        .hasMessageEndingWith("Did you mean -Dtransport=" + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sse", "http", "stdio", "d", "legacy"})
  void aWordThatIsFarFromAllOfThemIsNotGuessed(String word) {
    assertThatThrownBy(() -> Transport.of(word)).hasMessageEndingWith("dual, drop-legacy.");
  }
}

package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LibraryTest {

  @Test
  void nothingMeansAll() {
    assertThat(Library.of(null)).isEmpty();
  }

  @Test
  void wordsAreKnownWhateverTheirCase() {
    assertThat(Library.of("sdk")).contains(Library.SDK);
    assertThat(Library.of(" SpringAI ")).contains(Library.SPRING_AI);
    assertThat(Library.of("quarkus")).contains(Library.QUARKUS);
  }

  @Test
  void anUnknownWordIsToldTheKnownOnesAndTheNearest() {
    assertThatThrownBy(() -> Library.of("spring"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Unknown library 'spring'. Use one of sdk, springai, quarkus. Did you mean -Donly=springai?");
    assertThatThrownBy(() -> Library.of("helidon"))
        .hasMessage("Unknown library 'helidon'. Use one of sdk, springai, quarkus.");
  }
}

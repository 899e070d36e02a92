package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrateMojoTest {

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void dryRunIsTrueOrFalse(String word) {
    assertThatCode(() -> MigrateMojo.requireYesOrNo("dryRun", word)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "on", "ture", "", "FALSE"})
  void anyOtherWordIsNotTakenForAGo(String word) {
    assertThatThrownBy(() -> MigrateMojo.requireYesOrNo("dryRun", word))
        .hasMessage("-DdryRun is true or false, not '" + word + "'; nothing was changed.");
  }

  @Test
  void theEndpointIsTheOldPathOrAnother() {
    assertThatCode(() -> MigrateMojo.requireOneEndpoint(null, "true")).doesNotThrowAnyException();
    assertThatCode(() -> MigrateMojo.requireOneEndpoint("/x", null)).doesNotThrowAnyException();
    assertThatCode(() -> MigrateMojo.requireOneEndpoint("/x", "false")).doesNotThrowAnyException();
    assertThatThrownBy(() -> MigrateMojo.requireOneEndpoint("/x", "true"))
        .hasMessageContaining("Give one of them; nothing was changed.");
    assertThatThrownBy(() -> MigrateMojo.requireOneEndpoint(null, "yes"))
        .hasMessage("-DkeepUrl is true or false, not 'yes'; nothing was changed.");
  }
}

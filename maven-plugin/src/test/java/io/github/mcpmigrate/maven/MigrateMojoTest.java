package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrateMojoTest {

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void dryRunIsTrueOrFalse(String word) {
    assertThatCode(() -> MigrateMojo.requireYesOrNo(word)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "on", "ture", "", "FALSE"})
  void anyOtherWordIsNotTakenForAGo(String word) {
    assertThatThrownBy(() -> MigrateMojo.requireYesOrNo(word))
        .hasMessage("-DdryRun is true or false, not '" + word + "'; nothing was changed.");
  }
}

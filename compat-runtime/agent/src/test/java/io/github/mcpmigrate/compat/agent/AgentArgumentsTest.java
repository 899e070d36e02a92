package io.github.mcpmigrate.compat.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class AgentArgumentsTest {

  @Test
  void nothingIsNoOption() {
    assertThat(AgentArguments.read(null)).isEmpty();
    assertThat(AgentArguments.read(" ")).isEmpty();
  }

  @Test
  void optionsStandBetweenCommas() {
    assertThat(AgentArguments.read("max-calls=5, keep-alive-interval = 10s"))
        .containsExactly(entry("max-calls", "5"), entry("keep-alive-interval", "10s"));
  }

  @Test
  void aValueMayHaveAnEqualsSign() {
    assertThat(AgentArguments.read("allowed-origins=https://a.example/?x=1"))
        .containsEntry("allowed-origins", "https://a.example/?x=1");
  }

  @Test
  void whatIsNoOptionIsSaid() {
    assertThatThrownBy(() -> AgentArguments.read("max-calls=5,debug"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'debug' is no option; write name=value, with commas between several");
  }
}

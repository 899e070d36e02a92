package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said not to exist does not, and what is tested by default has something of everything.
 */
class StacksIT {

  @Test
  void thirtyThreeExistAndFortyTwoDoNot() {
    assertThat(Stack.all()).hasSize(75);
    assertThat(Stack.existing()).hasSize(33);
  }

  @Test
  void theRepresentativesHaveSomethingOfEverything() {
    assertThat(Stack.existing()).containsAll(Stack.REPRESENTATIVE);
    assertThat(Stack.REPRESENTATIVE).extracting(Stack::door).contains(Stack.Door.values());
    assertThat(Stack.REPRESENTATIVE).extracting(Stack::container).containsAll(Stack.CONTAINERS);
    assertThat(Stack.REPRESENTATIVE).extracting(Stack::sdk).containsAll(Stack.SDKS);
  }

  /** The SDK has no part in it: one line stands for all. */
  static Stream<Stack> notExisting() {
    return Stack.all().stream()
        .filter(stack -> stack.whyNot().isPresent() && stack.sdk().equals("0.18"));
  }

  @ParameterizedTest
  @MethodSource("notExisting")
  void theServerRefusesWhatDoesNotExist(Stack stack) throws Exception {
    Process server = ServerProcess.command(List.of(stack.options())).start();
    try {
      String error = new String(server.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(server.waitFor()).isEqualTo(2);
      assertThat(error)
          .startsWith("Option --container cannot be '" + stack.container() + "' for --door");
    } finally {
      server.destroyForcibly();
    }
  }
}

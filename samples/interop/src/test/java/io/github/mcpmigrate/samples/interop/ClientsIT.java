package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mcpmigrate.samples.interop.node.NodeTools;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One list of scenarios over stacks, clients and transports. A cell that does not apply says why
 * and is counted; one that is known to fail has to fail.
 */
class ClientsIT {

  /** Of 414 cells; in the others it is the client that has no such thing. */
  private static final int EACH_STACK = 338;

  @Test
  void everyCellIsAccountedFor() {
    List<Cell> all = Cell.all(Stack.all());
    assertThat(all.size()).isEqualTo(75 * 9 * 2 * 23);
    assertThat(all.stream().filter(cell -> cell.whyNot().isPresent()).count())
        .isEqualTo(42 * 414 + 33 * (414 - EACH_STACK));
    assertThat(ClientTests.applying(Stack.existing()).size()).isEqualTo(33 * EACH_STACK);
    assertThat(ClientTests.applying(Stack.REPRESENTATIVE).size()).isEqualTo(6 * EACH_STACK);
  }

  @TestFactory
  Stream<DynamicNode> cells() throws Exception {
    NodeTools.installed(); // Without it all of this is skipped, not each step by itself.
    return Stack.chosen().stream()
        .map(stack -> dynamicContainer(stack.toString(), ClientTests.on(stack).stream()));
  }

  @Test
  void aKnownFailureThatPassesFails() throws Throwable {
    Optional<String> known = Optional.of("a reason");
    KnownFailure.verify(known, () -> fail("as known"));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> KnownFailure.verify(known, () -> {}))
        .withMessageContaining("a reason");
  }

  @AfterAll
  static void count() {
    ClientTests.count("stacks", Stack.chosen(), Stack.all());
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aCancelledToolStopsWorking(Transport transport) throws Exception {
    for (Stack stack : Stack.oneForEachDoor()) {
      try (ServerProcess server = stack.start();
          Driver driver = Driver.start("cancel", server, transport)) {
        server.await("slow-start " + transport.driverName(), Duration.ofSeconds(20));
        driver.proceed();
        server.await("slow-aborted " + transport.driverName(), Duration.ofSeconds(2));
        Map<String, JsonNode> steps = driver.finish();
        assertThat(steps.get("cancelled").get("rejected").asText()).contains("enough");
        assertThat(steps.get("after").get("text").asText()).isEqualTo("Echo: after");
      }
    }
  }
}

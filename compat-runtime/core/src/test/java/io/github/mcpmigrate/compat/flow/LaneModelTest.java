package io.github.mcpmigrate.compat.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lane, outbox and log under a model checker, which decides at each step which thread goes on. */
@Execution(ExecutionMode.CONCURRENT)
class LaneModelTest {

  /** How many random courses of events are tried; each takes some seconds. */
  private static final String COURSES = System.getProperty("mcp.compat.model.courses", "1");

  /** What the checker tries does not depend on them; it ends in half the time. */
  private static final List<String> OPTIONS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  @Test
  void everyMessageIsReadOnceInOrderWhateverThreadsAndConnectionsDo(@TempDir Path folder)
      throws Exception {
    JavaProcess.Outcome outcome = JavaProcess.run(LaneModelCheck.class, OPTIONS, folder, COURSES);
    assertThat(outcome.faulty()).as(outcome.said()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenLaneIsNoticed(Mutant mutant, @TempDir Path folder) throws Exception {
    JavaProcess.Outcome outcome = mutant.meets(LaneModelCheck.class, OPTIONS, folder);
    assertThat(outcome.faulty()).as(outcome.said()).isTrue();
    assertThat(outcome.said()).contains("received(): [");
  }
}

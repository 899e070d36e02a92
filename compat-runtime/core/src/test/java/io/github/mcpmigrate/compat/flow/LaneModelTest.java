package io.github.mcpmigrate.compat.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lane, outbox and log under a model checker, which decides at each step which thread goes on. */
class LaneModelTest {

  /** How many random courses of events are tried; each takes some seconds. */
  private static final int COURSES = Integer.getInteger("mcp.compat.model.courses", 1);

  @Test
  void everyMessageIsReadOnceInOrderWhateverThreadsAndConnectionsDo() {
    LaneModelCheck.check(COURSES);
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenLaneIsNoticed(Mutant mutant, @TempDir Path folder) throws Exception {
    Mutant.Outcome outcome = mutant.meets(LaneModelCheck.class, folder);
    assertThat(outcome.faulty()).as(outcome.said()).isTrue();
    assertThat(outcome.said()).contains("received(): [");
  }
}

package io.github.mcpmigrate.compat.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lane on real threads against the most hostile container that the contract allows. */
class LaneStressTest {

  @Test
  void everyMessageArrivesOnceAndInOrderAcrossReconnects() {
    assertThat(LaneStress.fault(20)).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenLaneIsNoticed(Mutant mutant, @TempDir Path folder) throws Exception {
    JavaProcess.Outcome outcome = mutant.meets(LaneStress.class, List.of(), folder);
    assertThat(outcome.faulty()).as(outcome.said()).isTrue();
    assertThat(outcome.said()).startsWith("round ");
  }
}

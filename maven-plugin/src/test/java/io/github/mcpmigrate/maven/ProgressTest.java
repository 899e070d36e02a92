package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final List<String> out = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5;
  private final Progress progress = new Progress(out::add, () -> now);

  @Test
  void phasesHaveTheSecondsSinceTheStart() {
    progress.phase("Compiling");
    pass(12);
    progress.phase("Looking");
    pass(1000);
    progress.phase("Done");
    assertThat(out).containsExactly("[  0 s] Compiling", "[ 12 s] Looking", "[1012 s] Done");
  }

  @Test
  void stepsAreToldOnlyAfterSilence() {
    progress.phase("Compiling");
    pass(4);
    progress.step("module 1 of 3: a");
    pass(1);
    progress.step("module 2 of 3: b");
    pass(4);
    progress.line("something");
    pass(2);
    progress.step("module 3 of 3: c");
    assertThat(out).containsExactly("[  0 s] Compiling", "[  5 s]   module 2 of 3: b", "something");
  }

  private void pass(int seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
  }
}

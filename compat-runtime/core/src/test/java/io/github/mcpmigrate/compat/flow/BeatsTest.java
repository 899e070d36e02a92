package io.github.mcpmigrate.compat.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many tasks on one timer. */
class BeatsTest {

  private final List<String> ran = new ArrayList<>();

  @Test
  void runsNothingBeforeItIsDue() {
    Beats beats = new Beats(Duration.ofHours(1));
    beats.add(() -> ran.add("early"));
    beats.tock();
    assertThat(ran).isEmpty();
  }

  @Test
  void isDueSoEarlyThatTheNextTickIsNotTooLate() {
    assertThat(new Beats(Duration.ofSeconds(16)).tick()).isEqualTo(Duration.ofSeconds(2));
    Beats beats = new Beats(Duration.ofNanos(1));
    beats.add(() -> ran.add("due"));
    beats.tock();
    assertThat(ran).containsExactly("due");
  }

  @Test
  void runsAgainUntilItIsCancelledAndOutlivesTasksThatFail() {
    Beats beats = new Beats(Duration.ofNanos(1));
    beats.add(
        () -> {
          throw new IllegalStateException("a task that fails");
        });
    Beats.Beat beat = beats.add(() -> ran.add("beat"));
    beats.tock();
    beats.tock();
    beat.cancel();
    beats.tock();
    assertThat(ran).containsExactly("beat", "beat");
  }

  @Test
  void theTimerRunsWhatComesAfterItsFirstTicks() throws Exception {
    try (Timers timers = new Timers("test")) {
      for (int i = 0; i < 3; i++) {
        CountDownLatch twice = new CountDownLatch(2);
        Beats.Beat beat = timers.beat(Duration.ofMillis(8), twice::countDown);
        assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
        beat.cancel();
      }
    }
  }
}

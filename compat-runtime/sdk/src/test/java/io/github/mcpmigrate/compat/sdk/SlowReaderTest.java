package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpmigrate.compat.conversation.Room;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SlowReaderTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final Full full = new Full();
  private final List<String> sent = new ArrayList<>();

  @Test
  void aSenderThatNeedNotWaitHasRunWhenItsMonoIsThere() {
    Mono<Void> mono = SlowReader.whenFree(Room.AMPLE, () -> sent.add("answer"));
    assertThat(sent).containsExactly("answer");
    mono.block(SOON);
  }

  @Test
  void aSenderThatNeedNotWaitFailsItsMono() {
    Mono<Void> mono = Mono.defer(() -> SlowReader.whenFree(Room.AMPLE, SlowReaderTest::fail));
    assertThatThrownBy(() -> mono.block(SOON)).isInstanceOf(Unsent.class);
  }

  @Test
  void aSenderThatWaitsRunsOnceAndItsMonoCompletesOnAnotherThread() throws Exception {
    CompletableFuture<Thread> completed = new CompletableFuture<>();
    SlowReader.whenFree(full, () -> sent.add("answer"))
        .subscribe(
            nothing -> {},
            completed::completeExceptionally,
            () -> completed.complete(Thread.currentThread()));
    assertThat(sent).isEmpty();
    assertThat(completed).isNotDone();
    full.letGo();
    assertThat(completed.get(10, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
    assertThat(sent).containsExactly("answer");
  }

  @Test
  void aSenderThatFailsAfterItHasWaitedFailsItsMonoAndNobodyElse() {
    Mono<Void> failing = SlowReader.whenFree(full, SlowReaderTest::fail);
    Mono<Void> next = SlowReader.whenFree(full, () -> sent.add("next"));
    // On the thread that writes to the client: what it throws would cost the client its wire.
    full.letGo();
    assertThatThrownBy(() -> failing.block(SOON)).isInstanceOf(Unsent.class);
    next.block(SOON);
    assertThat(sent).containsExactly("next");
  }

  @Test
  void anErrorOfTheMachineFailsTheMonoToo() {
    Mono<Void> failing =
        SlowReader.whenFree(
            full,
            () -> {
              throw new NoClassDefFoundError("gone");
            });
    full.letGo();
    assertThatThrownBy(() -> failing.block(SOON)).isInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  void roomAloneIsWaitedForInTheSameWay() {
    SlowReader.room(Room.AMPLE).block(SOON);
    Mono<Void> room = SlowReader.room(full);
    assertThat(full.waiting).hasSize(1);
    full.letGo();
    room.block(SOON);
  }

  private static void fail() {
    throw new Unsent();
  }

  private static final class Unsent extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Has no room before it is told. */
  private static final class Full implements Room {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public boolean free() {
      return false;
    }

    @Override
    public void whenFree(Runnable sender) {
      waiting.addLast(sender);
    }

    void letGo() {
      for (Runnable sender = waiting.poll(); sender != null; sender = waiting.poll()) {
        sender.run();
      }
    }
  }
}

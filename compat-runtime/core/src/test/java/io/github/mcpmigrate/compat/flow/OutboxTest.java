package io.github.mcpmigrate.compat.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private final FakeSource source = new FakeSource();
  private final FakeWire wire = new FakeWire();
  private final Outbox outbox = new Outbox(source);

  @Test
  void sendsTheHeadAtOnceWhenThereIsNoFrame() {
    outbox.start(wire);
    assertThat(wire.log).containsExactly("flush");
  }

  @Test
  void writesInOrderAndFlushesOnceTheSourceIsEmpty() {
    source.frames.addAll(List.of("a", "b"));
    outbox.start(wire);
    assertThat(wire.log).containsExactly("a", "b", "flush");
  }

  @Test
  void holdsTheFrameForWhichTheWireHasNoRoom() {
    wire.ready = false;
    source.frames.add("a");
    outbox.start(wire);
    outbox.wake();
    assertThat(wire.log).isEmpty();
    assertThat(wire.asked).as("asked once, then waits to be called").isEqualTo(1);
    wire.ready = true;
    outbox.writable();
    assertThat(wire.log).containsExactly("a", "flush");
  }

  @Test
  void finishesTheWireWhenTheSourceHasEnded() {
    source.frames.add("a");
    source.ended = true;
    outbox.start(wire);
    assertThat(wire.log).containsExactly("a", "flush", "finish");
    outbox.wake();
    outbox.lost(new WireLostException("late"));
    assertThat(wire.log).hasSize(3);
    assertThat(source.lost).as("a finished wire is not lost").isNull();
  }

  @Test
  void aThrowingWireIsLostOnce() {
    wire.failure = new IllegalStateException("broken pipe");
    source.frames.add("a");
    outbox.start(wire);
    assertThat(source.lost).isSameAs(wire.failure);
    assertThat(wire.log).containsExactly("finish");
    outbox.lost(new WireLostException("again"));
    assertThat(source.losses).isEqualTo(1);
  }

  @Test
  void aLossBeforeTheWireIsThereIsToldAndEndsTheWireThatComes() {
    outbox.lost(new WireLostException("gone"));
    assertThat(source.losses).isEqualTo(1);
    outbox.start(wire);
    assertThat(wire.log).containsExactly("finish");
  }

  @Test
  void givesUpAWireThatTakesNothing() {
    wire.ready = false;
    source.frames.add("a");
    outbox.start(wire);
    long later = System.nanoTime() + 10_000_000_000L;
    outbox.expire(later, 60_000_000_000L);
    assertThat(source.lost).isNull();
    outbox.expire(later, 5_000_000_000L);
    assertThat(source.lost).isInstanceOf(WireLostException.class);
  }

  @Test
  void hidesAnInterruptFromTheWireAndGivesItBack() {
    source.frames.add("a");
    Thread.currentThread().interrupt();
    outbox.start(wire);
    assertThat(wire.sawInterrupt).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  private static final class FakeSource implements Outbox.Source {
    final Queue<String> frames = new ArrayDeque<>();
    boolean ended;
    Throwable lost;
    int losses;

    @Override
    public boolean pending() {
      return !frames.isEmpty();
    }

    @Override
    public byte[] next() {
      String frame = frames.poll();
      return frame == null ? null : frame.getBytes();
    }

    @Override
    public boolean ended() {
      return ended && frames.isEmpty();
    }

    @Override
    public void lost(Throwable cause) {
      lost = cause;
      losses++;
    }
  }

  private static final class FakeWire implements Wire {
    final List<String> log = new ArrayList<>();
    boolean ready = true;
    int asked;
    RuntimeException failure;
    boolean sawInterrupt;

    @Override
    public boolean ready() {
      asked++;
      return ready;
    }

    @Override
    public void write(byte[] frame) {
      sawInterrupt |= Thread.currentThread().isInterrupted();
      if (failure != null) {
        throw failure;
      }
      log.add(new String(frame));
    }

    @Override
    public void flush() {
      log.add("flush");
    }

    @Override
    public void finish() {
      log.add("finish");
    }
  }
}

package io.github.mcpmigrate.compat.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

  /** Bytes that may wait. */
  private static final int ROOM = 1_000;

  private final Timers timers = new Timers("test");
  private final Recorder observer = new Recorder();

  @AfterEach
  void close() {
    timers.close();
  }

  @Test
  void keepsMessagesUntilAWireComes() {
    Lane lane = lane(true, 8);
    lane.append(json("1"));
    lane.append(json("2"));
    TextWire wire = attach(lane);
    assertThat(wire.text)
        .isEqualTo("id: L.1\nevent: message\ndata: 1\n\nid: L.2\nevent: message\ndata: 2\n\n");
  }

  @Test
  void aLaneWithoutReplayWritesNoIdsAndKeepsNothing() {
    Lane lane = lane(false, 8);
    TextWire wire = attach(lane);
    lane.append(json("1"));
    assertThat(wire.text).isEqualTo("event: message\ndata: 1\n\n");
    assertThat(lane.resume(0, id -> null)).isNull();
  }

  @Test
  void resumesBehindTheMessageThatIsNamed() {
    Lane lane = lane(true, 8);
    attach(lane);
    for (String n : new String[] {"1", "2", "3"}) {
      lane.append(json(n));
    }
    TextWire again = new TextWire();
    lane.resume(2, id -> null).start(again);
    assertThat(again.text).isEqualTo("id: L.3\nevent: message\ndata: 3\n\n");
  }

  @Test
  void doesNotResumeWhereMessagesAreGone() {
    Lane lane = lane(true, 2);
    attach(lane);
    for (int n = 1; n <= 5; n++) {
      lane.append(json("" + n));
    }
    assertThat(lane.resume(2, id -> null)).as("3 is gone").isNull();
    assertThat(lane.resume(3, id -> null)).isNotNull();
    assertThat(lane.resume(6, id -> null)).as("was never sent").isNull();
  }

  @Test
  void theNewestWireWins() {
    Lane lane = lane(true, 8);
    TextWire old = attach(lane);
    TextWire fresh = attach(lane);
    lane.append(json("1"));
    assertThat(old.finished).isTrue();
    assertThat(old.text).isEmpty();
    assertThat(fresh.text).contains("data: 1");
    assertThat(observer.lost).as("it was replaced, not lost").isNull();
  }

  @Test
  void countsWhatNobodyTookInTime() {
    Lane lane = lane(true, 2);
    for (int n = 1; n <= 5; n++) {
      lane.append(json("" + n));
    }
    assertThat(observer.dropped).isEqualTo(3);
  }

  @Test
  void givesUpAWireThatFallsBehindTheLog() {
    Lane lane = new Lane("L", rules(false, 100), new MemoryEventLog(8, 100), observer);
    TextWire slow = new TextWire();
    slow.ready = false;
    lane.attach(id -> null).start(slow);
    for (int n = 0; n < 10; n++) {
      lane.append(json("0123456789"));
    }
    assertThat(observer.lost).as("more messages than are kept, but no more bytes").isNull();
    lane.append(json("1"));
    assertThat(observer.lost).hasMessageContaining("slower");
    assertThat(slow.finished).isTrue();
    assertThat(lane.attached()).isFalse();
  }

  @Test
  void keepsNoMoreThanItMayOnceAWireHasTakenThem() {
    MemoryEventLog log = new MemoryEventLog(2, 1 << 20);
    Lane lane = new Lane("L", rules(true, 100), log, observer);
    TextWire slow = new TextWire();
    slow.ready = false;
    Outbox outbox = lane.attach(id -> null);
    outbox.start(slow);
    for (int n = 1; n <= 5; n++) {
      lane.append(json("" + n));
    }
    assertThat(log.first()).isEqualTo(1);
    slow.ready = true;
    outbox.writable();
    assertThat(slow.text).contains("data: 1\n", "data: 2\n", "data: 3\n", "data: 5\n");
    assertThat(log.first()).isEqualTo(4);
    assertThat(observer.dropped).isZero();
  }

  @Test
  void thereIsNoRoomUntilTheWireHasTakenHalfOfIt() {
    Lane lane = lane(true, 8);
    assertThat(lane.free()).isTrue();
    TextWire slow = new TextWire();
    slow.ready = false;
    Outbox outbox = lane.attach(id -> null);
    lane.append(json("x".repeat(ROOM + 1)));
    assertThat(lane.free()).as("a wire that is not open yet").isTrue();
    outbox.start(slow);
    assertThat(lane.free()).isFalse();
    AtomicInteger told = new AtomicInteger();
    lane.whenFree(told::incrementAndGet);
    assertThat(told).hasValue(0);
    slow.ready = true;
    outbox.writable();
    assertThat(told).hasValue(1);
    lane.whenFree(told::incrementAndGet);
    assertThat(told).hasValue(2);
  }

  @Test
  void aSenderThatFailsHoldsUpNobodyBehindIt() {
    Lane lane = lane(true, 8);
    AtomicInteger told = new AtomicInteger();
    assertThatThrownBy(
            () ->
                lane.whenFree(
                    () -> {
                      lane.whenFree(told::incrementAndGet);
                      throw new IllegalStateException("cannot send");
                    }))
        .hasMessage("cannot send");
    assertThat(told).hasValue(1);
  }

  @Test
  void nobodyWaitsForAWireThatIsGone() {
    for (Consumer<Lane> end :
        List.<Consumer<Lane>>of(
            Lane::end,
            lane -> lane.detach(null),
            lane -> {
              for (int n = 0; n < 100; n++) {
                lane.append(json("x".repeat(ROOM)));
              }
            })) {
      Lane lane = new Lane("L", rules(true, ROOM), new MemoryEventLog(8, 4 * ROOM), observer);
      TextWire slow = new TextWire();
      slow.ready = false;
      lane.attach(id -> null).start(slow);
      lane.append(json("x".repeat(ROOM + 1)));
      AtomicInteger told = new AtomicInteger();
      lane.whenFree(told::incrementAndGet);
      assertThat(told).hasValue(0);
      end.accept(lane);
      assertThat(told).hasValue(1);
      assertThat(lane.free()).isTrue();
    }
  }

  @Test
  void aLaneThatEndedFinishesItsWireAndTakesNothingMore() {
    Lane lane = lane(true, 8);
    lane.append(json("1"));
    lane.end();
    assertThat(lane.append(json("2"))).isFalse();
    assertThat(lane.drained()).isFalse();
    TextWire wire = attach(lane);
    assertThat(wire.text).endsWith("data: 1\n\n");
    assertThat(wire.finished).isTrue();
    assertThat(lane.drained()).isTrue();
  }

  @Test
  void aSilentWireGetsACommentLineWithoutABlankLine() {
    Lane lane =
        new Lane(
            "L",
            new LaneRules(true, Duration.ofMillis(5), Duration.ofHours(1), ROOM, timers),
            new MemoryEventLog(8, 100),
            observer);
    TextWire wire = attach(lane);
    long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (wire.text.length() < 4 && System.nanoTime() < limit) {
      Thread.onSpinWait();
    }
    assertThat(wire.text).startsWith(":\n:\n");
  }

  @Test
  void lineBreaksInAMessageStayInsideItsEvent() {
    Lane lane = lane(false, 8);
    TextWire wire = attach(lane);
    lane.append(json("{\r\n \"a\":1\n}"));
    assertThat(wire.text).isEqualTo("event: message\ndata: {   \"a\":1 }\n\n");
  }

  private TextWire attach(Lane lane) {
    TextWire wire = new TextWire();
    lane.attach(id -> null).start(wire);
    return wire;
  }

  private Lane lane(boolean replay, int events) {
    return new Lane("L", rules(replay, ROOM), new MemoryEventLog(events, 1 << 20), observer);
  }

  private LaneRules rules(boolean replay, long room) {
    return new LaneRules(replay, Duration.ofHours(1), Duration.ofHours(1), room, timers);
  }

  private static byte[] json(String text) {
    return text.getBytes(UTF_8);
  }

  private static final class Recorder implements Lane.Observer {
    Throwable lost;
    long dropped;

    @Override
    public void wireLost(Lane lane, Throwable cause) {
      lost = cause;
    }

    @Override
    public void dropped(Lane lane, long messages) {
      dropped += messages;
    }
  }

  private static final class TextWire implements Wire {
    volatile String text = "";
    volatile boolean finished;
    boolean ready = true;

    @Override
    public boolean ready() {
      return ready;
    }

    @Override
    public void write(byte[] frame) {
      text += new String(frame, UTF_8);
    }

    @Override
    public void flush() {}

    @Override
    public void finish() {
      finished = true;
    }
  }
}

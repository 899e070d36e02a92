package io.github.mcpmigrate.compat.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

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
    Lane lane = lane(false, 2);
    TextWire slow = new TextWire();
    slow.ready = false;
    lane.attach(id -> null).start(slow);
    for (int n = 1; n <= 5; n++) {
      lane.append(json("" + n));
    }
    assertThat(observer.lost).hasMessageContaining("slower");
    assertThat(slow.finished).isTrue();
    assertThat(lane.attached()).isFalse();
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
            new LaneRules(true, Duration.ofMillis(5), Duration.ofHours(1), timers),
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
    LaneRules rules = new LaneRules(replay, Duration.ofHours(1), Duration.ofHours(1), timers);
    return new Lane("L", rules, new MemoryEventLog(events, 1 << 20), observer);
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

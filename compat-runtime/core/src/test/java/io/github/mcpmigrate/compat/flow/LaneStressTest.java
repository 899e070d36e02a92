package io.github.mcpmigrate.compat.flow;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A lane against a hostile container: it is not ready when it likes, calls back at once or late
 * from another thread, and fails on a write it was not ready for; sockets die in mid-stream and the
 * client resumes with the last id it saw.
 */
class LaneStressTest {

  private static final int PRODUCERS = 3;
  private static final int PER_PRODUCER = 200;

  @Test
  void everyMessageArrivesOnceAndInOrderAcrossReconnects() throws Exception {
    ExecutorService container = Executors.newFixedThreadPool(4);
    ExecutorService producers = Executors.newFixedThreadPool(PRODUCERS);
    int reconnects = 0;
    try (Timers timers = new Timers("stress")) {
      for (int round = 0; round < 150; round++) {
        reconnects += round(new Random(round), container, producers, timers);
      }
    } finally {
      producers.shutdownNow();
      container.shutdownNow();
    }
    assertThat(reconnects).as("sockets did die in the middle").isGreaterThan(150);
  }

  private static int round(
      Random random, ExecutorService container, ExecutorService producers, Timers timers)
      throws Exception {
    LaneRules rules = new LaneRules(true, Duration.ofHours(1), Duration.ofHours(1), timers);
    Client client = new Client(container);
    Lane lane = new Lane("l", rules, new MemoryEventLog(PRODUCERS * PER_PRODUCER, 1 << 20), client);
    client.connect(lane, random.nextInt(40));
    AtomicInteger number = new AtomicInteger();
    List<Future<?>> work = new ArrayList<>();
    for (int i = 0; i < PRODUCERS; i++) {
      work.add(
          producers.submit(
              () -> {
                for (int n = 0; n < PER_PRODUCER; n++) {
                  lane.append(("\"" + number.incrementAndGet() + "\"").getBytes(US_ASCII));
                }
              }));
    }
    for (Future<?> done : work) {
      done.get(20, TimeUnit.SECONDS);
    }
    lane.end();
    assertThat(client.finished.await(20, TimeUnit.SECONDS)).as("the stream ended").isTrue();
    assertThat(client.fault).isNull();
    assertThat(client.lastSeen).isEqualTo(PRODUCERS * PER_PRODUCER);
    return client.connections - 1;
  }

  /** Reads frames, checks that ids come without gap or repetition, and reconnects when cut. */
  private static final class Client implements Lane.Observer {
    final CountDownLatch finished = new CountDownLatch(1);
    final ExecutorService container;
    volatile String fault;
    volatile int lastSeen;
    int connections;
    Random random = new Random(1);

    Client(ExecutorService container) {
      this.container = container;
    }

    void connect(Lane lane, int dieAfter) {
      connections++;
      Outbox outbox = lane.resume(lastSeen, eventId -> null);
      outbox.start(new HostileWire(this, outbox, dieAfter));
    }

    void saw(byte[] frame) {
      String text = new String(frame, US_ASCII);
      int id = Integer.parseInt(text.substring(text.indexOf('.') + 1, text.indexOf('\n')));
      if (id != lastSeen + 1) {
        fault = "after " + lastSeen + " came " + id;
      }
      lastSeen = id;
    }

    @Override
    public void wireLost(Lane lane, Throwable cause) {
      if (!(cause instanceof WireLostException)) {
        fault = cause.toString();
      }
      connect(lane, random.nextInt(60));
    }

    @Override
    public void dropped(Lane lane, long messages) {
      fault = "dropped " + messages;
    }
  }

  private static final class HostileWire implements Wire {
    private final Client client;
    private final Outbox outbox;
    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final AtomicBoolean calling = new AtomicBoolean();
    private final Random random = new Random(7);
    private int left;

    HostileWire(Client client, Outbox outbox, int dieAfter) {
      this.client = client;
      this.outbox = outbox;
      this.left = dieAfter;
    }

    @Override
    public boolean ready() {
      if (ready.get() && random.nextInt(3) > 0) {
        return true;
      }
      if (!calling.compareAndSet(false, true)) {
        client.fault = "asked again before the callback";
      }
      ready.set(false);
      client.container.execute(
          () -> {
            ready.set(true);
            calling.set(false);
            outbox.writable();
          });
      return false;
    }

    @Override
    public void write(byte[] frame) {
      if (!ready.get()) {
        client.fault = "written to when not ready";
      }
      if (left-- == 0) {
        throw new WireLostException("cut");
      }
      client.saw(frame);
    }

    @Override
    public void flush() {
      if (!ready.get()) {
        client.fault = "flushed when not ready";
      }
    }

    @Override
    public void finish() {
      if (left >= 0) {
        client.finished.countDown();
      }
    }
  }
}

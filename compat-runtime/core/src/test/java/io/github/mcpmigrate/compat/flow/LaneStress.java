package io.github.mcpmigrate.compat.flow;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
import java.util.function.Function;

/**
 * A lane against a hostile container: it is not ready when it likes, calls back at once or late
 * from another thread, and fails on a write it was not ready for; sockets die in a write or while
 * nobody writes, and the client comes back, with the last id it saw or without, after that or in
 * the middle of the write. Gives the first fault, or null.
 */
final class LaneStress {

  private static final int ROUNDS = 150;
  private static final int PRODUCERS = 3;
  private static final int PER_PRODUCER = 200;

  /** Bytes: few messages, so that producers wait again and again. */
  private static final int ROOM = 40;

  /** What a client does when its stream breaks. */
  private enum Return {
    WITH_THE_LAST_ID,
    WITHOUT_ID,
    TO_A_LANE_WITHOUT_IDS
  }

  private LaneStress() {}

  /** What a mutant meets. */
  public static void main(String[] arguments) {
    String fault = fault(2);
    System.out.println(fault);
    System.exit(fault == null ? 0 : JavaProcess.FAULTY);
  }

  /**
   * Gives the first fault, or null.
   *
   * @param patience seconds after which a stream that has not ended counts as stuck
   */
  static String fault(int patience) {
    ExecutorService container = Executors.newFixedThreadPool(4);
    ExecutorService producers = Executors.newFixedThreadPool(PRODUCERS);
    int reconnects = 0;
    try (Timers timers = new Timers("stress")) {
      for (int round = 0; round < ROUNDS; round++) {
        Client client = new Client(container, round);
        round(client, producers, timers, patience);
        if (client.fault != null) {
          return "round " + round + ": " + client.fault;
        }
        reconnects += client.connections.get() - round - 1;
      }
    } catch (Exception e) {
      return "stuck: " + e;
    } finally {
      producers.shutdownNow();
      container.shutdownNow();
    }
    return reconnects > ROUNDS ? null : "sockets did not die in the middle";
  }

  private static void round(Client client, ExecutorService producers, Timers timers, int patience)
      throws Exception {
    boolean replay = client.manner != Return.TO_A_LANE_WITHOUT_IDS;
    LaneRules rules = new LaneRules(replay, Duration.ofHours(1), Duration.ofHours(1), ROOM, timers);
    Lane lane = new Lane("l", rules, new MemoryEventLog(PRODUCERS * PER_PRODUCER, 1 << 20), client);
    client.connect(lane);
    List<Future<?>> work = new ArrayList<>();
    for (int i = 0; i < PRODUCERS; i++) {
      int producer = i;
      work.add(
          producers.submit(
              () -> {
                for (int n = 1; n <= PER_PRODUCER; n++) {
                  lane.append((producer + "," + n).getBytes(US_ASCII));
                  if (client.fault == null && n % 2 == producer % 2) {
                    awaitRoom(lane, client, patience);
                  }
                }
                return null;
              }));
    }
    for (Future<?> done : work) {
      done.get(20, TimeUnit.SECONDS);
    }
    lane.end();
    if (!client.finished.await(patience, TimeUnit.SECONDS)) {
      client.fault("the stream did not end");
    }
    for (int seen : client.seen) {
      if (seen != PER_PRODUCER) {
        client.fault("of a producer only " + seen + " messages came");
      }
    }
  }

  private static void awaitRoom(Lane lane, Client client, int patience)
      throws InterruptedException {
    CountDownLatch free = new CountDownLatch(1);
    lane.whenFree(free::countDown);
    if (!free.await(patience, TimeUnit.SECONDS)) {
      client.fault("a sender waits although there is room");
    }
  }

  /** Reads frames, checks that each producer's messages come in order, and comes back when cut. */
  private static final class Client implements Lane.Observer {

    final CountDownLatch finished = new CountDownLatch(1);
    final ExecutorService container;
    final Return manner;
    final int[] seen = new int[PRODUCERS];
    final AtomicInteger connections;
    volatile String fault;
    volatile HostileWire current;
    long lastId;

    Client(ExecutorService container, int round) {
      this.container = container;
      manner = Return.values()[round % 3];
      connections = new AtomicInteger(round);
    }

    synchronized void fault(String what) {
      fault = fault == null ? what : fault;
    }

    void connect(Lane lane) {
      HostileWire wire = new HostileWire(this, lane, connections.getAndIncrement());
      Function<String, byte[]> preface =
          eventId -> {
            current = wire;
            return null;
          };
      wire.outbox =
          manner == Return.WITH_THE_LAST_ID ? lane.resume(lastId, preface) : lane.attach(preface);
      wire.outbox.start(wire);
    }

    void saw(byte[] frame) {
      String text = new String(frame, US_ASCII);
      if (manner != Return.TO_A_LANE_WITHOUT_IDS) {
        lastId = Long.parseLong(text.substring(text.indexOf('.') + 1, text.indexOf('\n')));
      }
      String[] data = text.substring(text.indexOf("data: ") + 6).strip().split(",");
      int producer = Integer.parseInt(data[0]);
      int number = Integer.parseInt(data[1]);
      if (number != seen[producer] + 1) {
        fault("after " + seen[producer] + " came " + number);
      }
      seen[producer] = number;
    }

    @Override
    public void wireLost(Lane lane, Throwable cause) {
      if (!(cause instanceof WireLostException)) {
        fault(cause.toString());
      }
      connect(lane);
    }

    @Override
    public void dropped(Lane lane, long messages) {
      fault("dropped " + messages);
    }
  }

  private static final class HostileWire implements Wire {

    private final Client client;
    private final Lane lane;
    private volatile Outbox outbox;
    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final AtomicBoolean calling = new AtomicBoolean();
    private final Random random;
    private int left;

    HostileWire(Client client, Lane lane, int seed) {
      this.client = client;
      this.lane = lane;
      random = new Random(seed);
      left = random.nextInt(60);
    }

    @Override
    public boolean ready() {
      if (ready.get() && random.nextInt(3) > 0) {
        return true;
      }
      if (!calling.compareAndSet(false, true)) {
        client.fault("asked again before the callback");
      }
      ready.set(false);
      boolean cut = random.nextInt(30) == 0;
      client.container.execute(
          () -> {
            ready.set(true);
            calling.set(false);
            if (cut) {
              outbox.lost(new WireLostException("cut while it waited"));
            } else {
              outbox.writable();
            }
          });
      return false;
    }

    @Override
    public void write(byte[] frame) {
      if (!ready.get()) {
        client.fault("written to when not ready");
      }
      if (left-- == 0) {
        throw new WireLostException("cut");
      }
      if (client.manner != Return.WITH_THE_LAST_ID && random.nextInt(100) == 0) {
        comeBackMeanwhile();
      }
      client.saw(frame);
    }

    private void comeBackMeanwhile() {
      client.container.execute(() -> client.connect(lane));
      for (int i = 0; i < 20_000 && client.current == this; i++) {
        Thread.onSpinWait();
      }
      if (random.nextBoolean()) {
        throw new WireLostException("cut");
      }
    }

    @Override
    public void flush() {
      if (!ready.get()) {
        client.fault("flushed when not ready");
      }
    }

    /** A wire that was lost has a successor before it is finished. */
    @Override
    public void finish() {
      if (client.current == this) {
        client.finished.countDown();
      }
    }
  }
}

package io.github.mcpmigrate.compat.flow;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A lane and its clients as the model checker drives them. Every method may be called by any thread
 * at any moment; {@link #received} is called last, when all is quiet.
 */
public final class LaneModel implements LaneOperations {

  static final int WIRES = 3;

  private static final Timers TIMERS = new Timers("model");

  private Lane lane;
  private final ModelWire[] wires = {new ModelWire(), new ModelWire(), new ModelWire()};
  private final List<ModelWire> attached = new ArrayList<>();

  /** The lane is made here and not earlier, because Lincheck cannot look into records. */
  @Override
  public void open() {
    LaneRules rules = new LaneRules(true, Duration.ofDays(1), Duration.ofDays(1), 1 << 20, TIMERS);
    lane = new Lane("l", rules, new MemoryEventLog(64, 1 << 20), new Nobody());
  }

  @Override
  public boolean append(int message) {
    return lane.append(Integer.toString(message).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void attach(int wire) {
    wires[wire].attach();
  }

  @Override
  public void detach() {
    lane.detach(null);
  }

  @Override
  public void room(int wire) {
    wires[wire].room(1);
  }

  @Override
  public void cut(int wire) {
    wires[wire].cut();
  }

  @Override
  public void spoil(int wire) {
    wires[wire].spoiled = true;
  }

  @Override
  public void end() {
    lane.end();
  }

  @Override
  public String received() {
    for (ModelWire wire : wires) {
      wire.room(100);
    }
    ModelWire last = new ModelWire();
    last.attach();
    last.room(100);
    StringBuilder messages = new StringBuilder();
    StringBuilder faults = new StringBuilder();
    int open = 0;
    for (ModelWire wire : attached) {
      for (String message : wire.messages) {
        messages.append(messages.length() == 0 ? "" : ",").append(message);
      }
      faults.append(wire.fault);
      open += wire.finished ? 0 : 1;
    }
    return "[" + messages + "] on open wires: " + open + faults;
  }

  /** A connection to a client, with room for one message at first. */
  private final class ModelWire implements Wire {

    private final List<String> messages = new ArrayList<>();
    private volatile Outbox outbox;
    private int room = 1;
    private boolean asked;
    private volatile boolean spoiled;
    private boolean finished;
    private volatile String fault = "";

    /** A wire is attached once. */
    void attach() {
      Outbox given;
      synchronized (this) {
        if (outbox != null) {
          return;
        }
        outbox = lane.attach(this::place);
        given = outbox;
      }
      given.start(this);
    }

    /** Called while the lane decides which wire comes after which. */
    private byte[] place(String eventId) {
      attached.add(this);
      return null;
    }

    void room(int more) {
      boolean call;
      synchronized (this) {
        room += more;
        call = asked;
        asked = false;
      }
      if (call) {
        outbox.writable();
      }
    }

    void cut() {
      if (outbox != null) {
        outbox.lost(new WireLostException("cut"));
      }
    }

    @Override
    public synchronized boolean ready() {
      check(!asked, "asked again before the callback");
      asked = room == 0;
      return !asked;
    }

    @Override
    public void write(byte[] frame) {
      synchronized (this) {
        check(room > 0, "written to without room");
        room--;
      }
      if (spoiled) {
        throw new WireLostException("broken");
      }
      String text = new String(frame, StandardCharsets.US_ASCII);
      messages.add(text.substring(text.indexOf("data: ") + 6).strip());
    }

    @Override
    public synchronized void flush() {
      check(room > 0, "flushed without room");
    }

    @Override
    public void finish() {
      check(!finished, "finished twice");
      finished = true;
    }

    private void check(boolean holds, String message) {
      if (!holds) {
        fault += ", " + message;
      }
    }
  }

  private static final class Nobody implements Lane.Observer {

    @Override
    public void wireLost(Lane lane, Throwable cause) {
      // A client that comes again is an operation of its own.
    }

    @Override
    public void dropped(Lane lane, long messages) {
      throw new AssertionError("dropped " + messages);
    }
  }
}

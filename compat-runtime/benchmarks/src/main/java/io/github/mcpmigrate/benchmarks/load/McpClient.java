package io.github.mcpmigrate.benchmarks.load;

import java.io.IOException;

/** One client with one session and at most one call at a time. */
public abstract class McpClient {

  /** Told when a call was answered, rightly. */
  public interface Answered {

    /**
     * @param nanos how long the answer took
     */
    void answered(McpClient client, long nanos);
  }

  private final Answered observer;
  private Tool tool;
  private long call;
  private long started;
  private boolean ready;
  private boolean waiting;

  McpClient(Answered observer) {
    this.observer = observer;
  }

  /** Connects. */
  public abstract void connect() throws IOException;

  /** Whether the handshake can begin. */
  public abstract boolean connected();

  /** Begins the handshake. */
  public abstract void shakeHands();

  /** Closes its connections. */
  public abstract void close() throws IOException;

  /** Sends a JSON-RPC message within the session. */
  abstract void send(String message);

  /** Whether the handshake is through. */
  public final boolean ready() {
    return ready;
  }

  final void becomeReady() {
    ready = true;
  }

  /** Begins a call. */
  public final void call(Tool called) {
    tool = called;
    call++;
    waiting = true;
    started = System.nanoTime();
    send(tool.request(call));
  }

  /** Whether a call is under way. */
  public final boolean waiting() {
    return waiting;
  }

  final long elapsed() {
    return System.nanoTime() - started;
  }

  final void check(String response) {
    tool.check(call, response);
  }

  final void answered(long nanos) {
    waiting = false;
    observer.answered(this, nanos);
  }

  static void require(boolean good, String what) {
    if (!good) {
      throw new IllegalStateException(what);
    }
  }
}

package io.github.mcpmigrate.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Drives every connection on the thread that runs it. */
public final class EventLoop implements AutoCloseable {

  private final Selector selector;

  public EventLoop() throws IOException {
    selector = Selector.open();
  }

  /**
   * Opens a connection to this machine. What happens on it, happens while the loop runs.
   *
   * @param listener told of the responses
   */
  HttpConnection connect(int port, HttpConnection.Listener listener) throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.configureBlocking(false);
    channel.socket().setTcpNoDelay(true);
    HttpConnection connection = new HttpConnection(channel, listener);
    channel.register(selector, SelectionKey.OP_READ, connection);
    return connection;
  }

  /** Runs for a while. */
  public void runFor(Duration time) throws IOException {
    run(() -> false, time);
  }

  /**
   * Runs until the condition holds.
   *
   * @throws IllegalStateException when it does not within the limit
   */
  public void runUntil(BooleanSupplier condition, Duration limit, String what) throws IOException {
    if (!run(condition, limit)) {
      throw new IllegalStateException("Not within " + limit.toSeconds() + " s: " + what);
    }
  }

  private boolean run(BooleanSupplier condition, Duration limit) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      selector.select(
          key -> ((HttpConnection) key.attachment()).readable(),
          Math.max(1, Math.min(20, left / 1_000_000)));
    }
    return true;
  }

  /** Closes every connection that is left. */
  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}

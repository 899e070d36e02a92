package io.github.mcpmigrate.benchmarks.load;

import java.io.IOException;

/** An event stream without a session, to see what the container alone holds for one. */
public final class OpenStream extends McpClient {

  private final EventLoop loop;
  private final Target target;
  private HttpConnection stream;

  public OpenStream(EventLoop loop, Target target) {
    super((client, nanos) -> {});
    this.loop = loop;
    this.target = target;
  }

  @Override
  public void connect() throws IOException {
    stream = loop.connect(target.port(), new EventStream(event -> becomeReady()));
    stream.send(target.get());
  }

  @Override
  public boolean connected() {
    return ready();
  }

  @Override
  public void shakeHands() {
    // There is no session.
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  @Override
  void send(String message) {
    throw new UnsupportedOperationException("There is no session");
  }
}

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
  public void open() throws IOException {
    stream =
        loop.connect(target.port(), new EventStream(event -> becomeReady(), this::streamEnded));
    stream.send(target.get());
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

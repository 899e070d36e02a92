package io.github.mcpmigrate.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A client of Streamable HTTP on one connection. It listens to nothing but its answers. */
public final class StreamableClient extends McpClient implements HttpConnection.Listener {

  private static final String VERSION = "2025-06-18";

  private final EventLoop loop;
  private final Target target;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(256);
  private HttpConnection connection;
  private String headers = "";
  private int exchanges;

  public StreamableClient(EventLoop loop, Target target, Answered observer) {
    super(observer);
    this.loop = loop;
    this.target = target;
  }

  @Override
  public void connect() throws IOException {
    connection = loop.connect(target.port(), this);
  }

  @Override
  public boolean connected() {
    return true;
  }

  @Override
  public void shakeHands() {
    send(Target.initialize(VERSION));
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  @Override
  public String toString() {
    return connection.toString();
  }

  @Override
  void send(String message) {
    connection.send(Target.post(target.path(), headers, message));
  }

  @Override
  public void head(HttpConnection.Head head) {
    require(head.status() / 100 == 2, head.text());
    if (exchanges == 0) {
      String id = head.header("Mcp-Session-Id");
      require(id != null, "No session: " + head.text());
      headers = "Mcp-Session-Id: " + id + "\r\nMCP-Protocol-Version: " + VERSION + "\r\n";
    }
  }

  @Override
  public void data(byte[] bytes, int offset, int length) {
    body.write(bytes, offset, length);
  }

  @Override
  public void end() {
    String response = body.toString(StandardCharsets.UTF_8);
    body.reset();
    int exchange = exchanges;
    exchanges = Math.min(2, exchanges + 1);
    if (exchange == 0) {
      require(response.contains("\"result\""), response);
      send(Target.INITIALIZED);
    } else if (exchange == 1) {
      becomeReady();
    } else {
      long nanos = elapsed();
      check(response);
      answered(nanos);
    }
  }
}

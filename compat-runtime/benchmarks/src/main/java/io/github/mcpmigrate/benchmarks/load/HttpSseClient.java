package io.github.mcpmigrate.benchmarks.load;

import java.io.IOException;

/** A client of HTTP+SSE: one connection holds the stream, another one POSTs. */
public final class HttpSseClient extends McpClient {

  private static final String VERSION = "2024-11-05";

  private final EventLoop loop;
  private final Target target;
  private HttpConnection stream;
  private HttpConnection posts;
  private String endpoint;
  private int exchanges;
  private boolean accepted;
  private String event;
  private long nanos;

  public HttpSseClient(EventLoop loop, Target target, Answered observer) {
    super(observer);
    this.loop = loop;
    this.target = target;
  }

  @Override
  public void connect() throws IOException {
    stream = loop.connect(target.port(), new EventStream(this::event));
    stream.send(target.get());
    posts = loop.connect(target.port(), new Posts());
  }

  @Override
  public boolean connected() {
    return endpoint != null;
  }

  @Override
  public void shakeHands() {
    send(Target.initialize(VERSION));
  }

  /** Gives up the connection that POSTs; the session stays, with its stream. */
  public void fallIdle() throws IOException {
    posts.close();
  }

  @Override
  public void close() throws IOException {
    stream.close();
    posts.close();
  }

  @Override
  void send(String message) {
    posts.send(Target.post(endpoint, "", message));
  }

  private void event(String text) {
    if (endpoint == null) {
      endpoint = path(text);
      return;
    }
    require(event == null, "Two answers to one request: " + event + text);
    event = text;
    nanos = elapsed();
    proceed();
  }

  @Override
  public String toString() {
    return "accepted="
        + accepted
        + ", event="
        + event
        + ", stream: "
        + stream
        + ", posts: "
        + posts;
  }

  /** The path of an endpoint event, which may name a whole URL. */
  private static String path(String event) {
    String url = event.substring(event.indexOf("data:") + 5).strip();
    int host = url.indexOf("://");
    return host < 0 ? url : url.substring(url.indexOf('/', host + 3));
  }

  /** A request is through when it was accepted and its answer has come, in either order. */
  private void proceed() {
    boolean answerExpected = exchanges != 1;
    if (!accepted || answerExpected && event == null) {
      return;
    }
    String response = event;
    accepted = false;
    event = null;
    int exchange = exchanges;
    exchanges = Math.min(2, exchanges + 1);
    if (exchange == 0) {
      require(response.contains("\"result\""), response);
      send(Target.INITIALIZED);
    } else if (exchange == 1) {
      becomeReady();
    } else {
      check(response);
      answered(nanos);
    }
  }

  private final class Posts implements HttpConnection.Listener {

    @Override
    public void head(HttpConnection.Head head) {
      require(head.status() / 100 == 2, head.text());
    }

    @Override
    public void data(byte[] bytes, int offset, int length) {
      // What stands in an answer to a POST does not matter here.
    }

    @Override
    public void end() {
      accepted = true;
      proceed();
    }
  }
}

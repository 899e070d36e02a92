package io.github.mcpmigrate.maven.verify;

import java.net.URI;
import java.util.Map;

/** The server over HTTP+SSE. */
final class SsePeer implements Peer {

  private final Http http;
  private final Endpoint endpoint;
  private final SseStream stream;
  private final URI messages;
  private Map<String, Object> welcome = Map.of();
  private Arrivals arrivals = Arrivals.NONE;
  private int id;

  private SsePeer(Http http, Endpoint endpoint, SseStream stream, URI messages) {
    this.http = http;
    this.endpoint = endpoint;
    this.stream = stream;
    this.messages = messages;
  }

  static SsePeer open(Http http, Endpoint endpoint) throws NoAnswer, InterruptedException {
    SseStream stream = SseStream.open(http, endpoint.uri(), Map.of(), http.timeout());
    try {
      SsePeer peer = new SsePeer(http, endpoint, stream, messages(endpoint.uri(), stream));
      Map<String, Object> hello = Messages.initialize(++peer.id);
      peer.welcome = Messages.result("initialize", peer.exchange("initialize", hello));
      peer.post(Messages.initialized());
      return peer;
    } catch (NoAnswer | InterruptedException e) {
      stream.close();
      throw e;
    }
  }

  /**
   * Where messages go. Nothing is sent to another origin than the one that the user named: our
   * headers may hold credentials.
   */
  static URI messages(URI sse, SseStream stream) throws NoAnswer {
    if (stream.endpoint() == null) {
      throw new NoAnswer(NoAnswer.Reason.BROKEN, "the stream's first event names no endpoint");
    }
    URI messages;
    try {
      messages = sse.resolve(stream.endpoint());
    } catch (IllegalArgumentException e) {
      throw new NoAnswer(NoAnswer.Reason.BROKEN, "the endpoint event holds no URL");
    }
    boolean same = messages.getHost() != null && Urls.origin(messages).equals(Urls.origin(sse));
    if (!same) {
      throw new NoAnswer(
          NoAnswer.Reason.BROKEN,
          "the endpoint event names %s, which is not %s"
              .formatted(
                  messages.getHost() == null ? "no host" : Urls.plain(messages), Urls.origin(sse)));
    }
    return messages;
  }

  URI messages() {
    return messages;
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public String revision() {
    return String.valueOf(welcome.get("protocolVersion"));
  }

  @Override
  public Map<String, Object> server() {
    return Json.object(welcome.get("serverInfo"));
  }

  @Override
  public Arrivals arrivals() {
    return arrivals;
  }

  @Override
  public Map<String, Object> request(String method, Map<String, ?> params)
      throws NoAnswer, InterruptedException {
    return Messages.result(method, exchange(method, Messages.request(++id, method, params)));
  }

  private Map<String, Object> exchange(String method, Map<String, Object> message)
      throws NoAnswer, InterruptedException {
    long asked = System.nanoTime();
    Exchange exchange = new Exchange(id, method, this::post);
    post(message);
    Map<String, Object> answer = exchange.of(stream.events(), http.deadline());
    arrivals = new Arrivals(asked, exchange.events());
    return answer;
  }

  private void post(Map<String, Object> message) throws NoAnswer, InterruptedException {
    try (Answer answer = http.post(messages, Map.of(), message)) {
      if (!answer.ok()) {
        throw new NoAnswer(
            NoAnswer.Reason.BROKEN,
            "a POST to %s is answered %s".formatted(Urls.plain(messages), answer.brief()),
            answer.status());
      }
      answer.text(http.deadline());
    }
  }

  @Override
  public void close() {
    stream.close();
  }
}

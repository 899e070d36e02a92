package io.github.mcpmigrate.maven.verify;

import java.util.LinkedHashMap;
import java.util.Map;

/** The server over Streamable HTTP, with a session if it gives one. */
final class StreamablePeer implements Peer {

  static final String SESSION = "Mcp-Session-Id";
  static final String VERSION = "MCP-Protocol-Version";

  private final Http http;
  private final Endpoint endpoint;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private Map<String, Object> welcome = Map.of();
  private Arrivals arrivals = Arrivals.NONE;
  private int id;

  private StreamablePeer(Http http, Endpoint endpoint) {
    this.http = http;
    this.endpoint = endpoint;
  }

  static StreamablePeer open(Http http, Endpoint endpoint) throws NoAnswer, InterruptedException {
    StreamablePeer peer = new StreamablePeer(http, endpoint);
    try {
      Map<String, Object> hello = Messages.initialize(++peer.id);
      peer.welcome = Messages.result("initialize", peer.exchange("initialize", hello));
      peer.headers.put(VERSION, peer.revision());
      peer.post(Messages.initialized());
      return peer;
    } catch (NoAnswer | InterruptedException e) {
      peer.close();
      throw e;
    }
  }

  /** Ends a session that a check has opened; a server may refuse that. */
  static void end(Http http, Endpoint endpoint, String session) throws InterruptedException {
    if (session.isEmpty()) {
      return;
    }
    try (Answer answer = http.delete(endpoint.uri(), Map.of(SESSION, session))) {
      answer.text(http.deadline());
    } catch (NoAnswer e) {
      // Nothing is left that could be done; the server ends the session when it has idled.
      return;
    }
  }

  /** Its id; empty if the server keeps none. */
  String session() {
    return headers.getOrDefault(SESSION, "");
  }

  /** What a request of this session carries. */
  Map<String, String> headers() {
    return Map.copyOf(headers);
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
    try (Answer answer = http.post(endpoint.uri(), headers, message)) {
      if (method.equals("initialize") && !answer.header(SESSION).isEmpty()) {
        headers.put(SESSION, answer.header(SESSION));
      }
      Exchange exchange = new Exchange(id, method, this::post);
      Map<String, Object> said = exchange.of(answer, http.deadline());
      arrivals = new Arrivals(answer.asked(), exchange.events());
      return said;
    }
  }

  private void post(Map<String, Object> message) throws NoAnswer, InterruptedException {
    try (Answer answer = http.post(endpoint.uri(), headers, message)) {
      if (!answer.ok()) {
        throw new NoAnswer(
            NoAnswer.Reason.BROKEN,
            "%s is answered %s"
                .formatted(message.getOrDefault("method", "a reply"), answer.brief()));
      }
      answer.text(http.deadline());
    }
  }

  @Override
  public void close() throws InterruptedException {
    end(http, endpoint, session());
  }
}

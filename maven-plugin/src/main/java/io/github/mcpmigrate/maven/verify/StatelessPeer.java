package io.github.mcpmigrate.maven.verify;

import java.util.Map;

/** The server by the stateless revision 2026-07-28. */
final class StatelessPeer implements Peer {

  private final Http http;
  private final Endpoint endpoint;
  private Map<String, Object> server = Map.of();
  private Arrivals arrivals = Arrivals.NONE;
  private int id;

  private StatelessPeer(Http http, Endpoint endpoint) {
    this.http = http;
    this.endpoint = endpoint;
  }

  static StatelessPeer open(Http http, Endpoint endpoint) throws NoAnswer, InterruptedException {
    StatelessPeer peer = new StatelessPeer(http, endpoint);
    Map<String, Object> meta = Json.object(peer.request("server/discover", Map.of()).get("_meta"));
    peer.server = Json.object(meta.get("io.modelcontextprotocol/serverInfo"));
    return peer;
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public String revision() {
    return Messages.STATELESS;
  }

  @Override
  public Map<String, Object> server() {
    return server;
  }

  @Override
  public Arrivals arrivals() {
    return arrivals;
  }

  @Override
  public Map<String, Object> request(String method, Map<String, ?> params)
      throws NoAnswer, InterruptedException {
    Map<String, Object> message = Messages.stateless(++id, method, params, Messages.STATELESS);
    Map<String, String> headers = Messages.headers(method, params, Messages.STATELESS);
    try (Answer answer = http.post(endpoint.uri(), headers, message)) {
      // A stateless server asks nothing on a stream; whatever it does is not answered.
      Exchange exchange = new Exchange(id, method, asked -> {});
      Map<String, Object> said = exchange.of(answer, http.deadline());
      arrivals = new Arrivals(answer.asked(), exchange.events());
      return Messages.result(method, said);
    }
  }

  @Override
  public void close() {}
}

package io.github.mcpmigrate.compat.engine;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.flow.Outbox;
import java.util.List;
import java.util.Map;

/** An exchange with a web page, whose every answer carries what CORS wants (WHATWG Fetch). */
final class BrowserExchange implements Exchange {

  private static final String EXPOSED =
      "Mcp-Session-Id, WWW-Authenticate, MCP-Protocol-Version, Retry-After, Deprecation, Sunset,"
          + " Link";

  private final Exchange exchange;
  private final Map<String, String> cors;

  BrowserExchange(Exchange exchange) {
    this.exchange = exchange;
    cors =
        Map.of(
            "Access-Control-Allow-Origin",
            exchange.header("Origin"),
            "Access-Control-Expose-Headers",
            EXPOSED,
            "Vary",
            "Origin");
  }

  @Override
  public void reply(Reply reply) {
    exchange.reply(reply.with(cors));
  }

  @Override
  public void stream(Reply head, Outbox outbox) {
    exchange.stream(head.with(cors), outbox);
  }

  @Override
  public String method() {
    return exchange.method();
  }

  @Override
  public String path() {
    return exchange.path();
  }

  @Override
  public String queryParameter(String name) {
    return exchange.queryParameter(name);
  }

  @Override
  public List<String> headers(String name) {
    return exchange.headers(name);
  }

  @Override
  public boolean onLoopback() {
    return exchange.onLoopback();
  }

  @Override
  public Caller caller() {
    return exchange.caller();
  }

  @Override
  public void readBody(int maxBytes, BodyReader reader) {
    exchange.readBody(maxBytes, reader);
  }
}

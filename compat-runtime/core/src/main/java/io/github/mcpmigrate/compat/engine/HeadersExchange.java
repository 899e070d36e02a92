package io.github.mcpmigrate.compat.engine;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.flow.Outbox;
import java.util.List;
import java.util.Map;

/** An exchange whose every answer carries some more headers. */
class HeadersExchange implements Exchange {

  private final Exchange exchange;
  private final Map<String, String> added;

  HeadersExchange(Exchange exchange, Map<String, String> added) {
    this.exchange = exchange;
    this.added = added;
  }

  @Override
  public void reply(Reply reply) {
    exchange.reply(reply.with(added));
  }

  @Override
  public void stream(Reply head, Outbox outbox) {
    exchange.stream(head.with(added), outbox);
  }

  @Override
  public void later(Runnable engine) {
    exchange.later(engine);
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

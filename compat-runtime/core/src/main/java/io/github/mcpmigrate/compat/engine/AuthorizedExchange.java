package io.github.mcpmigrate.compat.engine;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.door.Exchange;
import java.util.Map;

/** An exchange of the caller that its access token names. */
final class AuthorizedExchange extends HeadersExchange {

  private final Caller caller;

  AuthorizedExchange(Exchange exchange, String principal) {
    super(exchange, Map.of());
    caller = new Caller(principal, exchange.caller().context());
  }

  @Override
  public Caller caller() {
    return caller;
  }
}

package io.github.mcpmigrate.compat.graft.guard;

import io.github.mcpmigrate.compat.door.Reply;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What an application's own rules say of a caller on WebFlux. */
interface ReactiveRules {

  /**
   * @return empty when the rules would let the caller use the old way
   */
  Mono<Reply> refusal(ServerWebExchange exchange, Endpoints endpoints);

  /** For the log. */
  String description();

  /** There are none, or they cannot be asked. */
  record Fixed(Reply answer, String description) implements ReactiveRules {

    @Override
    public Mono<Reply> refusal(ServerWebExchange exchange, Endpoints endpoints) {
      return Mono.justOrEmpty(answer);
    }
  }
}

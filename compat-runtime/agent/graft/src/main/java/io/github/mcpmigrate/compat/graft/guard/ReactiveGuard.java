package io.github.mcpmigrate.compat.graft.guard;

import io.github.mcpmigrate.compat.door.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The guard of a provider on Spring WebFlux. */
public final class ReactiveGuard {

  private static final Logger LOG = LoggerFactory.getLogger(ReactiveGuard.class);
  private static final String SPRING_SECURITY =
      "org.springframework.security.web.server.SecurityWebFilterChain";

  private final String provider;
  private final Endpoints endpoints;
  private volatile ReactiveRules rules;

  /**
   * @param provider its name, for logs
   */
  public ReactiveGuard(String provider, Endpoints endpoints) {
    this.provider = provider;
    this.endpoints = endpoints;
  }

  /**
   * What a caller is answered whom the application's rules would not let use HTTP+SSE; empty lets
   * it through. Preflights name nobody, and are not asked about.
   */
  public Mono<Reply> refusal(ServerRequest request) {
    if (request.method().equals(HttpMethod.OPTIONS)) {
      return Mono.empty();
    }
    return Mono.defer(() -> asked(request.exchange()))
        .onErrorResume(
            failure -> {
              LOG.warn(
                  "{}: a caller is refused, as nobody can say who may come in: {}",
                  provider,
                  failure.toString());
              LOG.debug("That was", failure);
              return Mono.just(Refusals.of(true));
            });
  }

  private Mono<Reply> asked(ServerWebExchange exchange) {
    ReactiveRules known = rules;
    if (known == null) {
      rules = known = search(exchange.getApplicationContext());
      found(known);
    }
    return known instanceof ReactiveRules.Fixed fixed
        ? Mono.justOrEmpty(fixed.answer())
        : known.refusal(exchange, endpoints);
  }

  /** Told once; that nobody is let in, as a warning. */
  private void found(ReactiveRules known) {
    if (known instanceof ReactiveRules.Fixed fixed && fixed.answer() != null) {
      LOG.warn("{}: {}", provider, known.description());
    } else {
      LOG.info("{}: {}", provider, known.description());
    }
  }

  private static ReactiveRules search(ApplicationContext spring) {
    if (spring == null) {
      return new ReactiveRules.Fixed(null, "no Spring Security here");
    }
    Class<?> theirs = SeenClass.by(spring.getClassLoader(), SPRING_SECURITY);
    Class<?> ours = SeenClass.by(ReactiveGuard.class.getClassLoader(), SPRING_SECURITY);
    if (theirs == null && ours == null) {
      return new ReactiveRules.Fixed(null, "no Spring Security here");
    }
    if (theirs != ours) {
      return new ReactiveRules.Fixed(
          Refusals.of(true),
          "Streamable HTTP is refused to all: the SDK does not see the Spring Security that the"
              + " application has");
    }
    return ReactiveSecurityRules.of(spring);
  }
}

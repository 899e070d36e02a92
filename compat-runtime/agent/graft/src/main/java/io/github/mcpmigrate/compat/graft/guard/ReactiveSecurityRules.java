package io.github.mcpmigrate.compat.graft.guard;

import io.github.mcpmigrate.compat.door.Reply;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.authorization.AuthorizationWebFilter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rules that an application on WebFlux has with Spring Security, which has nobody to ask for
 * privileges there. So the authorization filters of the chain that guards the old paths are run by
 * themselves, on the exchange as it would have come by the old way, before nothing but a note that
 * it got through. Only they: the rest of the chain has done its work on this very exchange, or else
 * the caller is refused because another chain has. Running it all once more would authenticate
 * twice, ask for a CSRF token that only the old path's clients have, and write a login page.
 *
 * <p>The authentication is that of the Reactor context, which the chain has put there. Where no
 * chain guards the path that was asked for, there is none.
 *
 * <p>Loaded only where Spring Security is.
 */
final class ReactiveSecurityRules implements ReactiveRules {

  private static final Logger LOG = LoggerFactory.getLogger(ReactiveSecurityRules.class);

  /** Spring Security's own, which takes the beans, or without any one chain for everything. */
  private static final String PROXY =
      "org.springframework.security.config.annotation.web.reactive.WebFluxSecurityConfiguration"
          + ".WebFilterChainFilter";

  private final List<SecurityWebFilterChain> chains;

  private ReactiveSecurityRules(List<SecurityWebFilterChain> chains) {
    this.chains = chains;
  }

  static ReactiveRules of(ApplicationContext spring) {
    List<SecurityWebFilterChain> chains =
        spring.getBeanProvider(SecurityWebFilterChain.class).orderedStream().toList();
    String[] proxies = spring.getBeanNamesForType(WebFilterChainProxy.class);
    for (String proxy : proxies) {
      if (!proxy.equals(PROXY)) {
        return new Fixed(
            Refusals.of(true),
            "Streamable HTTP is refused to all: the filter chains of the bean "
                + proxy
                + " cannot be seen");
      }
    }
    if (proxies.length == 0) {
      return new Fixed(null, "Spring Security guards no URL here");
    }
    return chains.isEmpty()
        ? new Fixed(null, "Spring Security guards every URL alike here")
        : new ReactiveSecurityRules(chains);
  }

  @Override
  public String description() {
    return "Spring Security must allow a caller what it needs for HTTP+SSE";
  }

  @Override
  public Mono<Reply> refusal(ServerWebExchange exchange, Endpoints endpoints) {
    String path = exchange.getRequest().getPath().pathWithinApplication().value();
    String prefix = endpoints.prefix(path);
    return allows(exchange, HttpMethod.GET, prefix + endpoints.sse())
        .flatMap(
            allowed ->
                allowed
                    ? allows(exchange, HttpMethod.POST, prefix + endpoints.message())
                    : Mono.just(false))
        .onErrorResume(
            failure -> {
              LOG.warn(
                  "A caller is refused: the rules for HTTP+SSE cannot be asked: {}",
                  failure.toString());
              LOG.debug("That was", failure);
              return Mono.just(false);
            })
        .flatMap(allowed -> allowed ? Mono.empty() : anonymous().map(Refusals::of));
  }

  private static Mono<Boolean> anonymous() {
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(SecurityContext::getAuthentication)
        .map(ReactiveSecurityRules::isAnonymous)
        .defaultIfEmpty(true);
  }

  private static boolean isAnonymous(Authentication caller) {
    return !caller.isAuthenticated() || caller instanceof AnonymousAuthenticationToken;
  }

  private Mono<Boolean> allows(ServerWebExchange exchange, HttpMethod method, String path) {
    String context = exchange.getRequest().getPath().contextPath().value();
    ServerWebExchange old =
        exchange.mutate().request(as -> as.method(method).path(context + path)).build();
    return Mono.zip(chain(old), chain(exchange))
        .flatMap(
            both -> {
              if (!both.getT1().equals(both.getT2())) {
                LOG.debug("{} {} has another filter chain", method, path);
                return Mono.just(false);
              }
              return both.getT1().isEmpty() ? Mono.just(true) : passes(both.getT1().get(), old);
            });
  }

  private Mono<Optional<SecurityWebFilterChain>> chain(ServerWebExchange exchange) {
    return Flux.fromIterable(chains)
        .filterWhen(chain -> chain.matches(exchange))
        .next()
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  private static Mono<Boolean> passes(SecurityWebFilterChain chain, ServerWebExchange old) {
    return chain
        .getWebFilters()
        .ofType(AuthorizationWebFilter.class)
        .concatMap(filter -> passes(filter, old))
        .all(passed -> passed);
  }

  private static Mono<Boolean> passes(AuthorizationWebFilter filter, ServerWebExchange old) {
    AtomicBoolean passed = new AtomicBoolean();
    return filter
        .filter(old, through -> Mono.fromRunnable(() -> passed.set(true)))
        .then(Mono.fromSupplier(passed::get))
        .onErrorResume(AccessDeniedException.class, denied -> Mono.just(false));
  }
}

package io.github.mcpmigrate.compat.agent;

import static org.springframework.security.config.Customizer.withDefaults;
import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;

/** The rules of {@link GuardRules} as applications on WebFlux write them. */
final class FluxGuardRules {

  private static final String[] OLD = {LegacyStack.SSE, LegacyStack.MESSAGE};

  private FluxGuardRules() {}

  @EnableWebFluxSecurity
  @Configuration
  static class Users {
    @Bean
    ReactiveUserDetailsService users() {
      return new MapReactiveUserDetailsService(GuardRules.users());
    }

    static ServerHttpSecurity plain(ServerHttpSecurity http) {
      return http.httpBasic(withDefaults()).csrf(CsrfSpec::disable);
    }
  }

  @Configuration
  static class OldPathsChain extends Users {
    @Bean
    SecurityWebFilterChain chain(ServerHttpSecurity http) {
      return plain(http)
          .securityMatcher(pathMatchers(OLD))
          .authorizeExchange(rules -> rules.anyExchange().authenticated())
          .build();
    }
  }

  @Configuration
  static class OldPathsClosed extends Users {
    @Bean
    SecurityWebFilterChain chain(ServerHttpSecurity http) {
      return plain(http)
          .authorizeExchange(
              rules -> rules.pathMatchers(OLD).authenticated().anyExchange().permitAll())
          .build();
    }
  }

  @Configuration
  static class CsrfButForMessages extends Users {
    @Bean
    SecurityWebFilterChain chain(ServerHttpSecurity http) {
      return http.httpBasic(withDefaults())
          .csrf(
              csrf ->
                  csrf.requireCsrfProtectionMatcher(
                      new AndServerWebExchangeMatcher(
                          CsrfWebFilter.DEFAULT_CSRF_MATCHER,
                          new NegatedServerWebExchangeMatcher(pathMatchers(LegacyStack.MESSAGE)))))
          .authorizeExchange(rules -> rules.anyExchange().authenticated())
          .build();
    }
  }

  /** CSRF protection that leaves out all that the server's clients use. */
  @Configuration
  static class CsrfElsewhere extends Users {
    @Bean
    SecurityWebFilterChain chain(ServerHttpSecurity http) {
      return http.httpBasic(withDefaults())
          .csrf(
              csrf ->
                  csrf.requireCsrfProtectionMatcher(
                      new AndServerWebExchangeMatcher(
                          CsrfWebFilter.DEFAULT_CSRF_MATCHER,
                          new NegatedServerWebExchangeMatcher(
                              pathMatchers("/sse", "/mcp/message", "/mcp")))))
          .authorizeExchange(
              rules -> rules.pathMatchers(OLD).authenticated().anyExchange().permitAll())
          .build();
    }
  }

  @Configuration
  static class OldPathsOpen extends Users {
    @Bean
    SecurityWebFilterChain chain(ServerHttpSecurity http) {
      return plain(http)
          .authorizeExchange(rules -> rules.pathMatchers(OLD).permitAll().anyExchange().denyAll())
          .build();
    }
  }

  @Configuration
  static class OneMethod extends Users {
    @Bean
    SecurityWebFilterChain chain(ServerHttpSecurity http) {
      return plain(http)
          .authorizeExchange(
              rules ->
                  rules
                      .pathMatchers(HttpMethod.GET, LegacyStack.SSE)
                      .authenticated()
                      .anyExchange()
                      .permitAll())
          .build();
    }
  }

  @Configuration
  static class AdminsSend extends Users {
    @Bean
    SecurityWebFilterChain chain(ServerHttpSecurity http) {
      return plain(http)
          .authorizeExchange(
              rules ->
                  rules
                      .pathMatchers(HttpMethod.POST, LegacyStack.MESSAGE)
                      .hasRole("ADMIN")
                      .anyExchange()
                      .permitAll())
          .build();
    }
  }

  @Configuration
  static class KeyInChain extends Users {
    @Bean
    @Order(1)
    SecurityWebFilterChain old(ServerHttpSecurity http) {
      return plain(http)
          .securityMatcher(pathMatchers(OLD))
          .addFilterAt(
              (exchange, next) -> {
                if ("secret".equals(exchange.getRequest().getHeaders().getFirst("X-Key"))) {
                  return next.filter(exchange);
                }
                exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
                return exchange.getResponse().setComplete();
              },
              SecurityWebFiltersOrder.FIRST)
          .authorizeExchange(rules -> rules.anyExchange().permitAll())
          .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain rest(ServerHttpSecurity http) {
      return plain(http).authorizeExchange(rules -> rules.anyExchange().permitAll()).build();
    }
  }

  /** No chain of the application's own: Spring Security asks for a user everywhere. */
  @Configuration
  static class Defaults extends Users {}

  /** A proxy of the application's own, whose chains are nobody's to see. */
  @Configuration
  static class HiddenChains {
    @Bean
    WebFilterChainProxy hidden() {
      return new WebFilterChainProxy();
    }
  }
}

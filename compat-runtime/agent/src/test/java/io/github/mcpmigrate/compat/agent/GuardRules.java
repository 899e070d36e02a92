package io.github.mcpmigrate.compat.agent;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** What applications on servlets write about who may use their HTTP+SSE server. */
final class GuardRules {

  private static final String[] OLD = {LegacyStack.SSE, LegacyStack.MESSAGE};

  private GuardRules() {}

  static boolean isWebSecurity(Class<?> rules) {
    return Users.class.isAssignableFrom(rules);
  }

  static UserDetails[] users() {
    return new UserDetails[] {
      User.withUsername("user").password("{noop}pw").roles("USER").build(),
      User.withUsername("admin").password("{noop}pw").roles("ADMIN").build()
    };
  }

  @EnableWebSecurity
  @Configuration
  static class Users {
    @Bean
    UserDetailsService users() {
      return new InMemoryUserDetailsManager(GuardRules.users());
    }

    static HttpSecurity plain(HttpSecurity http) throws Exception {
      return http.httpBasic(withDefaults()).csrf(AbstractHttpConfigurer::disable);
    }
  }

  /** A chain for the old paths alone. */
  @Configuration
  static class OldPathsChain extends Users {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return plain(http)
          .securityMatcher(OLD)
          .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
          .build();
    }
  }

  /** The old paths closed, the rest open. */
  @Configuration
  static class OldPathsClosed extends Users {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return plain(http)
          .authorizeHttpRequests(
              rules -> rules.requestMatchers(OLD).authenticated().anyRequest().permitAll())
          .build();
    }
  }

  /** Everything closed, and CSRF protection for all but messages. */
  @Configuration
  static class CsrfButForMessages extends Users {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return http.httpBasic(withDefaults())
          .csrf(csrf -> csrf.ignoringRequestMatchers(LegacyStack.MESSAGE))
          .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
          .build();
    }
  }

  /** The old paths open, the rest closed. */
  @Configuration
  static class OldPathsOpen extends Users {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return plain(http)
          .authorizeHttpRequests(
              rules -> rules.requestMatchers(OLD).permitAll().anyRequest().denyAll())
          .build();
    }
  }

  /** A rule for one method and path alone. */
  @Configuration
  static class OneMethod extends Users {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return plain(http)
          .authorizeHttpRequests(
              rules ->
                  rules
                      .requestMatchers(HttpMethod.GET, LegacyStack.SSE)
                      .authenticated()
                      .anyRequest()
                      .permitAll())
          .build();
    }
  }

  /** The same, for a servlet that is mapped to a folder. */
  @Configuration
  static class OneMethodInFolder extends Users {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return plain(http)
          .authorizeHttpRequests(
              rules ->
                  rules
                      .requestMatchers(
                          PathPatternRequestMatcher.withDefaults()
                              .basePath("/api")
                              .matcher(HttpMethod.GET, LegacyStack.SSE))
                      .authenticated()
                      .anyRequest()
                      .permitAll())
          .build();
    }
  }

  /** Who may listen is not yet who may send. */
  @Configuration
  static class AdminsSend extends Users {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return plain(http)
          .authorizeHttpRequests(
              rules ->
                  rules
                      .requestMatchers(HttpMethod.POST, LegacyStack.MESSAGE)
                      .hasRole("ADMIN")
                      .anyRequest()
                      .permitAll())
          .build();
    }
  }

  /** A rule that looks at more than path and user. */
  @Configuration
  static class WithHeader extends Users {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return plain(http)
          .authorizeHttpRequests(
              rules ->
                  rules
                      .requestMatchers(
                          request ->
                              request.getRequestURI().endsWith(LegacyStack.MESSAGE)
                                  && request.getHeader("X-Tenant") == null)
                      .denyAll()
                      .anyRequest()
                      .permitAll())
          .build();
    }
  }

  /** The chain of the old paths does something that no rule tells of. */
  @Configuration
  static class KeyInChain extends Users {
    @Bean
    @Order(1)
    SecurityFilterChain old(HttpSecurity http) throws Exception {
      return plain(http)
          .securityMatcher(OLD)
          .addFilterBefore(
              (request, response, next) -> {
                var asked = (jakarta.servlet.http.HttpServletRequest) request;
                if ("secret".equals(asked.getHeader("X-Key"))) {
                  next.doFilter(request, response);
                } else {
                  ((HttpServletResponse) response).setStatus(401);
                }
              },
              BasicAuthenticationFilter.class)
          .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain rest(HttpSecurity http) throws Exception {
      return plain(http).authorizeHttpRequests(rules -> rules.anyRequest().permitAll()).build();
    }
  }

  /** One more opinion, which fails. */
  @Configuration
  static class FailingEvaluator extends OldPathsOpen {
    @Bean
    WebInvocationPrivilegeEvaluator failing() {
      return new WebInvocationPrivilegeEvaluator() {
        @Override
        public boolean isAllowed(String uri, Authentication caller) {
          throw new IllegalStateException("no opinion");
        }

        @Override
        public boolean isAllowed(String context, String uri, String method, Authentication who) {
          throw new IllegalStateException("no opinion");
        }
      };
    }
  }

  /** Spring Security is there, but guards no URL. */
  @Configuration
  static class Off {
    @Bean
    UnaryOperator<String> nothing() {
      return UnaryOperator.identity();
    }
  }
}

package io.github.mcpmigrate.compat.boot;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Who is let in: everybody, or with {@code access=basic} only who authenticates. */
@Configuration(proxyBeanMethods = false)
class Access {

  private static boolean basic(Environment environment) {
    return "basic".equals(environment.getProperty("access"));
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  static class WebMvc {

    @Bean
    SecurityFilterChain accessRules(HttpSecurity http, Environment environment) throws Exception {
      http.csrf(csrf -> csrf.disable()).httpBasic(withDefaults());
      http.authorizeHttpRequests(
          all -> {
            if (basic(environment)) {
              all.anyRequest().authenticated();
            } else {
              all.anyRequest().permitAll();
            }
          });
      return http.build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
  static class WebFlux {

    @Bean
    SecurityWebFilterChain accessRules(ServerHttpSecurity http, Environment environment) {
      http.csrf(csrf -> csrf.disable()).httpBasic(withDefaults());
      http.authorizeExchange(
          all -> {
            if (basic(environment)) {
              all.anyExchange().authenticated();
            } else {
              all.anyExchange().permitAll();
            }
          });
      return http.build();
    }
  }
}

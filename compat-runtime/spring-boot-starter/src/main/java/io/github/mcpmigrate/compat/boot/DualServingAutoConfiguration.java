package io.github.mcpmigrate.compat.boot;

import io.github.mcpmigrate.compat.meters.CompatMeters;
import io.github.mcpmigrate.compat.sdk.DualTransportProvider;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an operator wants of a transport, whether it was made here or by the application. */
@AutoConfiguration(after = {DualWebMvcAutoConfiguration.class, DualWebFluxAutoConfiguration.class})
@ConditionalOnBean({DualTransportProvider.class, DualTransportOptions.class})
class DualServingAutoConfiguration {

  @Bean
  DrainAtShutdown mcpCompatDrainAtShutdown(
      ApplicationContext context, DualTransportProvider provider, DualTransportOptions options) {
    return new DrainAtShutdown(context, provider, options.drainTimeout());
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterBinder.class)
  static class Meters {

    @Bean
    @ConditionalOnMissingBean
    CompatMeters mcpCompatMeters(DualTransportProvider provider) {
      return new CompatMeters(provider::usage);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
  static class Actuator {

    @Bean
    @ConditionalOnAvailableEndpoint
    McpCompatEndpoint mcpCompatEndpoint(DualTransportProvider provider) {
      return new McpCompatEndpoint(provider);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
  static class Boot3Health {

    @Bean
    @ConditionalOnEnabledHealthIndicator("mcpcompat")
    org.springframework.boot.actuate.health.HealthIndicator mcpCompatHealthIndicator(
        DualTransportProvider provider) {
      return () -> {
        ServingState state = ServingState.of(provider);
        return new org.springframework.boot.actuate.health.Health.Builder()
            .status(state.status())
            .withDetails(state.details())
            .build();
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator
          .class)
  static class Boot4Health {

    @Bean
    @org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator(
        "mcpcompat")
    org.springframework.boot.health.contributor.HealthIndicator mcpCompatHealthIndicator(
        DualTransportProvider provider) {
      return () -> {
        ServingState state = ServingState.of(provider);
        return new org.springframework.boot.health.contributor.Health.Builder()
            .status(state.status())
            .withDetails(state.details())
            .build();
      };
    }
  }
}

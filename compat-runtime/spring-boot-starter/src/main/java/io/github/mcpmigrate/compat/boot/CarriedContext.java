package io.github.mcpmigrate.compat.boot;

import io.micrometer.context.ContextSnapshotFactory;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What synchronous tools expect of their thread, as on Spring AI's own transport: the security
 * context, the observation, and whatever else registers with Micrometer's context propagation.
 *
 * @param capture called on the thread of a request
 */
record CarriedContext(Supplier<UnaryOperator<Runnable>> capture) {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ContextSnapshotFactory.class)
  static class ByContextPropagation {

    @Bean
    CarriedContext mcpCompatCarriedContext() {
      ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();
      return new CarriedContext(() -> snapshots.captureAll()::wrap);
    }
  }
}

package io.github.mcpmigrate.compat.boot;

import io.github.mcpmigrate.compat.sdk.DualTransportBuilder;

/**
 * Sets options of the transport that no property has, {@code authorization(..)} for example. All
 * beans of this type are called in their order, after the properties were applied.
 */
@FunctionalInterface
public interface DualTransportCustomizer {

  void customize(DualTransportBuilder<?, ?> transport);
}

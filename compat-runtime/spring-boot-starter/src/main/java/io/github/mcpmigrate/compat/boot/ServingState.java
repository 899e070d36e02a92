package io.github.mcpmigrate.compat.boot;

import io.github.mcpmigrate.compat.sdk.DualTransportProvider;
import io.github.mcpmigrate.compat.usage.UsageReport;
import java.util.Map;

/**
 * The health of the transport, in the terms of either Boot line.
 *
 * @param status {@code UP}; {@code OUT_OF_SERVICE} when no server was built on the transport, or it
 *     is shutting down: clients cannot connect. That HTTP+SSE is in use is no illness.
 */
record ServingState(String status, Map<String, Object> details) {

  static ServingState of(DualTransportProvider provider) {
    UsageReport usage = provider.usage();
    return new ServingState(
        provider.isServing() ? "UP" : "OUT_OF_SERVICE",
        Map.of(
            "httpSseSessions", usage.httpSse().openSessions(),
            "streamableSessions", usage.streamable().openSessions()));
  }
}

package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.usage.LegacyClient;
import io.github.mcpmigrate.compat.usage.UsageReport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.util.List;

/** What the dual providers have in common, whichever web stack they stand on. */
public sealed interface DualTransportProvider extends McpStreamableServerTransportProvider
    permits HttpServletDualTransportProvider, RoutedDualTransportProvider {

  /** Who has used HTTP+SSE since the start, the most recent first. */
  default List<LegacyClient> legacyClients() {
    return usage().legacyClients();
  }

  /** What went over both transports since the start; {@code toJson()} makes a document of it. */
  UsageReport usage();

  /** Whether clients can connect: a server was built on this provider, and it is not closing. */
  boolean isServing();
}

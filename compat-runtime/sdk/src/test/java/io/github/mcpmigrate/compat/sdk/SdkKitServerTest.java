package io.github.mcpmigrate.compat.sdk;

import io.modelcontextprotocol.server.AbstractMcpSyncServerTests;
import io.modelcontextprotocol.server.McpServer;

/** The SDK's own tests of a synchronous server, over our provider. */
class SdkKitServerTest extends AbstractMcpSyncServerTests {

  @Override
  protected McpServer.SyncSpecification<?> prepareSyncServerBuilder() {
    return McpServer.sync(HttpServletDualTransportProvider.builder().build());
  }
}

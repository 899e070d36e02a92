package io.github.mcpmigrate.compat.sdk;

import io.modelcontextprotocol.server.AbstractMcpAsyncServerTests;
import io.modelcontextprotocol.server.McpServer;

/** The SDK's own tests of an asynchronous server, over our provider. */
class SdkKitAsyncServerTest extends AbstractMcpAsyncServerTests {

  @Override
  protected McpServer.AsyncSpecification<?> prepareAsyncServerBuilder() {
    return McpServer.async(HttpServletDualTransportProvider.builder().build());
  }
}

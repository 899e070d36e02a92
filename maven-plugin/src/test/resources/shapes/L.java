package @PACKAGE@;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

/** Is given the transport. */
public class @NAME@ {

  private final HttpServletSseServerTransportProvider transport;

  public @NAME@(HttpServletSseServerTransportProvider transport) {
    this.transport = transport;
  }

  McpSyncServer serve() {
    return McpServer.sync(transport).serverInfo("generated", "1").build();
  }
@ORDINARY@}

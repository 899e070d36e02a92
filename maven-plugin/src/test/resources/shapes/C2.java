package @PACKAGE@;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

/** Connects by the constructor. */
public class @NAME@ {

  McpSyncClient connect(String base) {
    return McpClient.sync(new HttpClientSseClientTransport(base)).build();
  }
@ORDINARY@}

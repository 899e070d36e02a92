package @PACKAGE@;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

/** Connects by the builder. */
public class @NAME@ {

  McpSyncClient connect(String base) {
    return McpClient.sync(
            HttpClientSseClientTransport.builder(base).sseEndpoint("/sse").build())
        .build();
  }
@ORDINARY@}

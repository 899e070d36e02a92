package @PACKAGE@;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

/** Serves by itself. */
public class @NAME@ {

  public static void main(String[] args) {
    HttpServletSseServerTransportProvider transport =
        new HttpServletSseServerTransportProvider(new ObjectMapper(), "/mcp/message", "/sse");
    McpSyncServer server = McpServer.sync(transport).serverInfo("generated", "1").build();
    System.out.println(server.getServerInfo());
  }
@ORDINARY@}

package @PACKAGE@;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import jakarta.servlet.annotation.WebServlet;

/** Serves as a servlet of its own. */
@WebServlet(urlPatterns = "/*", asyncSupported = true)
public class @NAME@ extends HttpServletSseServerTransportProvider {

  private static final long serialVersionUID = 1;

  public @NAME@() {
    super(new ObjectMapper(), "/mcp/message", "/sse");
  }

  @Override
  public void init() {
    McpServer.sync(this).serverInfo("generated", "1").build();
  }
@ORDINARY@}

package @PACKAGE@;

import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import reactor.core.publisher.Mono;

/** Serves by a transport of its own. */
public class @NAME@ implements McpServerTransportProvider {

  private McpServerSession.Factory sessions;

  @Override
  public void setSessionFactory(McpServerSession.Factory sessions) {
    this.sessions = sessions;
  }

  void open(HttpServletResponse response, String session) throws IOException {
    response.setContentType("text/event-stream");
    PrintWriter out = response.getWriter();
    out.write("event: endpoint\ndata: /mcp/message?sessionId=" + session + "\n\n");
    out.flush();
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
@ORDINARY@}

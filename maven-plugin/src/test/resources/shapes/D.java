package @PACKAGE@;

import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;
import java.time.Duration;

/** Connects by LangChain4j. */
public class @NAME@ {

  McpTransport connect(String base, String path) {
    return new HttpMcpTransport.Builder()
        .sseUrl(base + path)
        .timeout(Duration.ofSeconds(30))
        .build();
  }
@ORDINARY@}

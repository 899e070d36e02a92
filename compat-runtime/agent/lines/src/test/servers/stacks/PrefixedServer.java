package legacy;

import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

/** Behind a context path, a mapping or both, of which the provider's base URL tells clients. */
public final class PrefixedServer {

  public static void main(String[] args) throws Exception {
    String contextPath = args[1];
    String prefix = args[2];
    HttpServletSseServerTransportProvider provider =
        HttpServletSseServerTransportProvider.builder()
            .baseUrl(prefix)
            .sseEndpoint("/sse")
            .messageEndpoint("/mcp/message")
            .build();
    Tools tools = new Tools(provider);
    Life.live(Container.start(args[0], provider, false, contextPath, args[3].split(",")), tools);
  }
}

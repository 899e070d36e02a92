package legacy;

import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

public final class ServletServer {

  public static void main(String[] args) throws Exception {
    HttpServletSseServerTransportProvider provider = ServletProvider.create();
    Tools tools = new Tools(provider);
    Life.live(Container.start(args[0], provider, false, "", args[1].split(",")), tools);
  }
}

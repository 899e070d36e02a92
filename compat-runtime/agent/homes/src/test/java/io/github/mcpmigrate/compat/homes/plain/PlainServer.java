package io.github.mcpmigrate.compat.homes.plain;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * A server on the SDK's servlet, as it was written for HTTP+SSE; of that in the SDK which no
 * version has changed.
 */
public final class PlainServer {

  private PlainServer() {}

  /**
   * @param arguments a folder for the container's files
   */
  public static void main(String[] arguments) throws Exception {
    HttpServletSseServerTransportProvider provider =
        HttpServletSseServerTransportProvider.builder()
            .sseEndpoint("/sse")
            .messageEndpoint("/mcp/message")
            .build();
    McpServer.sync(provider).serverInfo("plain", "1.0").build();
    Path base = Path.of(arguments[0]);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", base.toString());
    Tomcat.addServlet(context, "mcp", provider).setAsyncSupported(true);
    context.addServletMappingDecoded("/sse", "mcp");
    context.addServletMappingDecoded("/mcp/message", "mcp");
    tomcat.start();
    System.out.println(
        "SDK in " + describe(HttpServletSseServerTransportProvider.class.getModule()));
    System.out.println("listening on http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static String describe(Module module) {
    return module.isNamed() ? "module " + module.getName() : "no module";
  }
}

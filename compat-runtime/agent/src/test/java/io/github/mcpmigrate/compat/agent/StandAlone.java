package io.github.mcpmigrate.compat.agent;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.startup.ExpandWar;
import org.apache.catalina.startup.Tomcat;

/** A legacy server in a process of its own; it ends when its standard input does. */
public final class StandAlone {

  static final String LISTENING = "listening on ";

  private StandAlone() {}

  /**
   * @param arguments the stack, or a war
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].endsWith(".war")) {
      war(Path.of(arguments[0]));
      return;
    }
    try (LegacyServer server = new LegacyServer(LegacyStack.valueOf(arguments[0]))) {
      System.out.println(LISTENING + server.base());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void war(Path war) throws Exception {
    Path base = Files.createTempDirectory("tomcat");
    Files.createDirectories(base.resolve("webapps"));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.addWebapp("", war.toString());
    tomcat.start();
    System.out.println(LISTENING + "http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    tomcat.stop();
    tomcat.destroy();
    if (!ExpandWar.delete(base.toFile())) {
      throw new IllegalStateException("Could not delete " + base);
    }
  }

  /** What a war has its server from. */
  public static final class Listener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      HttpServletSseServerTransportProvider provider =
          HttpServletSseServerTransportProvider.builder()
              .sseEndpoint(LegacyStack.SSE)
              .messageEndpoint(LegacyStack.MESSAGE)
              .build();
      McpServer.sync(provider)
          .serverInfo("legacy-war", "1.0")
          .capabilities(McpSchema.ServerCapabilities.builder().tools(true).build())
          .tools(LegacyServer.echo())
          .build();
      ServletRegistration.Dynamic servlet = event.getServletContext().addServlet("mcp", provider);
      servlet.setAsyncSupported(true);
      servlet.addMapping(LegacyStack.SSE, LegacyStack.MESSAGE);
    }
  }
}

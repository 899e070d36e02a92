package io.github.mcpmigrate.benchmarks.server;

import jakarta.servlet.http.HttpServlet;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** One contender in Tomcat, with the same settings for all of them. */
public final class ServerMain {

  /** The threads of the container, as in the goal "1,000 calls on a 50-thread container". */
  private static final int THREADS = 50;

  private static final int MAX_CONNECTIONS = 20_000;

  /** Held, because java.util.logging keeps only a weak reference to a logger and its level. */
  private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

  private ServerMain() {}

  /** Serves the contender named by the first argument until its standard input ends. */
  public static void main(String[] args) throws IOException, LifecycleException {
    TOMCAT_LOG.setLevel(Level.WARNING);
    Tomcat tomcat = start(servlet(args[0]));
    System.out.println("Listening on: http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
    // The driver holds the other end: when it dies, however that is, so does this server.
    while (System.in.read() >= 0) {
      continue;
    }
    System.exit(0);
  }

  private static HttpServlet servlet(String contender) {
    return switch (contender) {
      case "bare" -> new BareServlet();
      case "dual" -> SdkServers.dual();
      case "sdk-limit" -> SdkServers.limit();
      case "sdk-streamable" -> SdkServers.streamable();
      case "sdk-sse" -> SdkServers.httpSse();
      default -> throw new IllegalArgumentException("No such contender: " + contender);
    };
  }

  private static Tomcat start(HttpServlet servlet) throws IOException, LifecycleException {
    Path base = Files.createTempDirectory("mcp-benchmarks");
    Tomcat tomcat = new Tomcat();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(base)));
    tomcat.setBaseDir(base.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setThrowOnFailure(true);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", Integer.toString(THREADS));
    connector.setProperty("maxConnections", Integer.toString(MAX_CONNECTIONS));
    connector.setProperty("acceptCount", "1000");
    // A contender that waits for its turn keeps its connections.
    connector.setProperty("keepAliveTimeout", "-1");
    connector.setProperty("maxKeepAliveRequests", "-1");
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", base.toString());
    Wrapper wrapper = Tomcat.addServlet(context, "mcp", servlet);
    wrapper.setAsyncSupported(true);
    context.addServletMappingDecoded("/*", "mcp");
    tomcat.start();
    return tomcat;
  }

  /** What Tomcat leaves in its folder is folders, empty ones. */
  private static void delete(Path base) {
    try (Stream<Path> left = Files.walk(base)) {
      left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

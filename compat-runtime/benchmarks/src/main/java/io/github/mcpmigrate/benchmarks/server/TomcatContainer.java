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

/** A servlet in Tomcat. */
final class TomcatContainer {

  private static final int MAX_CONNECTIONS = 20_000;

  /** Held, because java.util.logging keeps only a weak reference to a logger and its level. */
  private static final Logger LOG = Logger.getLogger("org.apache");

  private TomcatContainer() {}

  /** Returns the port. */
  static int start(HttpServlet servlet) throws IOException, LifecycleException {
    LOG.setLevel(Level.SEVERE);
    Path base = Files.createTempDirectory("mcp-benchmarks");
    Tomcat tomcat = new Tomcat();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(base)));
    tomcat.setBaseDir(base.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setThrowOnFailure(true);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", Integer.toString(ServerMain.THREADS));
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
    return connector.getLocalPort();
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

package io.github.mcpmigrate.samples.everything.container;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
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

/** Tomcat 10.1 or 11, whichever is on the class path. */
public final class TomcatContainer implements Container {

  /** Held, because java.util.logging keeps only a weak reference to a logger and its level. */
  private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

  private final Tomcat tomcat;
  private final Path base;

  private TomcatContainer(Tomcat tomcat, Path base) {
    this.tomcat = tomcat;
    this.base = base;
  }

  /**
   * @param port 0 for a free port
   * @param threads size of the thread pool, 0 for Tomcat's default (200)
   */
  public static TomcatContainer start(HttpServlet servlet, int port, int threads) throws Exception {
    TOMCAT_LOG.setLevel(Level.WARNING);
    Path base = Files.createTempDirectory("everything-server");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    Connector connector = new Connector();
    connector.setPort(port);
    connector.setThrowOnFailure(true);
    connector.setProperty("address", HOST);
    if (threads > 0) {
      connector.setProperty("maxThreads", Integer.toString(threads));
      connector.setProperty("minSpareThreads", Integer.toString(threads));
    }
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", base.toString());
    // Else it is the system class loader, which knows neither Tomcat nor the SDK here.
    context.setParentClassLoader(TomcatContainer.class.getClassLoader());
    Wrapper wrapper = Tomcat.addServlet(context, "mcp", servlet);
    wrapper.setAsyncSupported(true);
    context.addServletMappingDecoded("/*", "mcp");
    TomcatContainer container = new TomcatContainer(tomcat, base);
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      container.deleteBase();
      throw e;
    }
    return container;
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void stop() throws LifecycleException, IOException {
    try {
      tomcat.stop();
      tomcat.destroy();
    } finally {
      deleteBase();
    }
  }

  private void deleteBase() throws IOException {
    try (Stream<Path> files = Files.walk(base)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package io.github.mcpmigrate.samples.everything.container;

import jakarta.servlet.http.HttpServlet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Tomcat 10.1. */
public final class TomcatContainer implements ServletContainer {

  /** Held, because java.util.logging keeps only a weak reference to a logger and its level. */
  private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

  private final Tomcat tomcat;

  private TomcatContainer(Tomcat tomcat) {
    this.tomcat = tomcat;
  }

  /**
   * @param port 0 for a free port
   * @param threads size of the thread pool, 0 for Tomcat's default (200)
   */
  public static TomcatContainer start(HttpServlet servlet, int port, int threads) throws Exception {
    TOMCAT_LOG.setLevel(Level.WARNING);
    Path base = Files.createTempDirectory("everything-server");
    base.toFile().deleteOnExit();
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
    tomcat.start();
    return new TomcatContainer(tomcat);
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void stop() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }
}

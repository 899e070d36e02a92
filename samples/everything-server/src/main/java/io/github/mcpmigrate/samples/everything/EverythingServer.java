package io.github.mcpmigrate.samples.everything;

import io.github.mcpmigrate.samples.everything.container.JettyContainer;
import io.github.mcpmigrate.samples.everything.container.ServletContainer;
import io.github.mcpmigrate.samples.everything.container.TomcatContainer;
import io.github.mcpmigrate.samples.everything.launch.Options;
import io.github.mcpmigrate.samples.everything.provider.ServletProvider;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves until it is told to end. */
public final class EverythingServer {

  private static final Logger LOG = LoggerFactory.getLogger(EverythingServer.class);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private EverythingServer() {}

  /** Starts the server; returns when it listens. */
  public static void main(String[] args) throws Exception {
    Options options = Options.parse(args);
    ServletProvider provider = ServletProvider.of(options.provider());
    ServletContainer container = start(options, provider.servlet());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(provider, container), "stop"));
    System.out.println("listening on http://" + ServletContainer.HOST + ":" + container.port());
  }

  private static ServletContainer start(Options options, HttpServlet servlet) throws Exception {
    return switch (options.container()) {
      case "tomcat" -> TomcatContainer.start(servlet, options.port(), options.threads());
      case "jetty" -> JettyContainer.start(servlet, options.port(), options.threads());
      default -> throw new IllegalArgumentException("No such container: " + options.container());
    };
  }

  private static void stop(ServletProvider provider, ServletContainer container) {
    try {
      provider.server().closeGracefully().block(GRACE);
      container.stop();
    } catch (Exception e) {
      LOG.warn("Did not stop cleanly", e);
    }
  }
}

package io.github.mcpmigrate.samples.everything;

import io.github.mcpmigrate.samples.everything.container.Container;
import io.github.mcpmigrate.samples.everything.container.JettyContainer;
import io.github.mcpmigrate.samples.everything.container.NettyContainer;
import io.github.mcpmigrate.samples.everything.container.TomcatContainer;
import io.github.mcpmigrate.samples.everything.container.UndertowContainer;
import io.github.mcpmigrate.samples.everything.launch.Options;
import io.github.mcpmigrate.samples.everything.provider.ServletProvider;
import io.github.mcpmigrate.samples.everything.provider.WebFluxProvider;
import io.github.mcpmigrate.samples.everything.provider.WebMvcProvider;
import io.modelcontextprotocol.server.McpAsyncServer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves until it is told to end. */
public final class EverythingServer {

  private static final Logger LOG = LoggerFactory.getLogger(EverythingServer.class);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final McpAsyncServer server;
  private final Container container;

  private EverythingServer(McpAsyncServer server, Container container) {
    this.server = server;
    this.container = container;
  }

  /** Starts the server; returns when it listens. */
  public static void main(String[] args) throws Exception {
    Options options = Options.parse(args);
    EverythingServer running =
        switch (options.door()) {
          case "servlet" -> start(options, ServletProvider.of(options.provider()));
          case "webmvc" -> start(options, WebMvcProvider.of(options.provider()));
          case "webflux" -> start(options, WebFluxProvider.of(options.provider()));
          default -> throw new IllegalArgumentException("No such door: " + options.door());
        };
    Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
    System.out.println("listening on http://" + Container.HOST + ":" + running.container.port());
  }

  private static EverythingServer start(Options options, ServletProvider provider)
      throws Exception {
    int port = options.port();
    int threads = options.threads();
    Container container =
        switch (options.container()) {
          case "tomcat", "tomcat11" -> TomcatContainer.start(provider.servlet(), port, threads);
          case "jetty" -> JettyContainer.start(provider.servlet(), port, threads);
          case "undertow" -> UndertowContainer.start(provider.servlet(), port, threads);
          default ->
              throw new IllegalArgumentException("No such container: " + options.container());
        };
    return new EverythingServer(provider.server(), container);
  }

  private static EverythingServer start(Options options, WebFluxProvider provider) {
    return new EverythingServer(
        provider.server(),
        NettyContainer.start(provider.handler(), options.port(), options.threads()));
  }

  private void stop() {
    try {
      server.closeGracefully().block(GRACE);
    } catch (RuntimeException e) {
      LOG.warn("Did not drain in time", e);
    }
    try {
      container.stop();
    } catch (Exception e) {
      LOG.warn("Did not stop cleanly", e);
    }
  }
}

package io.github.mcpmigrate.samples.everything.container;

import java.time.Duration;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/** Reactor Netty, behind Spring WebFlux. */
public final class NettyContainer implements Container {

  private static final Duration GRACE = Duration.ofSeconds(2);

  private final DisposableServer server;
  private final LoopResources loops;

  private NettyContainer(DisposableServer server, LoopResources loops) {
    this.server = server;
    this.loops = loops;
  }

  /**
   * @param port 0 for a free port
   * @param threads number of event loops, 0 for Reactor Netty's default (one for each core, at
   *     least 4)
   */
  public static NettyContainer start(HttpHandler handler, int port, int threads) {
    // Not daemons: they are what keeps the process alive.
    LoopResources loops =
        LoopResources.create(
            "everything", threads > 0 ? threads : LoopResources.DEFAULT_IO_WORKER_COUNT, false);
    DisposableServer server =
        HttpServer.create()
            .host(HOST)
            .port(port)
            .runOn(loops, false)
            .handle(new ReactorHttpHandlerAdapter(handler))
            .bindNow();
    return new NettyContainer(server, loops);
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public void stop() {
    server.disposeNow(GRACE);
    loops.disposeLater(Duration.ZERO, GRACE).block(GRACE);
  }
}

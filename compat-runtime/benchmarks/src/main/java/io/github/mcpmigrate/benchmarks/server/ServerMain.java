package io.github.mcpmigrate.benchmarks.server;

import jakarta.servlet.http.HttpServlet;

/** One contender in a container, with the same settings for all of them. */
public final class ServerMain {

  /** The threads of the container, as in the goal "1,000 calls on a 50-thread container". */
  static final int THREADS = 50;

  private ServerMain() {}

  /** Serves a contender in {@code tomcat} or {@code jetty} until its standard input ends. */
  public static void main(String[] args) throws Exception {
    HttpServlet servlet = servlet(args[0]);
    int port =
        args[1].equals("jetty") ? JettyContainer.start(servlet) : TomcatContainer.start(servlet);
    System.out.println("Listening on: http://127.0.0.1:" + port);
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
}

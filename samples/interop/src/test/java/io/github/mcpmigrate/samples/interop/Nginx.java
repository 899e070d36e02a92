package io.github.mcpmigrate.samples.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An nginx before a server, as people configure it first: {@code proxy_pass} and nothing else. */
final class Nginx implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(20);
  private static final List<String> PLACES = List.of("/usr/sbin/nginx", "/usr/local/bin/nginx");

  private final Process process;
  private final Path folder;
  private final URI base;

  private Nginx(Process process, Path folder, URI base) {
    this.process = process;
    this.folder = folder;
    this.base = base;
  }

  /** Starts it. Where there is none the test is skipped, but not with CI set: there it fails. */
  static Nginx before(URI server) throws IOException {
    return start(server, "");
  }

  /** As above, and what is below the path is not buffered. */
  static Nginx before(URI server, String unbuffered) throws IOException {
    return start(
        server,
        """
        location %s {
              proxy_pass %s;
              proxy_set_header Host $http_host;
              proxy_buffering off;
            }"""
            .formatted(unbuffered, server));
  }

  private static Nginx start(URI server, String location) throws IOException {
    String program = program();
    Path logs = Files.createDirectories(Path.of(System.getProperty("interop.logs")));
    Path folder = Files.createTempDirectory(logs, "nginx-");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String configuration =
        """
        daemon off;
        master_process off;
        pid FOLDER/pid;
        error_log FOLDER/error.log;
        events {}
        http {
          access_log off;
          client_body_temp_path FOLDER/body;
          proxy_temp_path FOLDER/proxy;
          fastcgi_temp_path FOLDER/fastcgi;
          uwsgi_temp_path FOLDER/uwsgi;
          scgi_temp_path FOLDER/scgi;
          server {
            listen 127.0.0.1:PORT;
            LOCATION
            location / {
              proxy_pass SERVER;
              proxy_set_header Host $http_host;
              # As behind proxies that do not know what the server asks of nginx.
              proxy_ignore_headers X-Accel-Buffering;
            }
          }
        }
        """
            .replace("LOCATION", location)
            .replace("FOLDER", folder.toString())
            .replace("PORT", String.valueOf(port))
            .replace("SERVER", server.toString());
    Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
    Process process =
        new ProcessBuilder(program, "-p", folder.toString(), "-c", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.log").toFile())
            .start();
    Nginx nginx = new Nginx(process, folder, URI.create("http://127.0.0.1:" + port));
    nginx.awaitListening(port);
    return nginx;
  }

  URI base() {
    return base;
  }

  private static String program() {
    for (String place : PLACES) {
      if (Files.isExecutable(Path.of(place))) {
        return place;
      }
    }
    String missing = "There is no nginx here: install it to run the tests behind it";
    String ci = System.getenv("CI");
    if (ci != null && !ci.isEmpty() && !ci.equalsIgnoreCase("false")) {
      throw new AssertionError(missing + ". They may not be skipped in CI.");
    }
    System.out.println(missing + ". Skipped, because CI is not set.");
    Assumptions.abort(missing);
    return null;
  }

  private void awaitListening(int port) throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        // Not yet: nginx says nothing when it is ready, so that there is nothing else to wait for.
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
    process.destroyForcibly();
    throw new AssertionError(
        "nginx did not start: " + Files.readString(folder.resolve("output.log")));
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package io.github.mcpmigrate.compat.homes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wars of legacy servers in whole containers that are started with the agent. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The containers are started by shell scripts")
class ExternalContainersIT {

  private static final int REDEPLOYMENTS = 5;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Container.class)
  void bothTransportsOfEveryWar(Container container) throws Exception {
    Path webapps = Files.createDirectories(folder.resolve("base").resolve("webapps"));
    War.SERVLET.packed(webapps.resolve("legacy.war"), folder.resolve("legacy"));
    War.SPRING.packed(webapps.resolve("spring.war"), folder.resolve("spring"));
    try (ChildProcess process = container.start(folder.resolve("base"))) {
      String url = "http://127.0.0.1:" + process.await(container.port());
      for (String base : List.of(url + "/legacy", url + "/spring")) {
        streamable(base);
        httpSse(base);
      }
      assertThat(process.output())
          .contains("HttpServletSseServerTransportProvider serves Streamable HTTP, too")
          .contains("WebMvcSseServerTransportProvider serves Streamable HTTP, too")
          .doesNotContain("MCP compat agent:");
    }
  }

  private static void streamable(String base) throws Exception {
    StreamableProbe client = new StreamableProbe(base).initialize();
    assertThat(client.post(StreamableProbe.ECHO).body())
        .contains("about to say hello", "\"text\":\"hello\"");
  }

  private static void httpSse(String base) throws Exception {
    try (HttpSseProbe client = new HttpSseProbe(base).initialize()) {
      client.post(StreamableProbe.ECHO);
      assertThat(client.next()).contains("about to say hello");
      assertThat(client.next()).contains("\"text\":\"hello\"");
    }
  }

  /** What the container itself says of class loaders; {@link RedeployIT} looks closer. */
  @ParameterizedTest
  @EnumSource(
      value = Container.class,
      names = {"TOMCAT_11"})
  void aWarThatGoesAndComesAgainLeavesNothing(Container container) throws Exception {
    Path webapps = Files.createDirectories(folder.resolve("base").resolve("webapps"));
    Path war = War.SERVLET.packed(folder.resolve("legacy.war"), folder.resolve("legacy"));
    try (ChildProcess process = container.start(folder.resolve("base"))) {
      String url = "http://127.0.0.1:" + process.await(container.port()) + "/legacy";
      for (int i = 0; i < REDEPLOYMENTS; i++) {
        Path copy = Files.copy(war, folder.resolve("copy.war"));
        Files.move(copy, webapps.resolve("legacy.war"), StandardCopyOption.ATOMIC_MOVE);
        awaitStatus(process, url, 200);
        StreamableProbe client = new StreamableProbe(url).initialize();
        assertThat(client.post(StreamableProbe.ECHO).body()).contains("\"text\":\"hello\"");
        try (InputStream open = client.listen()) {
          Files.delete(webapps.resolve("legacy.war"));
          assertThat(open.readAllBytes()).asString().doesNotContain("error");
        }
        awaitStatus(process, url, 404);
      }
      assertThat(classLoadersInTheEnd(process)).isZero();
      assertThat(process.output().lines())
          .noneMatch(line -> line.contains("failed to stop it") || line.contains("ThreadLocal"));
    }
  }

  private static void awaitStatus(ChildProcess container, String base, int status)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    int seen;
    do {
      seen =
          new StreamableProbe(base)
              .post(StreamableProbe.INITIALIZE.formatted("2025-06-18"))
              .statusCode();
    } while (seen != status && container.isStillAlive() && System.nanoTime() < end);
    assertThat(seen).isEqualTo(status);
  }

  /** What has a finalizer or a cleaner takes more than one collection. */
  private int classLoadersInTheEnd(ChildProcess container) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    int left = classLoaders(container);
    while (left > 0 && System.nanoTime() < end) {
      left = classLoaders(container);
    }
    return left;
  }

  /** How many class loaders of wars there are in the container, after a collection. */
  private int classLoaders(ChildProcess container) throws Exception {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try (ChildProcess histogram =
        ChildProcess.start(
            folder.resolve("jcmd"),
            List.of(jcmd.toString(), Long.toString(container.pid()), "GC.class_histogram"),
            process -> {})) {
      assertThat(histogram.exit()).as(histogram.output()).isZero();
      assertThat(histogram.output()).contains("java.lang.Class");
      return histogram
          .output()
          .lines()
          .filter(line -> line.contains(" org.apache.catalina.loader.ParallelWebappClassLoader"))
          .mapToInt(line -> Integer.parseInt(line.strip().split("\\s+")[1]))
          .sum();
    }
  }
}

package io.github.mcpmigrate.samples.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The everything server as transform writes it; written once for all tests. */
final class TransformedServer {

  private static final int LIMIT_SECONDS = 120;

  private static Path jar;

  private TransformedServer() {}

  /** The server's jar, beside a transformed copy of the folder of its libraries. */
  static synchronized Path jar() throws IOException, InterruptedException {
    if (jar == null) {
      Path folder = Path.of(System.getProperty("interop.report"), "transformed");
      delete(folder);
      Files.createDirectories(folder);
      Path source = ServerProcess.everything();
      transform(source.resolveSibling("lib"), folder.resolve("lib"));
      jar = Files.copy(source, folder.resolve(source.getFileName()));
    }
    return jar;
  }

  private static void transform(Path from, Path to) throws IOException, InterruptedException {
    Path log = to.resolveSibling("transform.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("agent.jar"),
                from.toString(),
                to.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    List<String> said = Files.readAllLines(log, StandardCharsets.UTF_8);
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError("transform failed: " + String.join("\n", said));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}

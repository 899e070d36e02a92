package io.github.mcpmigrate.samples.interop.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The npm packages of {@code package-lock.json}, installed once into {@code target/npm} of the
 * whole project. They bring Node 22, which the suite needs, so that any Node that runs npm will do.
 */
public final class NodeTools {

  private static final Duration INSTALL = Duration.ofMinutes(4);
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");

  private static NodeTools installed;

  private final Path folder;
  private final Path node;

  private NodeTools(Path folder, Path node) {
    this.folder = folder;
    this.node = node;
  }

  /**
   * Installs what is not installed yet. Where there is no npm the test is skipped, but not with the
   * environment variable CI set: there it fails.
   */
  public static synchronized NodeTools installed() throws IOException, InterruptedException {
    if (installed == null) {
      requireNpm();
      Path folder = install();
      installed = new NodeTools(folder, node(folder));
    }
    return installed;
  }

  /** The folder that scripts run in. */
  public Path folder() {
    return folder;
  }

  /** A process of Node with this script of {@link #folder()}, not started yet. */
  public ProcessBuilder script(String script, String... args) {
    List<String> command = new ArrayList<>(List.of(node.toString(), script));
    command.addAll(List.of(args));
    return clean(new ProcessBuilder(command)).directory(folder.toFile());
  }

  private static void requireNpm() throws InterruptedException {
    try {
      if (clean(npm("--version")).redirectErrorStream(true).start().waitFor() == 0) {
        return;
      }
    } catch (IOException e) {
      // Not found: told below, together with one that does not run.
    }
    String missing =
        "npm does not run here: install Node 20 or newer to run the interoperability tests";
    String ci = System.getenv("CI");
    if (ci != null && !ci.isEmpty() && !ci.equalsIgnoreCase("false")) {
      throw new AssertionError(missing + ". They may not be skipped in CI.");
    }
    String skipped = missing + ". Skipped, because CI is not set.";
    System.out.println(
        skipped); // Build tools count skipped tests and keep the reason to themselves.
    Assumptions.abort(skipped);
  }

  private static Path install() throws IOException, InterruptedException {
    Path sources = Path.of(System.getProperty("interop.sources"));
    Path folder = Files.createDirectories(Path.of(System.getProperty("interop.npm")));
    copy(sources, folder, ".npmrc", "package.json", "package-lock.json");
    copy(
        sources.resolve("src/test/js"),
        folder,
        "driver.mjs",
        "server-v1.mjs",
        "server-v2.mjs",
        "typescript-v1.mjs",
        "typescript-v2.mjs",
        "typescript-v2-auto.mjs");
    String wanted = Files.readString(folder.resolve("package-lock.json"));
    Path stamp = folder.resolve("installed.json");
    if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
      Path log = folder.resolve("npm-ci.log");
      Process npm =
          clean(npm("ci"))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!npm.waitFor(INSTALL.toSeconds(), TimeUnit.SECONDS) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        throw new AssertionError("npm ci failed:\n" + Files.readString(log));
      }
      Files.writeString(stamp, wanted);
    }
    return folder;
  }

  private static void copy(Path from, Path to, String... names) throws IOException {
    for (String name : names) {
      Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path node(Path folder) throws IOException, InterruptedException {
    try (Stream<Path> packages = Files.list(folder.resolve("node_modules"))) {
      String binary = WINDOWS ? "bin/node.exe" : "bin/node";
      Path brought =
          packages
              .filter(path -> path.getFileName().toString().startsWith("node-"))
              .map(path -> path.resolve(binary))
              .filter(Files::isExecutable)
              .findFirst()
              .orElse(null);
      return brought != null ? brought : ownNode();
    }
  }

  /** npm has no Node 22 package for every platform (none for Apple silicon). */
  private static Path ownNode() throws IOException, InterruptedException {
    Process process = clean(new ProcessBuilder("node", "--version")).start();
    String version =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    process.waitFor();
    if (Integer.parseInt(version.replaceFirst("^v(\\d+)\\..*$", "$1")) < 22) {
      throw new AssertionError(
          "npm has no Node 22 for this platform, and the one on the path is %s: install Node 22"
              .formatted(version));
    }
    return Path.of("node");
  }

  private static ProcessBuilder npm(String command) {
    return WINDOWS
        ? new ProcessBuilder("cmd", "/c", "npm", command)
        : new ProcessBuilder("npm", command);
  }

  /** Options meant for another Node would reach this one too. */
  private static ProcessBuilder clean(ProcessBuilder builder) {
    builder.environment().remove("NODE_OPTIONS");
    return builder;
  }
}

package io.github.mcpmigrate.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Migrates a copy of {@code samples/servlet-server/before} with the shipped plugin, builds it, and
 * drives it with an old and a current client at the same time. Ends with 0 only if all of it
 * worked.
 */
public final class Demo {

  private static final List<String> STEPS =
      List.of("initialize", "list", "call", "progress", "server-to-client request", "notification");

  private final Path samples;
  private final Path work;
  private final Path maven;
  private final String repository;
  private final String version;

  private Demo(String[] args) {
    samples = Path.of(args[0]).normalize();
    work = Path.of(args[1]).resolve("notes-server");
    maven =
        Path.of(
            args[2],
            "bin",
            System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn");
    repository = args[3];
    version = args[4];
  }

  /**
   * @param args the samples folder, a folder to work in, Maven's home, the local repository, and
   *     the version of the plugin
   */
  public static void main(String[] args) throws Exception {
    new Demo(args).run();
  }

  private void run() throws IOException, InterruptedException {
    title("1. A legacy server: samples/servlet-server/before, copied to " + work);
    delete(work);
    copy(samples.resolve("servlet-server/before"), work);
    // OpenRewrite leaves alone what Git ignores, and our Git ignores target; so a Git of its own.
    git("init", "-q");
    git("add", "-A");
    // What is not committed a migration does not touch.
    git("-c", "user.name=Demo", "-c", "user.email=demo@example.com", "commit", "-qm", "Before");
    title(
        "2. mvn io.github.mcpmigrate:mcp-migrate-maven-plugin:"
            + version
            + ":migrate -DdryRun=false -Dtransport=dual");
    maven(
        "io.github.mcpmigrate:mcp-migrate-maven-plugin:" + version + ":migrate",
        "-DdryRun=false",
        "-Dtransport=dual");
    System.out.println(Files.readString(work.resolve("target/mcp-migrate/migration.patch")));
    title("3. mvn package");
    maven("package", "-DskipTests");
    title("4. The migrated server, and two clients at the same time");
    drive();
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    int exit = new ProcessBuilder(command).directory(work.toFile()).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(command + " ended with " + exit);
    }
  }

  private void drive() throws IOException, InterruptedException {
    try (ChildProcess server =
        ChildProcess.start(
            "server",
            List.of(java(), "-jar", work.resolve("target/notes-server.jar").toString(), "0"))) {
      String url = server.lineStartingWith("listening on ").substring("listening on ".length());
      System.out.println("The server listens on " + url);
      try (ChildProcess old = client("http-sse-client", "HttpSseClient", url);
          ChildProcess current = client("streamable-client", "StreamableClient", url)) {
        Map<String, String> oldSaw = new LinkedHashMap<>();
        Map<String, String> currentSaw = new LinkedHashMap<>();
        read(STEPS.subList(0, 1), old, oldSaw);
        read(STEPS.subList(0, 1), current, currentSaw);
        // Both are initialized; from here they run side by side.
        old.say("go");
        current.say("go");
        read(STEPS.subList(1, 5), old, oldSaw);
        read(STEPS.subList(1, 5), current, currentSaw);
        old.say("wait");
        current.say("enable");
        read(STEPS.subList(5, 6), old, oldSaw);
        read(STEPS.subList(5, 6), current, currentSaw);
        old.requireSuccess();
        current.requireSuccess();
        table(oldSaw, currentSaw);
      }
    }
  }

  private ChildProcess client(String module, String main, String url) throws IOException {
    Path target = samples.resolve("demo").resolve(module).resolve("target");
    String classpath =
        target.resolve("classes")
            + System.getProperty("path.separator")
            + Files.readString(target.resolve("classpath")).strip();
    return ChildProcess.start(
        module, List.of(java(), "-cp", classpath, "io.github.mcpmigrate.demo." + main, url));
  }

  private static void read(List<String> steps, ChildProcess client, Map<String, String> saw)
      throws InterruptedException {
    for (String step : steps) {
      saw.put(step, client.lineStartingWith(step + "\t").substring(step.length() + 1));
    }
  }

  private static void table(Map<String, String> old, Map<String, String> current) {
    String row = "%-26s | %-58s | %-58s%n";
    System.out.println();
    System.out.printf(
        row, "", "HTTP+SSE client (Java SDK 0.11)", "Streamable HTTP client (Java SDK 1.1)");
    System.out.printf(row, "-".repeat(26), "-".repeat(58), "-".repeat(58));
    for (String step : STEPS) {
      System.out.printf(row, step, "ok: " + old.get(step), "ok: " + current.get(step));
    }
    System.out.println();
    System.out.println("Both clients did all " + STEPS.size() + " steps with one server.");
  }

  private void maven(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(maven.toString());
    command.addAll(List.of("-B", "-ntp", "-q", "-Dstyle.color=never"));
    command.add("-Dmaven.repo.local=" + repository);
    command.addAll(List.of(arguments));
    Path log = work.resolveSibling("maven.log");
    int exit =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      System.out.println(Files.readString(log, StandardCharsets.UTF_8));
      throw new IllegalStateException("mvn " + String.join(" ", arguments) + " ended with " + exit);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void title(String text) {
    System.out.println();
    System.out.println("== " + text);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path relative = from.relativize(file);
        if (!relative.startsWith("target")) {
          Files.createDirectories(to.resolve(relative).getParent());
          Files.copy(file, to.resolve(relative));
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

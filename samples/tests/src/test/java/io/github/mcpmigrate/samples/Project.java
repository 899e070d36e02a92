package io.github.mcpmigrate.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of a sample that commands are run on, as a user would. */
final class Project {

  private static final String PLUGIN =
      "io.github.mcpmigrate:mcp-migrate-maven-plugin:" + System.getProperty("samples.version");

  /** A process lives for seconds: the second compiler and threads for the garbage do not pay. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Path folder;

  private Project(Path folder) {
    this.folder = folder;
  }

  static Path sample(String path) {
    return Path.of(System.getProperty("samples.folder"), path).normalize();
  }

  /** An empty project with a Git of its own: what our Git ignores, OpenRewrite leaves alone. */
  static Project empty(String name) throws Exception {
    Path folder = Path.of(System.getProperty("samples.work"), name);
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
    Project project = new Project(folder);
    project.run(List.of("git", "init", "-q"));
    project.write(".git/info/exclude", "target\n");
    return project;
  }

  static Project uncommitted(String sample, String name) throws Exception {
    Project project = empty(name);
    for (Map.Entry<String, String> file : contents(sample(sample)).entrySet()) {
      project.write(file.getKey(), file.getValue());
    }
    return project;
  }

  /** A copy that is committed. */
  static Project copyOf(String sample, String name) throws Exception {
    Project project = uncommitted(sample, name);
    project.commit();
    return project;
  }

  void write(String file, String text) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text, StandardCharsets.ISO_8859_1);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Migrates what is committed, without the build that comes after a run. */
  Result migrate(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("-DskipBuild"));
    all.addAll(List.of(arguments));
    return migrateAndBuild(all.toArray(String[]::new));
  }

  /** Migrates what is committed, as the goal does by default. */
  Result migrateAndBuild(String... arguments) throws Exception {
    commit();
    return migrateAsItIs(arguments);
  }

  /** Commits what is there: what is not committed a migration does not touch. */
  private void commit() throws Exception {
    run(List.of("git", "add", "-A"));
    List<String> commit = new ArrayList<>(List.of("git", "-c", "user.name=a"));
    commit.addAll(List.of("-c", "user.email=a@example.com", "commit", "--allow-empty", "-qm", "A"));
    Result committed = run(commit);
    if (committed.exit() != 0) {
      throw new AssertionError(committed.output());
    }
  }

  /** Migrates whatever is there. */
  Result migrateAsItIs(String... arguments) throws Exception {
    List<String> all = new ArrayList<>();
    all.add(PLUGIN + ":migrate");
    all.addAll(List.of(arguments));
    return maven(all.toArray(String[]::new));
  }

  Result assess(String... arguments) throws Exception {
    List<String> all = new ArrayList<>();
    // No network: what it needs is in the local repository.
    all.addAll(List.of("-o", PLUGIN + ":assess"));
    all.addAll(List.of(arguments));
    return maven(all.toArray(String[]::new));
  }

  Result maven(String... arguments) throws Exception {
    return maven(Path.of(System.getProperty("samples.maven")), Map.of(), arguments);
  }

  /**
   * @param home of the Maven that is run
   * @param environment beside that of this process
   */
  Result maven(Path home, Map<String, String> environment, String... arguments) throws Exception {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never"));
    command.add("-Dmaven.repo.local=" + System.getProperty("samples.repository"));
    command.addAll(List.of(arguments));
    return run(command, environment);
  }

  Result run(List<String> command) throws Exception {
    return run(command, Map.of());
  }

  /**
   * @param environment beside that of this process
   */
  Result run(List<String> command, Map<String, String> environment) throws Exception {
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // The Maven that our goals start takes them, too.
    builder.environment().putIfAbsent("MAVEN_OPTS", String.join(" ", SHORT_LIVED));
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(command + " did not end within 10 minutes");
    }
    return new Result(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
  }

  /** How to run a jar of the project. */
  List<String> java(String jar, String... arguments) {
    return java(List.of(), file("target/" + jar), arguments);
  }

  /** How to run a jar. */
  static List<String> java(List<String> options, Path jar, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT_LIVED);
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Every file by its path, byte for byte; what builds leave is not counted. */
  Map<String, String> contents() {
    return contents(folder);
  }

  static Map<String, String> contents(Path root) {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                Path relative = root.relativize(file);
                if (!relative.startsWith("target") && !relative.startsWith(".git")) {
                  contents.put(relative.toString().replace('\\', '/'), read(file));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Result(int exit, String output) {}
}

package io.github.mcpmigrate.maven;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenExecutionRequest;

/**
 * Compiles the project and runs a goal on it in a Maven of its own, with the settings of the
 * running one. Of what it prints, the user sees what our goal tells; all of it is in a log.
 */
final class ChildBuild {

  /** Begins a line of our goal that is meant for the user. */
  static final String TOLD = "mcp-migrate> ";

  /** Begins the sentence with which our goal gives up. */
  static final String FAILED = "mcp-migrate! ";

  /** Begins a line of our goal that says which phase begins. */
  static final String PHASE = "mcp-migrate: ";

  /** Begins the last line of our goal, which waits until all is done. */
  static final String NEXT = "mcp-migrate= ";

  /** Maven's line at the beginning of each module of several. */
  private static final Pattern MODULE =
      Pattern.compile("^\\[INFO\\] Building (\\S.*?)\\s+\\[(\\d+)/(\\d+)\\]$");

  /** OpenRewrite's line before it reads a module's sources. */
  private static final Pattern READING =
      Pattern.compile("^\\[INFO\\] Project \\[(.+)\\] Parsing source files$");

  private static final String PROPERTY = "for property ";

  private static final Pattern UNRESOLVED =
      Pattern.compile("Could not (resolve dependencies|find artifact)|Non-resolvable");

  private static final int SHOWN_ERRORS = 5;

  private final MavenExecutionRequest request;
  private final Path root;
  private final Modules modules;
  private final Path log;
  private boolean changing;
  private Optional<String> next = Optional.empty();

  /**
   * Some modules of a build.
   *
   * @param selected as {@code groupId:artifactId}; empty if all of the build's are meant
   * @param whole where the build is that the project is a module of, and nothing if it is in none
   */
  record Modules(List<String> selected, Optional<Path> whole) {

    static final Modules ALL = new Modules(List.of(), Optional.empty());

    Modules {
      selected = List.copyOf(selected);
    }
  }

  /**
   * @param request the running build, whose settings the child takes over
   * @param name of the log, in {@code target/mcp-migrate}
   */
  ChildBuild(MavenExecutionRequest request, Path root, Modules modules, String name) {
    this.request = request;
    this.root = root;
    this.modules = modules;
    log = root.resolve("target/mcp-migrate").resolve(name);
  }

  Path log() {
    return log;
  }

  /** Whether our goal began to write to the project. */
  boolean hasChanged() {
    return changing;
  }

  /** The last line of our goal. */
  Optional<String> next() {
    return next;
  }

  /**
   * Compiles the project and runs our goal on it.
   *
   * @param properties of the goal; those without a value are left out
   * @throws MigrationException with a sentence that says what to do when the project does not
   *     compile or the goal gives up
   */
  void migrate(String goal, Map<String, String> properties, Progress progress)
      throws MigrationException {
    if (run(List.of("process-test-classes", goal), properties, progress) != 0) {
      throw new MigrationException(reason());
    }
  }

  /**
   * Runs Maven.
   *
   * @param goals and options before the common ones
   * @return its exit code
   */
  int run(List<String> goals, Map<String, String> properties, Progress progress)
      throws MigrationException {
    try {
      Files.createDirectories(log.getParent());
      Process process =
          new ProcessBuilder(command(goals, properties))
              .directory(root.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      forward(process, progress);
      return process.waitFor();
    } catch (IOException e) {
      throw new MigrationException("Maven could not be started on the project", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationException("Interrupted while the project was migrated", e);
    }
  }

  private void forward(Process process, Progress progress) throws IOException {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        BufferedWriter copy = Files.newBufferedWriter(log, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.write(line);
        copy.newLine();
        take(line, progress);
      }
    }
  }

  private void take(String line, Progress progress) {
    Optional<String> phase = after(PHASE, line);
    changing |= phase.filter(what -> what.startsWith(MigrationTask.CHANGING)).isPresent();
    phase.ifPresent(progress::phase);
    after(TOLD, line).ifPresent(progress::line);
    next = after(NEXT, line).or(() -> next);
    Matcher module = MODULE.matcher(line);
    if (module.matches()) {
      progress.step(
          "module %s of %s: %s".formatted(module.group(2), module.group(3), module.group(1)));
    }
    Matcher reading = READING.matcher(line);
    if (reading.matches()) {
      progress.step("reading " + reading.group(1));
    }
  }

  private static Optional<String> after(String marker, String line) {
    int at = line.indexOf(marker);
    return at < 0 ? Optional.empty() : Optional.of(line.substring(at + marker.length()));
  }

  List<String> command(List<String> goals, Map<String, String> properties) {
    List<String> command = new ArrayList<>();
    command.add(launcher());
    command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never"));
    command.addAll(goals);
    command.add("-Dmaven.repo.local=" + request.getLocalRepositoryPath());
    file(command, "-f", request.getPom());
    file(command, "-s", request.getUserSettingsFile());
    file(command, "-gs", request.getGlobalSettingsFile());
    file(command, "-t", request.getUserToolchainsFile());
    if (request.isOffline()) {
      command.add("-o");
    }
    request.getActiveProfiles().forEach(profile -> command.add("-P" + profile));
    request.getInactiveProfiles().forEach(profile -> command.add("-P!" + profile));
    if (!request.isRecursive()) {
      command.add("-N");
    }
    if (!modules.selected().isEmpty()) {
      command.add("-pl");
      command.add(String.join(",", modules.selected()));
      command.add("-am");
    }
    properties.forEach(
        (name, value) -> {
          if (value != null) {
            command.add("-D" + name + "=" + value);
          }
        });
    return command;
  }

  private static void file(List<String> command, String option, File file) {
    if (file != null && file.exists()) {
      command.add(option);
      command.add(file.getPath());
    }
  }

  private static String launcher() {
    String home = System.getProperty("maven.home");
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    String name = windows ? "mvn.cmd" : "mvn";
    return home == null ? name : Path.of(home, "bin", name).toString();
  }

  private String reason() throws MigrationException {
    List<String> lines;
    try {
      lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new MigrationException("The migration failed, and its log could not be read", e);
    }
    for (String line : lines) {
      int failed = line.indexOf(FAILED);
      if (failed >= 0) {
        return line.substring(failed + FAILED.length()) + refusals(lines);
      }
    }
    String whole = " The build said (all of it in " + root.relativize(log) + "):" + errors(lines);
    if (changing) {
      return "The build ended while files were being written. See what is there with 'git diff', and"
          + " take it back before you run again."
          + whole;
    }
    return lines.stream().anyMatch(line -> line.contains("COMPILATION ERROR"))
        ? "The project does not compile, so its types cannot be resolved. Make it compile and run"
            + " again; nothing was changed."
            + whole
        : "The project could not be built, so it cannot be migrated; nothing was changed."
            + inWhole(lines)
            + whole;
  }

  /** A module alone finds the others only if they were installed before. */
  private String inWhole(List<String> lines) {
    boolean unresolved = lines.stream().anyMatch(line -> UNRESOLVED.matcher(line).find());
    return modules
        .whole()
        .filter(build -> unresolved)
        .map(
            build ->
                " It is a module of the build in "
                    + build
                    + ", and Maven found not all of what it needs: run there, with -pl "
                    + build.relativize(root).toString().replace('\\', '/')
                    + ".")
        .orElse("");
  }

  /** What OpenRewrite says of options that it does not take; it names them in lines of its own. */
  private static String refusals(List<String> lines) {
    StringBuilder refusals = new StringBuilder();
    lines.stream()
        .filter(line -> line.contains("Recipe validation error") && line.contains(PROPERTY))
        .map(line -> "-D" + line.substring(line.indexOf(PROPERTY) + PROPERTY.length()))
        .distinct()
        .forEach(refusal -> refusals.append(System.lineSeparator()).append(refusal));
    return refusals.toString();
  }

  /** The first lines with which Maven says what failed. */
  static String errors(List<String> lines) {
    StringBuilder errors = new StringBuilder();
    lines.stream()
        .filter(line -> line.startsWith("[ERROR] ") && line.length() > "[ERROR] ".length())
        .distinct()
        .limit(SHOWN_ERRORS)
        .forEach(line -> errors.append(System.lineSeparator()).append(line));
    return errors.toString();
  }
}

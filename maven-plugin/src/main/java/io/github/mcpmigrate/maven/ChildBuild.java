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
import java.util.function.Consumer;
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

  private static final String PROPERTY = "for property ";

  private static final int SHOWN_ERRORS = 5;

  private final MavenExecutionRequest request;
  private final Path root;
  private final Path log;
  private boolean changing;

  /**
   * @param request the running build, whose settings the child takes over
   */
  ChildBuild(MavenExecutionRequest request, Path root) {
    this.request = request;
    this.root = root;
    log = root.resolve("target/mcp-migrate/maven.log");
  }

  /**
   * @param properties of the goal; those without a value are left out
   * @throws MigrationException with a sentence that says what to do when the project does not
   *     compile or the goal gives up
   */
  void run(String goal, Map<String, String> properties, Consumer<String> out)
      throws MigrationException {
    int exit;
    try {
      Files.createDirectories(log.getParent());
      Process process =
          new ProcessBuilder(command(goal, properties))
              .directory(root.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      forward(process, out);
      exit = process.waitFor();
    } catch (IOException e) {
      throw new MigrationException("Maven could not be started on the project", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationException("Interrupted while the project was migrated", e);
    }
    if (exit != 0) {
      throw new MigrationException(reason());
    }
  }

  private void forward(Process process, Consumer<String> out) throws IOException {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        BufferedWriter copy = Files.newBufferedWriter(log, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.write(line);
        copy.newLine();
        int told = line.indexOf(TOLD);
        if (told >= 0) {
          String words = line.substring(told + TOLD.length());
          changing |= words.startsWith(MigrationTask.CHANGING);
          out.accept(words);
        }
      }
    }
  }

  List<String> command(String goal, Map<String, String> properties) {
    List<String> command = new ArrayList<>();
    command.add(launcher());
    command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never", "process-test-classes", goal));
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
    if (!request.getSelectedProjects().isEmpty()) {
      command.add("-pl");
      command.add(String.join(",", request.getSelectedProjects()));
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
        : "The project could not be built, so it cannot be migrated; nothing was changed." + whole;
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

  private static String errors(List<String> lines) {
    StringBuilder errors = new StringBuilder();
    lines.stream()
        .filter(line -> line.startsWith("[ERROR] ") && line.length() > "[ERROR] ".length())
        .distinct()
        .limit(SHOWN_ERRORS)
        .forEach(line -> errors.append(System.lineSeparator()).append(line));
    return errors.toString();
  }
}

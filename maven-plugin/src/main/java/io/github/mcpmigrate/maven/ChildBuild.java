package io.github.mcpmigrate.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenExecutionRequest;

/**
 * Compiles the project in a Maven of its own, so that a failure can be told in our words before
 * anything is touched.
 */
final class ChildBuild {

  private static final int SHOWN_ERRORS = 5;

  private final MavenExecutionRequest request;
  private final Path root;

  /**
   * @param request the running build, whose settings the child takes over
   */
  ChildBuild(MavenExecutionRequest request, Path root) {
    this.request = request;
    this.root = root;
  }

  /**
   * @throws MigrationException with the first compiler errors when the project does not compile
   */
  void compile() throws MigrationException {
    Path log = root.resolve("target/mcp-migrate/compile.log");
    int exit;
    try {
      Files.createDirectories(log.getParent());
      exit =
          new ProcessBuilder(command())
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
    } catch (IOException e) {
      throw new MigrationException("Maven could not be started to compile the project", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationException("Interrupted while the project was compiled", e);
    }
    if (exit != 0) {
      throw new MigrationException(
          "The project does not compile, so its types cannot be resolved. Make it compile and run"
              + " again; nothing was changed. The build said (all of it in "
              + root.relativize(log)
              + "):"
              + System.lineSeparator()
              + errors(log));
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(launcher());
    command.addAll(List.of("-B", "-ntp", "-q", "process-test-classes"));
    command.add("-Dmaven.repo.local=" + request.getLocalRepositoryPath());
    File settings = request.getUserSettingsFile();
    if (settings != null && settings.exists()) {
      command.add("-s");
      command.add(settings.getPath());
    }
    if (request.isOffline()) {
      command.add("-o");
    }
    request.getActiveProfiles().forEach(profile -> command.add("-P" + profile));
    return command;
  }

  private static String launcher() {
    String home = System.getProperty("maven.home");
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    String name = windows ? "mvn.cmd" : "mvn";
    return home == null ? name : Path.of(home, "bin", name).toString();
  }

  private static String errors(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return String.join(
          System.lineSeparator(),
          lines.stream()
              .filter(line -> line.contains("ERROR") && line.length() > "[ERROR] ".length())
              .limit(SHOWN_ERRORS)
              .toList());
    } catch (IOException e) {
      return "(the log could not be read: " + e.getMessage() + ")";
    }
  }
}

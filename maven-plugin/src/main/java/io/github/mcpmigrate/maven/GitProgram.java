package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The program {@code git}, asked for what it knows.
 *
 * @param name of the program, to be found on the path, or its path
 */
record GitProgram(String name) {

  /** An answer takes seconds; this ends one that hangs. In seconds. */
  private static final int TIMEOUT = 120;

  /**
   * What it answered.
   *
   * @param exit 0 if it did what it was asked
   * @param errors why it did not
   */
  record Answer(int exit, String output, String errors) {}

  /**
   * Runs it in a folder.
   *
   * @return empty if the program is not there
   */
  Optional<Answer> ask(Path folder, String... arguments) throws IOException, MigrationException {
    Path output = Files.createTempFile("mcp-migrate-git", ".txt");
    Path errors = Files.createTempFile("mcp-migrate-git", ".err");
    try {
      return ask(folder, List.of(arguments), output, errors);
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private Optional<Answer> ask(Path folder, List<String> arguments, Path output, Path errors)
      throws IOException, MigrationException {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    // Only looks: another Git that is at work here shall not find the index locked.
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return Optional.empty();
    }
    process.getOutputStream().close();
    try {
      if (!process.waitFor(TIMEOUT, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.of(new Answer(-1, "", "it did not answer within " + TIMEOUT + " s"));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new MigrationException("Interrupted while Git was asked", e);
    }
    return Optional.of(
        new Answer(
            process.exitValue(),
            Files.readString(output, StandardCharsets.UTF_8),
            Files.readString(errors, StandardCharsets.UTF_8)));
  }
}

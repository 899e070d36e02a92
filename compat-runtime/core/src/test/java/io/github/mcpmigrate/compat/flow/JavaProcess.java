package io.github.mcpmigrate.compat.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of these tests that look for a fault, each in a Java of its own. */
final class JavaProcess {

  /** With this exit code a program says that it has found a fault. */
  static final int FAULTY = 3;

  static final String CLASS_PATH = System.getProperty("java.class.path");

  private JavaProcess() {}

  /** What a program said, and whether it found a fault. */
  record Outcome(boolean faulty, String said) {}

  /**
   * @param program ends with {@link #FAULTY} when it has found a fault, and says which
   * @param options for the virtual machine
   * @param folder may hold classes that stand in place of the real ones; what is said goes there
   */
  static Outcome run(Class<?> program, List<String> options, Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-"))
        .forEach(command::add);
    command.addAll(List.of("-cp", folder + File.pathSeparator + CLASS_PATH, program.getName()));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(said)).isIn(0, FAULTY);
    return new Outcome(process.exitValue() == FAULTY, Files.readString(said));
  }
}

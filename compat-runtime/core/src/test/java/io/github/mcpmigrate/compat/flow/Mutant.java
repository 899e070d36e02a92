package io.github.mcpmigrate.compat.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The flow package with one line changed for the worse: a test that is worth something fails on it.
 * It is made from the sources as they are, so that it cannot fall behind them.
 */
enum Mutant {
  /** The container calls back before we have noted that we wait for it. */
  ASK_THEN_ARM(
      "Outbox",
      "      awaiting = true;\n      if (!wire.ready()) {\n",
      "      if (!wire.ready()) {\n        awaiting = true;\n"),
  /** What another thread noted while we wrote is forgotten. */
  FORGET_THE_NOTE("Outbox", "seen = work.addAndGet(-seen);", "work.set(0);\n      seen = 0;"),
  /** What the broken wire had taken is not given to the next one. */
  LOSE_WHAT_WAS_TAKEN("Lane", "          takeBack();", "          writing = null;"),
  /** The next wire goes on while the one before it may still fail. */
  OVERTAKE("Lane", "return current == this && writing == null ?", "return current == this ?");

  private static final Path SOURCES = Path.of("src/main/java/io/github/mcpmigrate/compat/flow");

  private final String file;
  private final String right;
  private final String wrong;

  Mutant(String file, String right, String wrong) {
    this.file = file + ".java";
    this.right = right;
    this.wrong = wrong;
  }

  /**
   * Runs a program of these tests in a Java of its own, in which the mutant stands in place of the
   * real thing.
   *
   * @param options for the virtual machine
   * @param folder where the mutant's classes go
   */
  JavaProcess.Outcome meets(Class<?> program, List<String> options, Path folder)
      throws IOException, InterruptedException {
    compile(folder);
    return JavaProcess.run(program, options, folder);
  }

  private void compile(Path folder) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path source : files.toList()) {
        sources.add(source.endsWith(file) ? mutated(source, folder) : source);
      }
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-d", "" + folder, "-cp", JavaProcess.CLASS_PATH);
      boolean compiled =
          javac
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }

  private Path mutated(Path source, Path folder) throws IOException {
    String text = Files.readString(source);
    assertThat(text.split(Pattern.quote(right), -1))
        .as("the line to change is in " + source + " once")
        .hasSize(2);
    return Files.writeString(folder.resolve(file), text.replace(right, wrong));
  }
}

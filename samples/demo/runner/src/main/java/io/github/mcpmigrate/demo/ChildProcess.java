package io.github.mcpmigrate.demo;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that is talked to by lines. It ends with this object. */
final class ChildProcess implements AutoCloseable {

  private static final String END = "(end of output)";

  private final String name;
  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();

  private ChildProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    Thread reader = new Thread(this::read, name);
    reader.setDaemon(true);
    reader.start();
  }

  static ChildProcess start(String name, List<String> command) throws IOException {
    return new ChildProcess(name, new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private void read() {
    try (BufferedReader out = process.inputReader()) {
      out.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add(e.toString());
    }
    lines.add(END);
  }

  /** The next line that begins so; other lines are kept for the error message. */
  String lineStartingWith(String prefix) throws InterruptedException {
    while (true) {
      String line = lines.poll(30, TimeUnit.SECONDS);
      if (line != null && line.startsWith(prefix)) {
        return line;
      }
      if (line == null || line.equals(END)) {
        throw new IllegalStateException(
            name + " did not say '" + prefix.strip() + "'. It said: " + String.join("\n", seen));
      }
      seen.add(line);
    }
  }

  void say(String line) throws IOException {
    BufferedWriter in = process.outputWriter();
    in.write(line);
    in.newLine();
    in.flush();
  }

  void requireSuccess() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(name + " did not end well: " + String.join("\n", seen));
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

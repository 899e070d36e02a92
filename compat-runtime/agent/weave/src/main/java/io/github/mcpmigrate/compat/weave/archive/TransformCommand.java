package io.github.mcpmigrate.compat.weave.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The transformation without Maven: {@code java -jar mcp-compat-agent.jar INPUT OUTPUT}. */
public final class TransformCommand {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int MISUSED = 2;

  private static final String USAGE =
      """
      Makes a server on the HTTP+SSE providers of the MCP Java SDK serve Streamable HTTP too.

      As an agent, which changes no file:
        java -javaagent:mcp-compat-agent.jar[=option=value,...] -jar legacy-server.jar
      As a changed copy of a jar, war, ear, Spring Boot jar or folder:
        java -jar mcp-compat-agent.jar INPUT OUTPUT [options]
          --dry-run            say what would be done, write nothing; OUTPUT may be left out
          --strip-signatures   leave signatures out of signed jars that are changed; else refused
      Exit code: 0 if done, also if there was nothing to do; 1 if not; 2 if the command is wrong.""";

  private TransformCommand() {}

  /**
   * Runs and gives the exit code.
   *
   * @param agent the jar of the agent, which has the runtime
   */
  public static int run(String[] arguments, Path agent, PrintStream out, PrintStream err) {
    if (arguments.length == 0) {
      out.println(USAGE);
      return MISUSED;
    }
    boolean dryRun = false;
    boolean strips = false;
    List<Path> files = new ArrayList<>();
    try {
      for (String argument : arguments) {
        switch (argument) {
          case "--help", "-h" -> {
            out.println(USAGE);
            return DONE;
          }
          case "--dry-run" -> dryRun = true;
          case "--strip-signatures" -> strips = true;
          default -> files.add(file(argument));
        }
      }
      if (files.size() > 2 || files.size() < (dryRun ? 1 : 2)) {
        throw new IllegalArgumentException("Give the input and the output.");
      }
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(USAGE);
      return MISUSED;
    }
    try {
      Transformation transformation = new Transformation(RuntimeFiles.of(agent), strips);
      Path input = files.get(0);
      TransformReport report =
          dryRun ? transformation.look(input) : transformation.write(input, files.get(1));
      report.lines().forEach(out::println);
      out.println(report.summary());
      return DONE;
    } catch (TransformException e) {
      err.println("Nothing was written. " + e.getMessage() + ".");
      return REFUSED;
    } catch (IOException e) {
      err.println("Nothing was written. A file could not be read or written: " + e);
      return REFUSED;
    }
  }

  private static Path file(String argument) {
    if (argument.startsWith("-")) {
      throw new IllegalArgumentException("There is no option " + argument + ".");
    }
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + argument + "' is no name of a file.", e);
    }
  }
}

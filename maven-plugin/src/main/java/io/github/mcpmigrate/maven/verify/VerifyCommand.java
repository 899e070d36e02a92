package io.github.mcpmigrate.maven.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same without Maven: {@code java -jar mcp-migrate-maven-plugin-VERSION-cli.jar URL}. */
public final class VerifyCommand {

  private static final int PASSED = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private static final String USAGE =
      """
      Usage: java -jar mcp-migrate-maven-plugin-VERSION-cli.jar URL [options]
        --call 'tool={"argument":1}'   call this tool on each transport; may be repeated
        --header 'Name: value'         send this header with each request; may be repeated
        --expect sse,streamable        fail unless these are spoken (sse, streamable, stateless)
        --origin https://app.example   fail unless browser pages of this origin are served
        --timeout 10                   seconds to wait for each answer
        --json-report FILE             write the report there as JSON
        --fail-on-failure true         whether a failed row makes the exit code 1
      Exit code: 0 if all is proved, 1 if not, 2 if the command is wrong.""";

  private String url;
  private final List<String> calls = new ArrayList<>();
  private final List<String> headers = new ArrayList<>();
  private String expect;
  private String origin;
  private int timeout = 10;
  private Path jsonReport;
  private boolean failOnFailure = true;

  private VerifyCommand() {}

  /**
   * Runs and ends the JVM.
   *
   * @param arguments as the usage has them
   */
  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(arguments, System.out, System.err));
  }

  /** Runs and gives the exit code. */
  static int run(String[] arguments, PrintStream out, PrintStream err) throws InterruptedException {
    VerifyCommand command = new VerifyCommand();
    VerifyOptions options;
    try {
      command.read(arguments);
      options =
          VerifyOptions.of(
              command.url,
              command.headers,
              command.calls,
              command.timeout,
              command.origin,
              command.expect);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(USAGE);
      return MISUSED;
    }
    VerifyReport report = Verification.run(options);
    report.lines().forEach(out::println);
    out.println(report.summary());
    if (command.jsonReport != null) {
      try {
        Path folder = command.jsonReport.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Files.writeString(command.jsonReport, report.json());
      } catch (IOException e) {
        err.println("The report cannot be written: " + e);
        return MISUSED;
      }
    }
    return report.failed() && command.failOnFailure ? FAILED : PASSED;
  }

  private void read(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (!argument.startsWith("--")) {
        if (url != null) {
          throw new IllegalArgumentException("Give one URL.");
        }
        url = argument;
        continue;
      }
      int equals = argument.indexOf('=');
      String option = equals < 0 ? argument : argument.substring(0, equals);
      if (equals < 0 && ++i == arguments.length) {
        throw new IllegalArgumentException("The option " + option + " has no value.");
      }
      set(option, equals < 0 ? arguments[i] : argument.substring(equals + 1));
    }
  }

  private void set(String option, String value) {
    switch (option) {
      case "--call" -> calls.add(value);
      case "--header" -> headers.add(value);
      case "--expect" -> expect = value;
      case "--origin" -> origin = value;
      case "--timeout" -> timeout = seconds(value);
      case "--json-report" -> jsonReport = Path.of(value);
      case "--fail-on-failure" -> {
        if (!value.equals("true") && !value.equals("false")) {
          throw new IllegalArgumentException("--fail-on-failure is true or false.");
        }
        failOnFailure = value.equals("true");
      }
      default -> throw new IllegalArgumentException("There is no option " + option + ".");
    }
  }

  private static int seconds(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--timeout is a number of seconds.", e);
    }
  }
}

package io.github.mcpmigrate.samples.everything.launch;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The command line, read.
 *
 * @param port port on 127.0.0.1, 0 for a free one; default 8080
 * @param door which kind of web stack receives the requests; default {@code servlet}
 * @param provider whose transport serves them; default {@code dual}
 * @param sdk line of the MCP Java SDK; default {@code 0.18}
 * @param container servlet container; default {@code tomcat}
 * @param threads size of the container's thread pool, at least {@value #LEAST_THREADS}; 0 (the
 *     default) leaves the container's own
 */
public record Options(
    int port, String door, String provider, String sdk, String container, int threads) {

  /** Fewer cannot run Jetty, which keeps some threads for itself. */
  static final int LEAST_THREADS = 8;

  private static final List<String> DOORS = List.of("servlet");
  private static final List<String> PROVIDERS = List.of("dual", "sdk-sse", "sdk-streamable");
  private static final List<String> SDKS = List.of("0.18", "1.1", "2.1");
  private static final List<String> CONTAINERS = List.of("tomcat", "jetty");

  /** One line per option. */
  public static final String USAGE =
      """
      Usage: java -jar everything-server.jar [options]
        --port N          port on 127.0.0.1, 0 for a free one (default 8080)
        --door D          %s (default servlet)
        --provider P      %s (default dual)
        --sdk LINE        %s (default 0.18)
        --container C     %s (default tomcat)
        --threads N       threads of the container, %d or more (default: the container's own)
        --help            this text\
      """
          .formatted(
              String.join(", ", DOORS),
              String.join(", ", PROVIDERS),
              String.join(", ", SDKS),
              String.join(", ", CONTAINERS),
              LEAST_THREADS);

  /**
   * Reads {@code --name value} and {@code --name=value}.
   *
   * @throws UsageException if an option is unknown, has no value, or a value that does not exist
   */
  public static Options parse(String... args) {
    int port = 8080;
    String door = "servlet";
    String provider = "dual";
    String sdk = "0.18";
    String container = "tomcat";
    int threads = 0;
    for (Iterator<String> rest = Arrays.asList(args).iterator(); rest.hasNext(); ) {
      String arg = rest.next();
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg : arg.substring(0, equals);
      String given = equals < 0 ? null : arg.substring(equals + 1);
      switch (name) {
        case "--port" -> port = number(name, value(name, given, rest), 0, 65_535);
        case "--door" -> door = oneOf(name, value(name, given, rest), DOORS);
        case "--provider" -> provider = oneOf(name, value(name, given, rest), PROVIDERS);
        case "--sdk" -> sdk = oneOf(name, value(name, given, rest), SDKS);
        case "--container" -> container = oneOf(name, value(name, given, rest), CONTAINERS);
        case "--threads" -> threads = number(name, value(name, given, rest), LEAST_THREADS, 10_000);
        default -> throw new UsageException("Unknown option: " + arg);
      }
    }
    return new Options(port, door, provider, sdk, container, threads);
  }

  private static String value(String name, String given, Iterator<String> rest) {
    if (given != null) {
      return given;
    }
    if (!rest.hasNext()) {
      throw new UsageException("Option " + name + " needs a value.");
    }
    return rest.next();
  }

  private static String oneOf(String name, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      throw new UsageException(
          "Option %s cannot be '%s': it is one of %s."
              .formatted(name, value, String.join(", ", allowed)));
    }
    return value;
  }

  private static int number(String name, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, together with a number out of range.
    }
    throw new UsageException(
        "Option %s cannot be '%s': it is a number from %d to %d."
            .formatted(name, value, least, most));
  }
}

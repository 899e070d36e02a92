package io.github.mcpmigrate.samples.everything.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The command line, read: a combination that exists.
 *
 * @param port port on 127.0.0.1, 0 for a free one; default 8080
 * @param door which kind of web stack receives the requests; default {@code servlet}
 * @param provider whose transport serves them; default {@code dual}
 * @param sdk line of the MCP Java SDK; default {@code 0.18}
 * @param container what listens; default the first that fits the door and the Spring line
 * @param spring line of the Spring Framework, for the doors {@code webmvc} and {@code webflux};
 *     default {@code 6}
 * @param threads size of the container's thread pool, at least {@value #LEAST_THREADS}; 0 (the
 *     default) leaves the container's own
 */
public record Options(
    int port,
    String door,
    String provider,
    String sdk,
    String container,
    String spring,
    int threads) {

  /** Fewer cannot run Jetty, which keeps some threads for itself. */
  static final int LEAST_THREADS = 8;

  private static final String SERVLET = "servlet";
  private static final List<String> DOORS = List.of(SERVLET, "webmvc", "webflux");
  private static final List<String> PROVIDERS = List.of("dual", "sdk-sse", "sdk-streamable");
  private static final List<String> SDKS = List.of("0.18", "1.1", "2.1");
  private static final List<String> CONTAINERS =
      List.of("tomcat", "tomcat11", "jetty", "undertow", "netty");
  private static final List<String> SPRINGS = List.of("6", "7");

  /** One line per option. */
  public static final String USAGE =
      """
      Usage: java -jar everything-server.jar [options]
        --port N          port on 127.0.0.1, 0 for a free one (default 8080)
        --door D          %s (default servlet)
        --provider P      %s (default dual)
        --sdk LINE        %s (default 0.18)
        --container C     %s
                          (default tomcat; tomcat11 for webmvc with Spring 7, netty for webflux)
        --spring LINE     %s, for webmvc and webflux (default 6)
        --threads N       threads of the container, %d or more (default: the container's own)
        --help            this text\
      """
          .formatted(
              String.join(", ", DOORS),
              String.join(", ", PROVIDERS),
              String.join(", ", SDKS),
              String.join(", ", CONTAINERS),
              String.join(", ", SPRINGS),
              LEAST_THREADS);

  /**
   * Reads {@code --name value} and {@code --name=value}.
   *
   * @throws UsageException if an option is unknown, has no value, a value that does not exist, or
   *     one that does not go with another
   */
  public static Options parse(String... args) {
    int port = 8080;
    String door = "servlet";
    String provider = "dual";
    String sdk = "0.18";
    String container = null;
    String spring = "6";
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
        case "--spring" -> spring = oneOf(name, value(name, given, rest), SPRINGS);
        case "--threads" -> threads = number(name, value(name, given, rest), LEAST_THREADS, 10_000);
        default -> throw new UsageException("Unknown option: " + arg);
      }
    }
    List<String> fitting = containers(door, spring);
    if (container == null) {
      container = fitting.get(0);
    }
    if (!fitting.contains(container)) {
      throw new UsageException(
          "Option --container cannot be '%s' for --door %s%s: it is one of %s."
              .formatted(
                  container,
                  door,
                  door.equals(SERVLET) ? "" : " --spring " + spring,
                  String.join(", ", fitting)));
    }
    if (!providers(door, sdk, spring).contains(provider)) {
      throw new UsageException(
          "Option --provider cannot be '%s' for --door %s --sdk %s --spring %s: it is %s."
              .formatted(
                  provider, door, sdk, spring, String.join(" or ", providers(door, sdk, spring))));
    }
    return new Options(port, door, provider, sdk, container, spring, threads);
  }

  /** The folders beside the jar that this needs, in the order of the class path. */
  List<String> folders() {
    List<String> folders = new ArrayList<>();
    if (!door.equals(SERVLET)) {
      folders.add("spring-" + spring);
    }
    if (!container.equals("netty")) {
      folders.add(container);
    }
    folders.add("sdk-" + sdk);
    folders.add("common");
    return folders;
  }

  /** Spring 7 needs Servlet 6.1, which of these only Tomcat 11 has. */
  private static List<String> containers(String door, String spring) {
    return switch (door) {
      case "webflux" -> List.of("netty");
      case "webmvc" ->
          spring.equals("7")
              ? List.of("tomcat11")
              : List.of("tomcat", "tomcat11", "jetty", "undertow");
      default -> List.of("tomcat", "tomcat11", "jetty", "undertow");
    };
  }

  /**
   * The SDK's own for Spring are in the SDK up to 0.18, for Spring 6; later ones are Spring AI's.
   */
  private static List<String> providers(String door, String sdk, String spring) {
    if (door.equals(SERVLET)) {
      return PROVIDERS;
    }
    return sdk.equals("0.18") && spring.equals("6") ? List.of("dual", "sdk-sse") : List.of("dual");
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

package io.github.mcpmigrate.samples.interop;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the everything server stands on.
 *
 * @param door of the runtime, with the line of Spring behind it
 * @param container what listens
 * @param sdk line of the MCP Java SDK
 */
record Stack(Door door, String container, String sdk) implements Fixture {

  enum Door {
    SERVLET("servlet", null),
    WEBMVC_6("webmvc", "6"),
    WEBMVC_7("webmvc", "7"),
    WEBFLUX_6("webflux", "6"),
    WEBFLUX_7("webflux", "7");

    private final String option;
    private final String spring;

    Door(String option, String spring) {
      this.option = option;
      this.spring = spring;
    }

    private Stream<String> options() {
      return spring == null
          ? Stream.of("--door=" + option)
          : Stream.of("--door=" + option, "--spring=" + spring);
    }
  }

  static final List<String> CONTAINERS =
      List.of("tomcat", "tomcat11", "jetty", "undertow", "netty");
  static final List<String> SDKS = List.of("0.18", "1.1", "2.1");

  /** Every door, every container and every line of the SDK at least once. */
  static final List<Stack> REPRESENTATIVE =
      List.of(
          new Stack(Door.SERVLET, "tomcat", "0.18"),
          new Stack(Door.SERVLET, "jetty", "2.1"),
          new Stack(Door.WEBMVC_6, "undertow", "1.1"),
          new Stack(Door.WEBMVC_7, "tomcat11", "2.1"),
          new Stack(Door.WEBFLUX_6, "netty", "0.18"),
          new Stack(Door.WEBFLUX_7, "netty", "1.1"));

  private static final String CELLS = System.getProperty("interop.cells");

  /** Every combination, whether it exists or not. */
  static List<Stack> all() {
    return Arrays.stream(Door.values())
        .flatMap(
            door ->
                CONTAINERS.stream()
                    .flatMap(
                        container -> SDKS.stream().map(sdk -> new Stack(door, container, sdk))))
        .toList();
  }

  /** The combinations that exist. */
  static List<Stack> existing() {
    return all().stream().filter(stack -> stack.whyNot().isEmpty()).toList();
  }

  /**
   * What is tested in this build: the representatives; with {@code -Pall-cells} all that exist;
   * with {@code -Dinterop.cells=undertow} those that have this in their name.
   */
  static List<Stack> chosen() {
    return chosen(REPRESENTATIVE, existing());
  }

  /** What is tested of these in this build. */
  static <F extends Fixture> List<F> chosen(List<F> representative, List<F> existing) {
    return switch (CELLS) {
      case "representative" -> representative;
      case "all" -> existing;
      default -> existing.stream().filter(each -> each.toString().contains(CELLS)).toList();
    };
  }

  /**
   * The stacks of {@link #chosen()}, the first of each door, whatever the container and the SDK.
   */
  static List<Stack> oneForEachDoor() {
    return Arrays.stream(Door.values())
        .flatMap(door -> chosen().stream().filter(stack -> stack.door == door).limit(1))
        .toList();
  }

  /** Why this combination does not exist; empty if it does. */
  @Override
  public Optional<String> whyNot() {
    boolean netty = container.equals("netty");
    return Optional.ofNullable(
        switch (door) {
          case SERVLET, WEBMVC_6 -> netty ? "Netty is no servlet container" : null;
          case WEBMVC_7 ->
              netty
                  ? "Netty is no servlet container"
                  : container.equals("tomcat11")
                      ? null
                      : "Spring 7 needs Servlet 6.1, which of the containers only Tomcat 11 has";
          case WEBFLUX_6, WEBFLUX_7 ->
              netty
                  ? null
                  : "WebFlux stands on Netty here; on a servlet container it is Spring's adapter";
        });
  }

  /** Starts it with the dual provider. */
  @Override
  public ServerProcess start() throws IOException {
    return ServerProcess.start(options());
  }

  @Override
  public String protocolVersion(ForeignClient client, Transport transport) {
    return client.protocolVersion(transport);
  }

  /** How the server is started on it. */
  String[] options() {
    return Stream.concat(door.options(), Stream.of("--container=" + container, "--sdk=" + sdk))
        .toArray(String[]::new);
  }

  @Override
  public String toString() {
    return "%s on %s, SDK %s"
        .formatted(
            door.option + (door.spring == null ? "" : " (Spring " + door.spring + ")"),
            container,
            sdk);
  }
}

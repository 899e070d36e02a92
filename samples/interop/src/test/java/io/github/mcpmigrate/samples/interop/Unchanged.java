package io.github.mcpmigrate.samples.interop;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The everything server on the SDK's own HTTP+SSE provider, which knows nothing of Streamable HTTP.
 *
 * @param way how it comes to serve it all the same
 * @param stack what it stands on
 */
record Unchanged(Way way, Stack stack) implements Fixture {

  /** Every way, every door that has such a provider, and every line of the SDK at least once. */
  static final List<Unchanged> REPRESENTATIVE =
      List.of(
          new Unchanged(Way.TRANSFORMED, new Stack(Stack.Door.SERVLET, "jetty", "2.1")),
          new Unchanged(Way.AGENT, new Stack(Stack.Door.SERVLET, "tomcat", "1.1")),
          new Unchanged(Way.AGENT, new Stack(Stack.Door.WEBMVC_6, "undertow", "0.18")),
          new Unchanged(Way.AGENT, new Stack(Stack.Door.WEBFLUX_6, "netty", "0.18")));

  /** Every combination, whether it exists or not. */
  static List<Unchanged> all() {
    return Arrays.stream(Way.values())
        .flatMap(way -> Stack.all().stream().map(stack -> new Unchanged(way, stack)))
        .toList();
  }

  /** The combinations that exist. */
  static List<Unchanged> existing() {
    return all().stream().filter(each -> each.whyNot().isEmpty()).toList();
  }

  /** What is tested in this build, as {@link Stack#chosen()} says it of stacks. */
  static List<Unchanged> chosen() {
    return Stack.chosen(REPRESENTATIVE, existing());
  }

  /**
   * Those that all clients go through every feature on: by default the first of each door, as each
   * takes half a minute.
   */
  static List<Unchanged> forAllClients() {
    if (chosen() != REPRESENTATIVE) {
      return chosen();
    }
    Map<Stack.Door, Unchanged> first = new LinkedHashMap<>();
    REPRESENTATIVE.forEach(each -> first.putIfAbsent(each.stack().door(), each));
    return List.copyOf(first.values());
  }

  @Override
  public Optional<String> whyNot() {
    return stack.whyNot().or(this::noProvider);
  }

  private Optional<String> noProvider() {
    return switch (stack.door()) {
      case SERVLET -> Optional.empty();
      case WEBMVC_6, WEBFLUX_6 ->
          stack.sdk().equals("0.18") ? Optional.empty() : Optional.of(SPRING_AI);
      case WEBMVC_7, WEBFLUX_7 -> Optional.of(SPRING_AI);
    };
  }

  private static final String SPRING_AI =
      "the SDK has HTTP+SSE providers for Spring up to 0.18, for Spring 6; later ones are Spring"
          + " AI's";

  @Override
  public ServerProcess start() throws IOException, InterruptedException {
    return way.start(
        Stream.concat(Stream.of("--provider=sdk-sse"), Arrays.stream(stack.options()))
            .toArray(String[]::new));
  }

  /** Over HTTP+SSE it is the SDK's own, which knows the first version alone. */
  @Override
  public String protocolVersion(ForeignClient client, Transport transport) {
    return transport == Transport.SSE ? "2024-11-05" : client.protocolVersion(transport);
  }

  @Override
  public String toString() {
    return way + ", " + stack;
  }
}

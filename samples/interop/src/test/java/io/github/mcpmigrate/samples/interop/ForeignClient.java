package io.github.mcpmigrate.samples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mcpmigrate.samples.interop.client.LangChain4jClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A client that we did not write: what it is run with, and what it is not able to do. */
enum ForeignClient {
  TYPESCRIPT_1(
      "TypeScript SDK 1",
      (server, transport) -> Driver.run("typescript-v1", "features", server, transport),
      Gaps.none()),
  TYPESCRIPT_2(
      "TypeScript SDK 2",
      (server, transport) -> Driver.run("typescript-v2", "features", server, transport),
      Gaps.none()),
  TYPESCRIPT_2_AUTO(
      "TypeScript SDK 2 that asks for 2026-07-28 first",
      (server, transport) -> Driver.run("typescript-v2-auto", "features", server, transport),
      Gaps.none()),
  INSPECTOR(
      "MCP Inspector's command line",
      Inspector::run,
      Gaps.only(
          "a command makes one call and answers no question",
          "tools/list",
          "echo",
          "headers",
          "error result",
          "resources/read",
          "prompts/get")),
  JAVA_0_10(
      "Java SDK 0.10",
      (server, transport) -> IsolatedClient.run("0.10", server, transport),
      Gaps.without(
          "came with a later line of the SDK", "progress", "elicit", "resources/subscribe")),
  JAVA_0_18(
      "Java SDK 0.18",
      (server, transport) -> IsolatedClient.run("0.18", server, transport),
      Gaps.none()),
  JAVA_1_1(
      "Java SDK 1.1",
      (server, transport) -> IsolatedClient.run("1.1", server, transport),
      Gaps.none()),
  JAVA_2_1(
      "Java SDK 2.1",
      (server, transport) -> IsolatedClient.run("2.1", server, transport),
      Gaps.none()),
  LANGCHAIN4J(
      "LangChain4j 1.18",
      (server, transport) ->
          IsolatedClient.steps(new LangChain4jClient(), "1.18", server, transport),
      Gaps.without(
          "its API has no place for it",
          "initialize",
          "progress",
          "progress without token",
          "sample",
          "elicit",
          "completion",
          "unknown prompt",
          "refused roots"));

  /** Goes through the steps; returns what came out, by step. */
  @FunctionalInterface
  interface Run {
    Map<String, JsonNode> run(ServerProcess server, Transport transport) throws Exception;
  }

  /** Why it cannot do a step; null if it can. */
  private record Gaps(Function<String, String> whyNot) {

    private static Gaps none() {
      return new Gaps(step -> null);
    }

    private static Gaps without(String reason, String... steps) {
      return new Gaps(step -> List.of(steps).contains(step) ? reason : null);
    }

    private static Gaps only(String reason, String... steps) {
      return new Gaps(step -> List.of(steps).contains(step) ? null : reason);
    }
  }

  private final String title;
  private final Run run;
  private final Gaps gaps;

  ForeignClient(String title, Run run, Gaps gaps) {
    this.title = title;
    this.run = run;
    this.gaps = gaps;
  }

  Map<String, JsonNode> run(ServerProcess server, Transport transport) throws Exception {
    return run.run(server, transport);
  }

  /** Why it cannot be run over this transport; empty if it can. */
  Optional<String> whyNot(Transport transport) {
    return this == JAVA_0_10 && transport == Transport.STREAMABLE
        ? Optional.of("the line is from before Streamable HTTP")
        : Optional.empty();
  }

  /** Why it cannot do this step; empty if it can. */
  Optional<String> whyNot(String step) {
    return Optional.ofNullable(gaps.whyNot.apply(step));
  }

  /**
   * What it and the server agree on. The Java SDK's HTTP+SSE client knows the first version alone.
   */
  String protocolVersion(Transport transport) {
    boolean javaSse = name().startsWith("JAVA_") && transport == Transport.SSE;
    return javaSse ? "2024-11-05" : "2025-11-25";
  }

  /** The capabilities it declares. */
  List<String> capabilities() {
    return switch (this) {
      case JAVA_0_10 -> List.of("roots", "sampling");
      case LANGCHAIN4J -> List.of("roots");
      default -> List.of("roots", "sampling", "elicitation");
    };
  }

  @Override
  public String toString() {
    return title;
  }
}

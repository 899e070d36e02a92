package io.github.mcpmigrate.maven.report;

import java.util.Locale;

/**
 * What {@code assess} looks for. The ids are in reports and baselines that people keep, so that
 * none is ever renamed or used again for something else.
 */
public enum Rule {
  SERVER_CONSTRUCTION(
      "construction", Severity.MEDIUM, Page.SERVERS, "A server on HTTP+SSE is made"),
  SERVER_SUBCLASS("subclass", Severity.MEDIUM, Page.SERVERS, "A class extends a server transport"),
  SERVER_TYPE(
      "declared type", Severity.LOW, Page.SERVERS, "A server transport is declared by type"),
  SERVER_OBSTACLE(
      "obstacle", Severity.MEDIUM, Page.SERVERS, "A use of a server transport that cannot follow"),
  SERVER_OWN_TRANSPORT(
      "own transport", Severity.MEDIUM, Page.SERVERS, "A transport of the project's own"),
  SERVER_OWN_COPY(
      "own copy", Severity.HIGH, Page.SERVERS, "The project declares a class of the SDK's name"),
  SERVER_HAND_WRITTEN(
      "hand-written", Severity.MEDIUM, Page.ASSESS, "HTTP+SSE is written by hand, without the SDK"),
  SERVER_SPRING_AI(
      "configuration", Severity.MEDIUM, Page.SPRING_AI, "A server that Spring AI makes"),
  SERVER_QUARKUS("dependency", Severity.MEDIUM, Page.ASSESS, "A server of Quarkus MCP"),
  SERVER_FRAMEWORK("framework", Severity.MEDIUM, Page.ASSESS, "A server of another framework"),
  CLIENT_CONSTRUCTION(
      "construction", Severity.MEDIUM, Page.CLIENTS, "A client on HTTP+SSE is made"),
  CLIENT_SUBCLASS("subclass", Severity.MEDIUM, Page.CLIENTS, "A class extends a client transport"),
  CLIENT_TYPE(
      "declared type", Severity.LOW, Page.CLIENTS, "A client transport is declared by type"),
  CLIENT_OBSTACLE(
      "obstacle", Severity.MEDIUM, Page.CLIENTS, "A use of a client transport that cannot follow"),
  CLIENT_LANGCHAIN4J("framework", Severity.MEDIUM, Page.ASSESS, "A client of LangChain4j"),
  CLIENT_FRAMEWORK("framework", Severity.MEDIUM, Page.ASSESS, "A client of another framework"),
  CONFIG_SPRING_AI_SERVER(
      "configuration", Severity.LOW, Page.SPRING_AI, "A key of a Spring AI server"),
  CONFIG_SPRING_AI_CLIENT(
      "configuration", Severity.MEDIUM, Page.SPRING_AI, "A connection of a Spring AI client"),
  CONFIG_QUARKUS_SERVER("configuration", Severity.LOW, Page.ASSESS, "A key of a Quarkus server"),
  CONFIG_QUARKUS_CLIENT(
      "configuration", Severity.MEDIUM, Page.ASSESS, "A client of Quarkus LangChain4j"),
  CONFIG_FRAMEWORK("configuration", Severity.MEDIUM, Page.ASSESS, "A key of another framework"),
  CONFIG_ELSEWHERE(
      "configuration",
      Severity.MEDIUM,
      Page.ASSESS,
      "A key in the environment, an annotation or a script"),
  PATH_ACCESS_RULE("path", Severity.HIGH, Page.SERVERS, "An access rule names an old path"),
  PATH_MAPPING("path", Severity.LOW, Page.SERVERS, "A servlet mapping names an old path"),
  PATH_PROXY("path", Severity.HIGH, Page.ASSESS, "A proxy or ingress names an old path"),
  PATH_PROBE("path", Severity.HIGH, Page.ASSESS, "A health check asks an old path"),
  PATH_URL("path", Severity.MEDIUM, Page.ASSESS, "A URL of an old endpoint"),
  TEST_OLD_ENDPOINT("path", Severity.LOW, Page.SERVERS, "A test asks an old endpoint"),
  TEST_OLD_VERSION(
      "version", Severity.LOW, Page.SERVERS, "A test asserts the old protocol version"),
  CLIENT_FILE("client file", Severity.MEDIUM, Page.ASSESS, "A client is configured for HTTP+SSE"),
  DOCS("documentation", Severity.LOW, Page.ASSESS, "Documentation of an old endpoint"),
  NAMED_IN_STRING(
      "string", Severity.LOW, Page.MENTIONS, "A class of HTTP+SSE is named in a string"),
  OTHER_LANGUAGE(
      "other language", Severity.MEDIUM, Page.MENTIONS, "A class of HTTP+SSE in another language"),
  COMPILED_SERVER("compiled", Severity.MEDIUM, Page.ASSESS, "Compiled code makes a server"),
  COMPILED_CLIENT("compiled", Severity.MEDIUM, Page.ASSESS, "Compiled code makes a client");

  private final String shape;
  private final Severity severity;
  private final String page;
  private final String title;

  Rule(String shape, Severity severity, String page, String title) {
    this.shape = shape;
    this.severity = severity;
    this.page = page;
    this.title = title;
  }

  /** The pages of this project that explain findings. */
  private static final class Page {
    private static final String SERVERS = "docs/findings/servers.md";
    private static final String CLIENTS = "docs/findings/clients.md";
    private static final String SPRING_AI = "docs/findings/spring-ai.md";
    private static final String MENTIONS = "docs/findings/mentions.md";
    private static final String ASSESS = "docs/assess.md";
  }

  /** Stable, for example {@code server-construction}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of use. */
  public String shape() {
    return shape;
  }

  /** How much depends on it, unless a finding says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** Path in this project. */
  public String page() {
    return page;
  }

  /** One line, without a full stop. */
  public String title() {
    return title;
  }
}

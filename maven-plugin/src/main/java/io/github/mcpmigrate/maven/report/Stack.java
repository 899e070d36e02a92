package io.github.mcpmigrate.maven.report;

/** What a server or client is made with, and whether a recipe moves it today. */
public enum Stack {
  SERVLET("MCP Java SDK, servlet", true),
  WEBMVC("MCP Java SDK, WebMvc", true),
  WEBFLUX("MCP Java SDK, WebFlux", true),
  JDK_CLIENT("MCP Java SDK, JDK HttpClient", true),
  WEB_CLIENT("MCP Java SDK, WebClient", true),
  SPRING_AI("Spring AI", true),
  OWN_TRANSPORT("MCP Java SDK, transport of its own", false),
  QUARKUS("Quarkus MCP", true),
  QUARKUS_LANGCHAIN4J("Quarkus LangChain4j", false),
  LANGCHAIN4J("LangChain4j", true),
  KOTLIN("MCP Kotlin SDK", false),
  ADK("Google ADK", true),
  AGENTSCOPE("AgentScope", true),
  KOOG("Koog", false),
  SOLON("Solon AI", true),
  JOOBY("Jooby", false),
  CAMEL("Apache Camel", false),
  ALIBABA("Spring AI Alibaba", false),
  HAND_WRITTEN("written by hand", false),
  COMPILED("compiled code", false);

  private final String label;
  private final boolean migrated;

  Stack(String label, boolean migrated) {
    this.label = label;
    this.migrated = migrated;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** Whether a recipe exists. */
  public boolean isMigrated() {
    return migrated;
  }

  /** The fate of a use that nothing stands in the way of. */
  public Action action() {
    return migrated ? Action.CHANGED : Action.NOT_YET;
  }
}

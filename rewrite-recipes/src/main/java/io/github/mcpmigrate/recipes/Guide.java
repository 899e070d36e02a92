package io.github.mcpmigrate.recipes;

/** The pages that explain the rows of the table {@code LegacySseUses}. */
public enum Guide {
  SERVERS("docs/findings/servers.md"),
  CLIENTS("docs/findings/clients.md"),
  SPRING_AI("docs/findings/spring-ai.md"),
  CLIENT_CONFIG("docs/findings/client-config.md"),
  HANDWRITTEN("docs/findings/handwritten.md"),
  MARKDOWN("docs/findings/markdown.md"),
  INFRASTRUCTURE("docs/findings/infrastructure.md"),
  FRAMEWORKS("docs/findings/frameworks.md"),
  QUARKUS("docs/findings/quarkus.md"),
  MENTIONS("docs/findings/mentions.md"),

  /** What changed in the SDK; it links the migration guides of 0.8, 0.10 and 2.0. */
  RELEASES("https://github.com/modelcontextprotocol/java-sdk/releases");

  private final String page;

  Guide(String page) {
    this.page = page;
  }

  /** Path of the page in this project, or its URL elsewhere. */
  public String page() {
    return page;
  }
}

package io.github.mcpmigrate.recipes;

/** The pages that explain the rows of the table {@code LegacySseUses}. */
public enum Guide {
  SERVERS("docs/findings/servers.md"),
  CLIENTS("docs/findings/clients.md"),
  MENTIONS("docs/findings/mentions.md");

  private final String page;

  Guide(String page) {
    this.page = page;
  }

  /** Path of the page in this project. */
  public String page() {
    return page;
  }
}

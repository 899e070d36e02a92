package io.github.mcpmigrate.table;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import lombok.Value;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** Every place where a project uses the deprecated HTTP+SSE transport, and what becomes of it. */
@JsonIgnoreType
public class LegacySseUses extends DataTable<LegacySseUses.Row> {

  /** What a migration does with a use. */
  public enum Action {
    /** The recipes move it. */
    CHANGED,
    /**
     * A person has to decide; the code carries a {@code TODO mcp-migrate:} comment once a migration
     * has run.
     */
    MANUAL,
    /** The recipes cannot tell what it is. */
    UNKNOWN;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public LegacySseUses(Recipe recipe) {
    super(
        recipe,
        "Uses of HTTP+SSE",
        "Every place where the deprecated HTTP+SSE transport of MCP is used, and what a migration does with it.");
  }

  @Value
  public static class Row {
    @Column(
        displayName = "File",
        description = "Path of the source file, relative to the project's root.")
    String file;

    @Column(displayName = "Line", description = "Line of the use, the first being 1.")
    int line;

    @Column(displayName = "Column", description = "Column of the use, the first being 1.")
    int column;

    @Column(displayName = "Construct", description = "The piece of code that was found.")
    String construct;

    @Column(
        displayName = "Shape",
        description = "The kind of use, for example `server construction`.")
    String shape;

    @Column(
        displayName = "Action",
        description =
            "`changed` if the recipes move it, `manual` if a person has to, `unknown` if they cannot tell.")
    String action;

    @Column(displayName = "Rule", description = "The recipe that is responsible for this use.")
    String rule;

    @Column(displayName = "Reason", description = "Why it is changed, or why it could not be.")
    String reason;

    @Column(
        displayName = "Documentation",
        description = "Where to read on: a page of this project, or an address.")
    String documentation;
  }
}

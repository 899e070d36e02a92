package io.github.mcpmigrate.table;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import lombok.Value;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/**
 * Every source file that was read and whose text names a class of HTTP+SSE, whatever becomes of it.
 * A file that names one and is not listed here was not read.
 */
@JsonIgnoreType
public class SourcesWithMentions extends DataTable<SourcesWithMentions.Row> {

  public SourcesWithMentions(Recipe recipe) {
    super(
        recipe,
        "Sources that name HTTP+SSE",
        "Every source file that was read and whose text names a class of HTTP+SSE, whatever becomes of it.");
  }

  @Value
  public static class Row {
    @Column(
        displayName = "File",
        description = "Path of the source file, relative to the project's root.")
    String file;
  }
}

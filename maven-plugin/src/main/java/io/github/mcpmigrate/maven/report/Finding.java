package io.github.mcpmigrate.maven.report;

/**
 * One use of HTTP+SSE.
 *
 * @param file relative to the folder that was looked at, with slashes
 * @param line the first being 1
 * @param column the first being 1
 * @param snippet the code that was found
 * @param rule the id of a {@link Rule}, or the name of the recipe that is responsible
 * @param shape the kind of use, in the words of the table {@code LegacySseUses}
 * @param reason why it is changed, or why it is not
 * @param page the page of this project that explains it
 */
public record Finding(
    String file,
    int line,
    int column,
    String snippet,
    String rule,
    String shape,
    Severity severity,
    Action action,
    String reason,
    String page) {

  /** The same, with another fate. */
  public Finding with(Action other, String because) {
    return new Finding(file, line, column, snippet, rule, shape, severity, other, because, page);
  }

  /** Where it is, as compilers write it. */
  public String position() {
    return file + ":" + line + ":" + column;
  }
}

package io.github.mcpmigrate.recipes.springai;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.J;

/** Placeholders such as <code>${spring.ai.mcp.server.sse-endpoint:/sse}</code> in annotations. */
record KeyPlaceholders(CodeKeys keys, CodeFindings findings, Cursor cursor) {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{(spring\\.ai\\.mcp\\.[^:${}]+)(?::([^${}]*))?\\}");

  J.Literal edit(J.Literal literal) {
    J.Literal edited = literal;
    Matcher placeholders = PLACEHOLDER.matcher((String) literal.getValue());
    while (placeholders.find()) {
      Optional<CodeKeys.Read> read =
          keys.read(placeholders.group(1), Optional.ofNullable(placeholders.group(2)));
      if (read.isPresent()) {
        edited = edit(edited, placeholders.group(), read.get(), placeholders.group(1));
      }
    }
    return edited;
  }

  private J.Literal edit(J.Literal literal, String placeholder, CodeKeys.Read read, String key) {
    if (read.question().isPresent()) {
      findings.manual(cursor, key, read.question().get());
      return literal;
    }
    String text = "${" + read.key() + read.byDefault().map(value -> ":" + value).orElse("") + "}";
    findings.changed(cursor, key, "becomes " + read.key());
    return KeyLiterals.replace(literal, placeholder, text);
  }
}

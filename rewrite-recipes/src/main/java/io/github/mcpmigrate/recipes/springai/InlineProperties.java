package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;

/**
 * Keys and values that are written in code as strings such as {@code "server.port=0"}.
 *
 * @param entries the expressions, of which each stands for one key
 */
record InlineProperties(List<Expression> entries) {

  /** What stands for the parts of a value that are computed. */
  static final String COMPUTED = "${}";

  /** A key with its value, and the literal that has the key and perhaps nothing else. */
  record Entry(String key, String value, J.Literal literal) {}

  InlineProperties {
    entries = List.copyOf(entries);
  }

  /** Reads a string; empty if it is no key with a value, or several of them. */
  static Optional<Entry> read(Expression expression) {
    List<Expression> parts = new ArrayList<>();
    collect(expression, parts);
    if (!(parts.get(0) instanceof J.Literal literal)
        || !(literal.getValue() instanceof String text)
        || text.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    int end = 0;
    while (end < text.length() && text.charAt(end) != '=' && text.charAt(end) != ':') {
      end++;
    }
    if (end == text.length()) {
      return Optional.empty();
    }
    StringBuilder value = new StringBuilder(text.substring(end + 1));
    for (Expression part : parts.subList(1, parts.size())) {
      value.append(
          part instanceof J.Literal more && more.getValue() instanceof String written
              ? written
              : COMPUTED);
    }
    return Optional.of(new Entry(text.substring(0, end).trim(), value.toString().trim(), literal));
  }

  private static void collect(Expression expression, List<Expression> parts) {
    if (expression instanceof J.Binary sum && sum.getOperator() == J.Binary.Type.Addition) {
      collect(sum.getLeft(), parts);
      parts.add(sum.getRight());
    } else {
      parts.add(expression);
    }
  }

  /** What Spring Boot reads. */
  ConfigurationDocument document() {
    Map<KeyPath, String> values = new LinkedHashMap<>();
    entries.forEach(
        expression ->
            read(expression)
                .ifPresent(entry -> values.put(KeyPath.of(entry.key()), entry.value())));
    return new ConfigurationDocument(0, Optional.empty(), values);
  }

  /** Whether nothing of what is computed would have to be written down. */
  boolean canFollow(KeyChanges changes) {
    return changes.added().values().stream().noneMatch(value -> value.contains(COMPUTED))
        && entries.stream()
            .flatMap(expression -> read(expression).stream())
            .noneMatch(
                entry ->
                    entry.value().contains(COMPUTED)
                        && changes
                            .newValue(KeyPath.of(entry.key()))
                            .filter(value -> !isAddress(entry))
                            .isPresent());
  }

  /** An address may keep its path, of which neither transport takes notice. */
  private static boolean isAddress(Entry entry) {
    return entry.value().contains("://");
  }

  /**
   * @param prefix what the keys to add stand below
   */
  InlineProperties change(KeyChanges changes, String prefix) {
    List<Expression> changed = new ArrayList<>();
    int place = -1;
    for (Expression expression : entries) {
      Entry entry = read(expression).orElse(null);
      if (entry == null) {
        changed.add(expression);
        continue;
      }
      KeyPath key = KeyPath.of(entry.key());
      if (changes.isRemoved(key)) {
        place = place < 0 ? changed.size() : place;
        continue;
      }
      String written = changes.renamed(KeyPath.ROOT, entry.key());
      changed.add(edited(expression, entry, written, changes.newValue(key)));
      changes
          .after(key)
          .ifPresent(sibling -> changed.add(entry(sibling.key(written) + "=" + sibling.value())));
    }
    place = place < 0 ? afterLast(changed, KeyPath.of(prefix)) : place;
    for (Map.Entry<String, String> added : changes.added().entrySet()) {
      changed.add(place++, entry(prefix + "." + added.getKey() + "=" + added.getValue()));
    }
    return new InlineProperties(laidOut(changed));
  }

  /** Where a key goes that replaces none: after those of its kind, or at the end. */
  private static int afterLast(List<Expression> expressions, KeyPath prefix) {
    for (int i = expressions.size() - 1; i >= 0; i--) {
      if (read(expressions.get(i))
          .filter(entry -> KeyPath.of(entry.key()).startsWith(prefix))
          .isPresent()) {
        return i + 1;
      }
    }
    return expressions.size();
  }

  /** Each string stands where one stood before, and those beyond as the last but one did. */
  private List<Expression> laidOut(List<Expression> changed) {
    List<Expression> laidOut = new ArrayList<>();
    for (int i = 0; i < changed.size(); i++) {
      Expression expression = changed.get(i);
      Space prefix =
          i < entries.size()
              ? entries.get(i).getPrefix()
              : entries.size() > 1
                  ? entries.get(entries.size() - 1).getPrefix().withComments(List.of())
                  : Space.SINGLE_SPACE;
      boolean own = entries.stream().anyMatch(old -> old.getId().equals(expression.getId()));
      laidOut.add(own && i > 0 ? expression : expression.withPrefix(prefix));
    }
    return laidOut;
  }

  private static Expression edited(
      Expression expression, Entry entry, String key, Optional<String> value) {
    J.Literal literal = entry.literal();
    J.Literal edited = KeyLiterals.replace(literal, entry.key(), key);
    if (expression == literal) {
      return value.map(text -> KeyLiterals.replace(edited, entry.value(), text)).orElse(edited);
    }
    return edited == literal ? expression : replaced(expression, literal, edited);
  }

  private static Expression replaced(Expression expression, J.Literal old, J.Literal literal) {
    return expression instanceof J.Binary sum
        ? sum.withLeft(replaced(sum.getLeft(), old, literal))
        : literal;
  }

  private static Expression entry(String text) {
    return new J.Literal(
        Tree.randomId(),
        Space.EMPTY,
        Markers.EMPTY,
        text,
        "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"",
        null,
        JavaType.Primitive.String);
  }
}

package io.github.mcpmigrate.recipes.springai;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.openrewrite.java.tree.J;

/** Strings in code that have to do with Spring AI's keys. */
final class KeyLiterals {

  /** Keys that something becomes of, in the spellings of files and of the environment. */
  private static final Pattern SERVER =
      Pattern.compile(
          "spring[._]ai[._]mcp[._]server[._]"
              + "(sse[-_]?(message[-_]?)?endpoint|base[-_]?url|keep[-_]?alive[-_]?interval|protocol)\\b");

  private static final Pattern CLIENT = Pattern.compile("spring[._]ai[._]mcp[._]client[._]sse\\b");

  private static final Set<String> OTHERS = Set.of("STREAMABLE", "STATELESS");

  private KeyLiterals() {}

  static boolean nameServer(String text) {
    return SERVER.matcher(text.toLowerCase(Locale.ROOT)).find()
        && OTHERS.stream().noneMatch(protocol -> text.endsWith("=" + protocol));
  }

  static boolean nameClient(String text) {
    return CLIENT.matcher(text.toLowerCase(Locale.ROOT).replace("_connections", ".")).find();
  }

  /** Replaces the first occurrence, in the value and as it is written. */
  static J.Literal replace(J.Literal literal, String old, String text) {
    if (old.equals(text) || !(literal.getValue() instanceof String value)) {
      return literal;
    }
    String source = literal.getValueSource();
    return literal
        .withValue(replaced(value, old, text))
        .withValueSource(source == null ? null : replaced(source, old, text));
  }

  private static String replaced(String in, String old, String text) {
    int at = in.indexOf(old);
    return at < 0 ? in : in.substring(0, at) + text + in.substring(at + old.length());
  }
}

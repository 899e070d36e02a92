package io.github.mcpmigrate.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error that a compiler named in Maven's output.
 *
 * @param file as the compiler wrote it, which is its absolute path
 * @param line the first being 1
 */
record CompilerError(String file, int line, String message) {

  /** As javac's errors look in Maven, and Kotlin's with or without {@code file://}. */
  private static final Pattern ERROR =
      Pattern.compile(
          "^\\[ERROR\\] (?:file://)?(.+\\.(?:java|kt|kts|groovy|scala)):"
              + " ?[\\[(]?(\\d+)(?:[,:] ?\\d+)?[\\])]?:? *(.*)$");

  /** What javac says of a symbol that it does not find, in a line of its own. */
  private static final Pattern SYMBOL = Pattern.compile("^\\[ERROR\\] +symbol: +(.*)$");

  /** The errors in a log, each once: Maven repeats them at its end. */
  static List<CompilerError> in(List<String> log) {
    Map<String, CompilerError> errors = new LinkedHashMap<>();
    String last = "";
    for (String text : log) {
      Matcher error = ERROR.matcher(text);
      Matcher symbol = SYMBOL.matcher(text);
      if (error.matches()) {
        last = text;
        errors.putIfAbsent(
            text,
            new CompilerError(
                windows(error.group(1)), Integer.parseInt(error.group(2)), error.group(3).strip()));
      } else if (symbol.matches() && errors.containsKey(last)) {
        CompilerError of = errors.get(last);
        String told = ": " + symbol.group(1).replaceAll("\\s+", " ");
        if (!of.message.endsWith(told)) {
          errors.put(last, new CompilerError(of.file, of.line, of.message + told));
        }
      }
    }
    return List.copyOf(errors.values());
  }

  /** On Windows javac's paths begin with a slash. */
  private static String windows(String file) {
    return file.matches("/[A-Za-z]:/.*") ? file.substring(1) : file;
  }
}

package io.github.mcpmigrate.maven.verify;

import java.util.Map;

/** A tool that the user wants called on each transport. */
record Call(String tool, Map<String, Object> arguments) {

  /**
   * Reads {@code echo={"text":"hi"}}; without {@code =} there are no arguments.
   *
   * @throws IllegalArgumentException in a sentence
   */
  static Call parse(String text) {
    int equals = text.indexOf('=');
    String tool = (equals < 0 ? text : text.substring(0, equals)).trim();
    if (tool.isEmpty()) {
      throw new IllegalArgumentException("A call is tool={arguments as JSON}, not '" + text + "'.");
    }
    if (equals < 0) {
      return new Call(tool, Map.of());
    }
    Object arguments;
    try {
      arguments = Json.read(text.substring(equals + 1));
    } catch (IllegalArgumentException e) {
      arguments = null;
    }
    if (!(arguments instanceof Map<?, ?>)) {
      throw new IllegalArgumentException(
          "The arguments of the call of '"
              + tool
              + "' are no JSON object; mind the shell's quotes.");
    }
    return new Call(tool, Json.object(arguments));
  }
}

package io.github.mcpmigrate.compat.agent;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what stands behind the agent's jar: {@code name=value,name=value}. */
final class AgentArguments {

  private AgentArguments() {}

  /**
   * @param arguments may be null or blank
   * @throws IllegalArgumentException when a part is no {@code name=value}
   */
  static Map<String, String> read(String arguments) {
    Map<String, String> options = new LinkedHashMap<>();
    if (arguments == null || arguments.isBlank()) {
      return options;
    }
    for (String part : arguments.split(",")) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "'" + part + "' is no option; write name=value, with commas between several");
      }
      options.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
    }
    return options;
  }
}

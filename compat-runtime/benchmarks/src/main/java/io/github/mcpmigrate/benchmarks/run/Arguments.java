package io.github.mcpmigrate.benchmarks.run;

import java.util.HashMap;
import java.util.Map;

/** A command line of {@code --name value} pairs. */
final class Arguments {

  private final Map<String, String> values = new HashMap<>();

  /**
   * @throws IllegalArgumentException when it is not such a line
   */
  Arguments(String[] arguments) {
    for (int i = 0; i < arguments.length; i += 2) {
      if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
        throw new IllegalArgumentException("Not an option with a value: " + arguments[i]);
      }
      values.put(arguments[i].substring(2), arguments[i + 1]);
    }
  }

  String take(String name, String otherwise) {
    String value = values.remove(name);
    return value == null ? otherwise : value;
  }

  int take(String name, int otherwise) {
    String value = values.remove(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  void requireNoneLeft() {
    if (!values.isEmpty()) {
      throw new IllegalArgumentException("No such option: --" + values.keySet().iterator().next());
    }
  }
}

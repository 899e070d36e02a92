package io.github.mcpmigrate.compat.agent;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells whether this JVM makes or uses an AOT cache (JEP 483, JDK 24 and later), which does not go
 * with an agent that changes classes: of JDK 25.0.3, a JVM that uses a cache made with this agent
 * crashes.
 */
final class AotCache {

  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS");

  /** What is done with a cache. */
  enum Use {
    NONE,
    /** Loaded classes are taken down for a cache. */
    TRAINING,
    RUNNING
  }

  private AotCache() {}

  static Use inThisJvm() {
    return of(options());
  }

  /** Asks the operating system, for the JVM's own beans take longer than all else at start. */
  private static List<String> options() {
    List<String> options = new ArrayList<>();
    for (String variable : VARIABLES) {
      String value = System.getenv(variable);
      if (value != null) {
        options.addAll(List.of(value.strip().split("\\s+")));
      }
    }
    List<String> given = List.of(ProcessHandle.current().info().arguments().orElse(new String[0]));
    // Options in a file are known to the JVM alone.
    boolean inFiles = given.stream().anyMatch(option -> option.startsWith("@"));
    options.addAll(inFiles ? ManagementFactory.getRuntimeMXBean().getInputArguments() : given);
    return options;
  }

  static Use of(List<String> options) {
    Use use = Use.NONE;
    for (String option : options) {
      if (option.equals("-jar")) {
        // What comes after the program is the program's.
        return use;
      }
      String lower = option.toLowerCase(Locale.ROOT);
      if (lower.startsWith("-xx:aotmode=")) {
        String mode = lower.substring(lower.indexOf('=') + 1);
        if (mode.equals("off")) {
          return Use.NONE;
        }
        use = mode.equals("record") || mode.equals("create") ? Use.TRAINING : use;
      } else if (lower.startsWith("-xx:aotcacheoutput=")
          || lower.startsWith("-xx:aotconfiguration=") && use == Use.NONE) {
        use = Use.TRAINING;
      } else if (lower.startsWith("-xx:aotcache=") && use == Use.NONE) {
        use = Use.RUNNING;
      }
    }
    return use;
  }
}

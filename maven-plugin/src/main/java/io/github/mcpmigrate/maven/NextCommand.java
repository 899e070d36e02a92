package io.github.mcpmigrate.maven;

import java.util.List;
import java.util.Map;

/**
 * What the user types next, with everything in it that this run was given: what a dry run showed is
 * what the next command does.
 *
 * @param goal coordinates of the goal
 * @param options given beside the transport; those without a value are left out
 * @param modules that Maven is to select; empty if all are meant
 */
record NextCommand(
    String goal, Transport transport, Map<String, String> options, List<String> modules) {

  /** A command for all modules. */
  NextCommand(String goal, Transport transport, Map<String, String> options) {
    this(goal, transport, options, List.of());
  }

  /** The command that does what a dry run showed. */
  String apply() {
    return command(" -DdryRun=false", transport, options);
  }

  /** The command that shows what would change, and changes nothing. */
  String look() {
    return command("", transport, options);
  }

  /** The command that moves a project to the given transport. */
  String moveTo(Transport other) {
    return command(" -DdryRun=false", other, Map.of());
  }

  /** The command that proves that the running server speaks what it was moved to. */
  String verify() {
    String expected = transport == Transport.DUAL ? "sse,streamable" : "streamable";
    return "mvn %s -Durl=http://localhost:8080 -Dexpect=%s"
        .formatted(goal.replaceFirst(":[^:]*$", ":verify"), expected);
  }

  private String command(String mode, Transport to, Map<String, String> given) {
    StringBuilder command = new StringBuilder("mvn ").append(goal);
    if (!modules.isEmpty()) {
      command.append(" -pl ").append(String.join(",", modules));
    }
    command.append(mode);
    command.append(" -Dtransport=").append(to.word());
    given.forEach(
        (name, value) -> {
          if (value != null) {
            command.append(" -D").append(name).append('=').append(value);
          }
        });
    return command.toString();
  }
}

package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;

/**
 * A class file that makes or extends a transport, and what can be done about it without sources.
 *
 * @param file the class file, with the archives that it is in
 * @param snippet what it does
 * @param type the simple name of the transport's class
 * @param server whether that is a server's
 * @param obstacle why nothing but a change of the sources helps; empty if something does
 */
record CompiledUse(
    String file, int line, String snippet, String type, boolean server, String obstacle) {

  static final String BEFORE_PROVIDERS =
      "is of before SDK 0.8: neither the agent nor transform knows it, so its sources have"
          + " to move to a newer SDK";

  static final String RELOCATED =
      "is in a copy of the SDK under another package name, which neither the agent nor"
          + " transform knows";

  static final String OVERRIDES =
      "overrides what the agent and transform weave, service() or getRouterFunction(): neither helps";

  private static final String CLIENT =
      "a client moves where its sources are; the agent and transform are for servers";

  /**
   * The finding.
   *
   * @param archive the file that was looked into, or null for a class file by itself
   * @param hasProvider whether the provider's class is in that archive, too
   */
  Use use(String archive, boolean hasProvider) {
    Rule rule = server ? Rule.COMPILED_SERVER : Rule.COMPILED_CLIENT;
    Use use =
        Use.of(
            rule,
            Reading.finding(rule, file, line, 1, snippet, action(), because(archive, hasProvider)),
            Stack.COMPILED);
    return transformable(archive, hasProvider) ? use.in(archive) : use;
  }

  private boolean transformable(String archive, boolean hasProvider) {
    return archive != null && hasProvider && helped();
  }

  private boolean helped() {
    return server && obstacle.isEmpty();
  }

  private Action action() {
    return helped() ? Action.MANUAL : Action.NOT_YET;
  }

  private String because(String archive, boolean hasProvider) {
    if (!server) {
      return CLIENT;
    }
    if (!obstacle.isEmpty()) {
      return obstacle;
    }
    return "serves Streamable HTTP, too, when it is started with -javaagent:mcp-compat-agent.jar, "
        + (transformable(archive, hasProvider)
            ? "or as a copy, by the goal transform with " + arguments(archive)
            : "or with a transformed jar in place of the one that has %s in it".formatted(type));
  }

  /** What the goal transform is given to write a copy that serves both transports. */
  static String arguments(String archive) {
    int dot = archive.lastIndexOf('.');
    String copy = archive.substring(0, dot) + "-dual" + archive.substring(dot);
    return argument("-Dinput=" + archive) + " " + argument("-Doutput=" + copy);
  }

  /** An argument as a shell takes it. */
  private static String argument(String argument) {
    return argument.matches("[\\w./=-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }
}

package io.github.mcpmigrate.compat.agent.lines;

import java.util.ArrayList;
import java.util.List;

/**
 * A legacy server: what it is written like and what it runs with.
 *
 * @param name of its folder of classes
 * @param main the simple name of the class with its main method
 * @param sources without their suffix
 * @param libraries names of the folders of jars that are its class path
 * @param stack of the SDK's modules in those folders, only that for this stack counts
 */
record Program(
    String name, String main, List<String> sources, List<String> libraries, Stack stack) {

  /** The server that is the same on each line and stack, but for how that is written there. */
  static Program of(Line line, Stack stack) {
    List<String> sources = new ArrayList<>(List.of("stacks/Life", "stacks/" + stack.server()));
    if (stack != Stack.WEBFLUX) {
      sources.add("containers/tomcat/Container");
    }
    sources.add("providers/" + line.providers(stack) + "/" + stack.provider());
    sources.add("tools/" + line.tools() + "/Tools");
    return new Program(
        line.version() + "-" + stack.provider(),
        stack.server(),
        sources,
        line.libraries(stack),
        stack);
  }

  /**
   * A server on the servlet of SDK 0.18 that stands behind a prefix.
   *
   * @param container the folder of its sources and of its jars
   */
  static Program in(String container) {
    Line line = Line.SDK_0_18;
    List<String> libraries = new ArrayList<>(line.libraries(Stack.SERVLET));
    libraries.remove("tomcat10");
    libraries.add(container.equals("tomcat") ? "tomcat10" : container);
    return new Program(
        "in-" + container,
        "PrefixedServer",
        List.of(
            "stacks/Life",
            "stacks/PrefixedServer",
            "containers/" + container + "/Container",
            "tools/" + line.tools() + "/Tools"),
        libraries,
        Stack.SERVLET);
  }
}

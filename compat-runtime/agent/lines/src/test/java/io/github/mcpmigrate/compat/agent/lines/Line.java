package io.github.mcpmigrate.compat.agent.lines;

import java.util.ArrayList;
import java.util.List;

/** A line of the SDK: what a server looks like that was written for it, and what it runs with. */
enum Line {
  SDK_0_8("0.8", "0.8", "0.8", "jackson-2"),
  SDK_0_10("0.10", "0.8", "0.9", "jackson-2"),
  SDK_0_12("0.12", "0.11", "0.9", "jackson-2", "schema"),
  SDK_0_17("0.17", "0.13", "0.13", "jackson-2", "schema", "schema-2"),
  SDK_0_18("0.18", "0.13", "0.13", "jackson-2", "schema", "schema-2"),
  SDK_1_1("1.1", "1.0", "0.13"),
  SDK_2_1("2.1", "1.0", "2.0");

  private final String version;
  private final String providers;
  private final String tools;
  private final List<String> libraries;

  Line(String version, String providers, String tools, String... libraries) {
    this.version = version;
    this.providers = providers;
    this.tools = tools;
    this.libraries = List.of(libraries);
  }

  String version() {
    return version;
  }

  /** The first version that had the API by which such a server makes its provider. */
  String providers(Stack stack) {
    // The servlet did not move to Spring AI.
    return providers.equals("1.0") && stack == Stack.SERVLET ? "0.13" : providers;
  }

  /** The first version that had the API in which its tools are written. */
  String tools() {
    return tools;
  }

  /** Names of the folders of jars that are the class path of a server. */
  List<String> libraries(Stack stack) {
    List<String> folders = new ArrayList<>(List.of("sdk-" + version, "log"));
    folders.addAll(libraries);
    boolean ofSpringAi = providers.equals("1.0");
    for (String each : stack.libraries()) {
      boolean tomcat = each.equals("tomcat");
      folders.add(each + (ofSpringAi ? tomcat ? "11" : "7" : tomcat ? "10" : "6"));
    }
    folders.add(stack == Stack.SERVLET ? "reactor" : ofSpringAi ? "reactor7" : "reactor6");
    return folders;
  }

  /**
   * At what URLs the container hands the servlet its requests. In 0.8 it compares the path behind
   * its mapping, of which an exact one leaves nothing.
   */
  String servletMappings() {
    return this == SDK_0_8 ? "/*" : "/sse,/mcp/message";
  }

  /** In 0.8 only the server as a whole logs, to all its clients. */
  boolean logsToAll() {
    return this == SDK_0_8;
  }

  @Override
  public String toString() {
    return "SDK " + version;
  }
}

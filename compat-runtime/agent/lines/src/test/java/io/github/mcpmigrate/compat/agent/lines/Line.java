package io.github.mcpmigrate.compat.agent.lines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A line of the SDK: what a server looks like that was written for it, and what it runs with. */
enum Line {
  SDK_0_8("0.8", "0.8", "0.8", true, "jackson-2"),
  SDK_0_9("0.9", "0.8", "0.9", false, "jackson-2"),
  SDK_0_10("0.10", "0.8", "0.9", true, "jackson-2"),
  SDK_0_11("0.11", "0.11", "0.9", false, "jackson-2", "schema", "schema-1"),
  SDK_0_12("0.12", "0.11", "0.9", true, "jackson-2", "schema", "schema-1"),
  SDK_0_13("0.13", "0.13", "0.13", false, "jackson-2", "schema", "schema-1"),
  SDK_0_14("0.14", "0.13", "0.13", false, "jackson-2", "schema", "schema-1"),
  SDK_0_15("0.15", "0.13", "0.13", false, "jackson-2", "schema", "schema-1"),
  SDK_0_16("0.16", "0.13", "0.13", false, "jackson-2", "schema", "schema-2"),
  SDK_0_17("0.17", "0.13", "0.13", true, "jackson-2", "schema", "schema-2"),
  SDK_0_18("0.18", "0.13", "0.13", true, "jackson-2", "schema", "schema-2"),
  SDK_1_0("1.0", "1.0", "0.13", false),
  SDK_1_1("1.1", "1.0", "0.13", true),
  SDK_2_0("2.0", "1.0", "2.0", false),
  SDK_2_1("2.1", "1.0", "2.0", true);

  private final String version;
  private final String providers;
  private final String tools;
  private final boolean always;
  private final List<String> libraries;

  Line(String version, String providers, String tools, boolean always, String... libraries) {
    this.version = version;
    this.providers = providers;
    this.tools = tools;
    this.always = always;
    this.libraries = List.of(libraries);
  }

  /** Those that are run: the profile {@code all-lines} has the lines between, too. */
  static List<Line> run() {
    boolean all = Boolean.getBoolean("lines.all");
    return Arrays.stream(values()).filter(line -> all || line.always).toList();
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

  /**
   * The servlet writes without a lock in every line, and WebMvc to 0.10 and its first event still.
   * Two answers in some thousand were never seen there, under load.
   */
  SdkClient.MayLose mayLose(Stack stack) {
    return switch (stack) {
      case SERVLET -> SdkClient.MayLose.ANYTHING;
      case WEBMVC ->
          compareTo(SDK_0_10) <= 0 ? SdkClient.MayLose.ANYTHING : SdkClient.MayLose.THE_FIRST_EVENT;
      case WEBFLUX -> SdkClient.MayLose.NOTHING;
    };
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

package io.github.mcpmigrate.compat.agent.lines;

import java.util.List;

/** What a legacy server stands on, with nothing of the other two on its class path. */
enum Stack {
  SERVLET("Servlet", "tomcat"),
  WEBMVC("WebMvc", "tomcat", "spring", "webmvc"),
  WEBFLUX("WebFlux", "spring", "webflux");

  private final String prefix;
  private final List<String> libraries;

  Stack(String prefix, String... libraries) {
    this.prefix = prefix;
    this.libraries = List.of(libraries);
  }

  /** The class with the server's main method. */
  String server() {
    return prefix + "Server";
  }

  String provider() {
    return prefix + "Provider";
  }

  /** Names of the folders of jars that it needs, before the line of Spring is added. */
  List<String> libraries() {
    return libraries;
  }
}

package io.github.mcpmigrate.compat.agent.lines;

import java.util.List;

/** What a legacy server stands on, with nothing of the other two on its class path. */
enum Stack {
  SERVLET("Servlet", List.of("TomcatServer"), "tomcat"),
  WEBMVC("WebMvc", List.of("TomcatServer"), "tomcat", "spring", "webmvc"),
  WEBFLUX("WebFlux", List.of(), "spring", "webflux");

  private final String prefix;
  private final List<String> more;
  private final List<String> libraries;

  Stack(String prefix, List<String> more, String... libraries) {
    this.prefix = prefix;
    this.more = more;
    this.libraries = List.of(libraries);
  }

  /** The class with the server's main method. */
  String server() {
    return prefix + "Server";
  }

  String provider() {
    return prefix + "Provider";
  }

  /** Classes that a server on this stack has besides. */
  List<String> more() {
    return more;
  }

  /** Names of the folders of jars that it needs, before the line of Spring is added. */
  List<String> libraries() {
    return libraries;
  }
}

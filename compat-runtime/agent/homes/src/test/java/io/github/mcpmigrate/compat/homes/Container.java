package io.github.mcpmigrate.compat.homes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A container as it is downloaded, started by its own means with the agent among its options. */
enum Container {
  TOMCAT_10("apache-tomcat-10.1") {
    @Override
    ChildProcess start(Path base) throws IOException {
      return tomcat(base);
    }
  },
  TOMCAT_11("apache-tomcat-11.0") {
    @Override
    ChildProcess start(Path base) throws IOException {
      return tomcat(base);
    }
  },
  JETTY_12("jetty-home-12.0") {
    @Override
    ChildProcess start(Path base) throws IOException {
      Path ini = Files.createDirectories(base.resolve("start.d"));
      Files.writeString(ini.resolve("modules.ini"), "--module=http,ee10-deploy,ee10-webapp\n");
      Files.createDirectories(base.resolve("resources"));
      Path temporary = Files.createDirectories(base.resolve("temp"));
      List<String> command = new ArrayList<>(List.of(ChildProcess.java()));
      command.addAll(ChildProcess.SMALL_JVM);
      command.add("-javaagent:" + ChildProcess.AGENT);
      command.add("-Djava.io.tmpdir=" + temporary);
      command.addAll(List.of("-jar", home().resolve("start.jar").toString()));
      command.addAll(List.of("jetty.http.host=127.0.0.1", "jetty.http.port=0"));
      return ChildProcess.start(base, command, process -> process.directory(base.toFile()));
    }

    @Override
    String port() {
      return "Started .*ServerConnector@.*\\{127\\.0\\.0\\.1:(\\d+)\\}";
    }
  };

  private final String folder;

  Container(String folder) {
    this.folder = folder;
  }

  /**
   * @param base has the wars in {@code webapps}, and gets what else the container needs
   */
  abstract ChildProcess start(Path base) throws IOException;

  /** Where its output says the port that it listens on. */
  String port() {
    return "Starting ProtocolHandler \\[\"http-nio-127\\.0\\.0\\.1-auto-\\d+-(\\d+)\"";
  }

  Path home() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("homes.containers")))) {
      return all.filter(each -> each.getFileName().toString().startsWith(folder))
          .findFirst()
          .orElseThrow();
    }
  }

  ChildProcess tomcat(Path base) throws IOException {
    Path conf = Files.createDirectories(base.resolve("conf"));
    for (String part : List.of("logs", "temp", "work")) {
      Files.createDirectories(base.resolve(part));
    }
    for (String part : List.of("web.xml", "logging.properties")) {
      Files.copy(home().resolve("conf").resolve(part), conf.resolve(part));
    }
    Files.writeString(
        conf.resolve("server.xml"),
        """
        <Server port="-1">
          <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
          <Listener className="org.apache.catalina.core.ThreadLocalLeakPreventionListener"/>
          <Service name="Catalina">
            <Connector port="0" address="127.0.0.1"/>
            <Engine name="Catalina" defaultHost="localhost" backgroundProcessorDelay="1">
              <Host name="localhost" appBase="webapps" autoDeploy="true" unpackWARs="true"/>
            </Engine>
          </Service>
        </Server>
        """);
    // Tomcat waits so many milliseconds for the streams that are open when a war goes.
    Files.writeString(conf.resolve("context.xml"), "<Context unloadDelay=\"100\"/>");
    String options =
        String.join(" ", ChildProcess.SMALL_JVM)
            + " -XX:SoftRefLRUPolicyMSPerMB=0 -javaagent:"
            + ChildProcess.AGENT;
    Path home = home();
    return ChildProcess.start(
        base,
        List.of("sh", home.resolve("bin").resolve("catalina.sh").toString(), "run"),
        process -> {
          process.environment().put("JAVA_HOME", System.getProperty("java.home"));
          process.environment().put("CATALINA_HOME", home.toString());
          process.environment().put("CATALINA_BASE", base.toString());
          process.environment().put("CATALINA_OPTS", options);
        });
  }
}

package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.inventory.Reading.Dependency;
import io.github.mcpmigrate.maven.inventory.Reading.Properties;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads which libraries of MCP a build wants, from what its files say and nothing else. */
final class BuildFile {

  /** What a build names in a file, by the beginning of group and artifact. */
  private static final List<String> LIBRARIES =
      List.of(
          "io.modelcontextprotocol",
          "org.springframework.ai:",
          "org.springaicommunity:mcp",
          "io.quarkiverse.mcp:",
          "io.quarkiverse.langchain4j:quarkus-langchain4j-mcp",
          "dev.langchain4j:langchain4j-mcp",
          "com.google.adk:",
          "io.agentscope:",
          "ai.koog:",
          "org.noear:solon-ai-mcp",
          "io.jooby:jooby-mcp",
          "org.apache.camel:camel-openai",
          "com.alibaba.cloud.ai:");

  private static final Pattern GRADLE =
      Pattern.compile("[\"']([\\w.-]+):([\\w.-]+)(?::([^\"':@]+))?[\"'@:]");

  private static final Pattern CATALOG_VERSION =
      Pattern.compile("^\\s*([\\w.-]+)\\s*=\\s*\"([^\"]+)\"");

  private static final Pattern CATALOG_LIBRARY =
      Pattern.compile(
          "(?:module\\s*=\\s*\"([\\w.-]+):([\\w.-]+)\""
              + "|group\\s*=\\s*\"([\\w.-]+)\"\\s*,\\s*name\\s*=\\s*\"([\\w.-]+)\")(.*)");

  private BuildFile() {}

  static String folderOf(String file) {
    return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
  }

  private static boolean isKnown(String group, String artifact) {
    String coordinates = group + ":" + artifact;
    return LIBRARIES.stream().anyMatch(coordinates::startsWith);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  static void readPom(SourceText source, Reading into) {
    into.modules.add(folderOf(source.file()));
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(source.text()));
      try {
        new Pom(source, into).read(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      into.notUnderstood(
          source.file(), "is not XML from line " + e.getLocation().getLineNumber() + " on");
    }
  }

  /** One pom while it is read. */
  private static final class Pom {

    private final SourceText source;
    private final Reading into;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> dependency = new HashMap<>();
    private int line;

    Pom(SourceText source, Reading into) {
      this.source = source;
      this.into = into;
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
      Deque<String> path = new ArrayDeque<>();
      String text = "";
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          path.addLast(xml.getLocalName());
          text = "";
        } else if (event == XMLStreamConstants.CHARACTERS) {
          text = xml.getText().strip();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          path.removeLast();
          ended(
              xml.getLocalName(), String.join("/", path), text, xml.getLocation().getLineNumber());
          text = "";
        }
      }
      into.properties.add(new Properties(folderOf(source.file()), Map.copyOf(properties)));
    }

    private void ended(String name, String parent, String text, int atLine) {
      if (parent.endsWith("project/properties") || parent.endsWith("profile/properties")) {
        properties.put(name, text);
      } else if (parent.endsWith("dependencies/dependency")) {
        dependency.put(name, text);
        if (name.equals("artifactId")) {
          line = atLine;
        }
      } else if (name.equals("dependency")) {
        String group = dependency.getOrDefault("groupId", "");
        String artifact = dependency.getOrDefault("artifactId", "");
        // What is only managed may be used nowhere; it says which version others get.
        boolean managed = parent.contains("dependencyManagement");
        if (isKnown(group, artifact)) {
          add(source, group, artifact, dependency.getOrDefault("version", ""), line, managed, into);
        }
        dependency.clear();
      }
    }
  }

  private static void add(
      SourceText source,
      String group,
      String artifact,
      String version,
      int line,
      boolean managed,
      Reading into) {
    Dependency found =
        new Dependency(
            source.file(), group, artifact, version, line, source.snippet(line), managed);
    into.dependencies.add(found);
  }

  static void readGradle(SourceText source, Reading into) {
    if (source.file().matches("(?:.*/)?build\\.gradle(?:\\.kts)?")) {
      into.modules.add(folderOf(source.file()));
    }
    for (int line = 1; line <= source.lines(); line++) {
      String text = source.line(line);
      Matcher found = GRADLE.matcher(text);
      while (!text.strip().startsWith("//") && found.find()) {
        if (isKnown(found.group(1), found.group(2))) {
          String version = found.group(3) == null ? "" : found.group(3);
          add(
              source,
              found.group(1),
              found.group(2),
              version.contains("$") ? "" : version,
              line,
              text.contains("platform") || text.contains("mavenBom"),
              into);
        }
      }
    }
  }

  static void readCatalog(SourceText source, Reading into) {
    Map<String, String> versions = new HashMap<>();
    for (int line = 1; line <= source.lines(); line++) {
      String text = source.line(line);
      Matcher version = CATALOG_VERSION.matcher(text);
      if (version.find()) {
        versions.put(version.group(1), version.group(2));
      }
      Matcher library = CATALOG_LIBRARY.matcher(text);
      if (!text.strip().startsWith("#") && library.find()) {
        String group = library.group(1) == null ? library.group(3) : library.group(1);
        String artifact = library.group(2) == null ? library.group(4) : library.group(2);
        if (isKnown(group, artifact)) {
          add(
              source,
              group,
              artifact,
              catalogVersion(library.group(5), versions),
              line,
              true,
              into);
        }
      }
    }
  }

  private static String catalogVersion(String rest, Map<String, String> versions) {
    Matcher written = Pattern.compile("version(\\.ref)?\\s*=\\s*\"([^\"]+)\"").matcher(rest);
    if (!written.find()) {
      return "";
    }
    return written.group(1) == null
        ? written.group(2)
        : versions.getOrDefault(written.group(2), "");
  }
}

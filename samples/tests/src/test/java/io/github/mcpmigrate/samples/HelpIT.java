package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The goal {@code help} as users run it, beside the plugin's own descriptor. */
class HelpIT {

  @Test
  void everyGoalAndParameterIsThere() throws Exception {
    Project project = Project.empty("help");
    Result run =
        project.maven(
            "-o",
            "io.github.mcpmigrate:mcp-migrate-maven-plugin:"
                + System.getProperty("samples.version")
                + ":help",
            "-Ddetail",
            // So that no description is broken into lines.
            "-DlineLength=10000");
    assertThat(run.exit()).as(run.output()).isZero();
    String said = run.output().replaceAll("\\s+", " ");

    List<Element> goals = elements(descriptor(), "mojo");
    assertThat(goals).hasSizeGreaterThanOrEqualTo(4);
    for (Element goal : goals) {
      assertThat(said).contains("mcp-migrate:" + text(goal, "goal") + " " + text(goal));
      for (Element parameter : elements(goal, "parameter")) {
        if (text(parameter, "editable").equals("true")) {
          String name = text(parameter, "name");
          assertThat(said).contains(text(parameter)).contains("User property: " + name);
        }
      }
    }
  }

  private static Element descriptor() throws Exception {
    try (InputStream in = HelpIT.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    }
  }

  private static List<Element> elements(Element parent, String name) {
    List<Element> elements = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** What describes it. */
  private static String text(Element described) {
    return text(described, "description").replaceAll("\\s+", " ");
  }

  private static String text(Element parent, String name) {
    return elements(parent, name).get(0).getTextContent().strip();
  }
}

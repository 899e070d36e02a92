package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code mcp-migrate:help} says is in the plugin's descriptor: it documents everything. */
class PluginDescriptorTest {

  private static final String DESCRIPTOR = "/META-INF/maven/plugin.xml";

  /**
   * A goal.
   *
   * @param parameters those that users can set
   */
  record Goal(String name, String description, List<Parameter> parameters) {

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A parameter.
   *
   * @param fallback its default; empty if there is none
   * @param expression the property by which it is set on the command line; empty if there is none
   */
  record Parameter(
      String name, boolean required, String description, String fallback, String expression) {}

  static List<Goal> goals() throws Exception {
    try (InputStream in = PluginDescriptorTest.class.getResourceAsStream(DESCRIPTOR)) {
      Element plugin =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
      return children(child(plugin, "mojos"), "mojo").map(PluginDescriptorTest::goal).toList();
    }
  }

  private static Goal goal(Element mojo) {
    Element defaults = child(mojo, "configuration");
    List<Parameter> parameters =
        children(child(mojo, "parameters"), "parameter")
            .filter(parameter -> text(parameter, "editable").equals("true"))
            .map(parameter -> parameter(parameter, defaults))
            .toList();
    return new Goal(text(mojo, "goal"), text(mojo, "description"), parameters);
  }

  private static Parameter parameter(Element parameter, Element defaults) {
    String name = text(parameter, "name");
    Element given = defaults == null ? null : child(defaults, name);
    return new Parameter(
        name,
        text(parameter, "required").equals("true"),
        text(parameter, "description"),
        given == null ? "" : given.getAttribute("default-value"),
        given == null ? "" : given.getTextContent());
  }

  private static Stream<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children.stream();
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).findFirst().orElse(null);
  }

  private static String text(Element parent, String name) {
    Element child = child(parent, name);
    return child == null ? "" : child.getTextContent().strip();
  }

  @Test
  void theGoalsAreThere() throws Exception {
    assertThat(goals())
        .extracting(Goal::name)
        .contains("assess", "migrate", "transform", "verify", "help");
  }

  @ParameterizedTest
  @MethodSource("goals")
  void aGoalAndItsParametersAreDescribed(Goal goal) {
    assertThat(goal.description()).isNotBlank();
    assertThat(goal.parameters())
        .isNotEmpty()
        .allSatisfy(
            parameter ->
                assertThat(parameter.description())
                    .as(parameter.name())
                    .isNotBlank()
                    .endsWith("."));
  }

  /** None of them wants an edit of a pom. */
  @ParameterizedTest
  @MethodSource("goals")
  void aParameterCanBeGivenOnTheCommandLine(Goal goal) {
    assertThat(goal.parameters())
        .allSatisfy(
            parameter ->
                assertThat(parameter.expression()).isEqualTo("${" + parameter.name() + "}"));
  }

  /** Either help prints a default, or the description says what happens without a value. */
  @ParameterizedTest
  @MethodSource("goals")
  void whatHoldsWithoutAValueIsSaid(Goal goal) {
    assertThat(goal.parameters())
        .filteredOn(parameter -> !parameter.required() && parameter.fallback().isEmpty())
        .allSatisfy(
            parameter ->
                assertThat(parameter.description())
                    .as(parameter.name())
                    .containsAnyOf("when not given", "If unspecified"));
  }
}

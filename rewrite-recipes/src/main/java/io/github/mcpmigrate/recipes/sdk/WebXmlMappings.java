package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.TodoComments;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.marker.Markers;
import org.openrewrite.xml.XmlIsoVisitor;
import org.openrewrite.xml.tree.Content;
import org.openrewrite.xml.tree.Xml;

/** Lets the mappings of {@code web.xml} follow the servlets that are a transport. */
final class WebXmlMappings extends XmlIsoVisitor<ExecutionContext> {

  private final Set<String> servletClasses;
  private final LegacyEndpoints endpoints;
  private final BiConsumer<String, String> findings;
  private Set<String> servletNames = Set.of();
  private boolean there;
  private boolean reached;

  /**
   * @param servletClasses fully qualified names of the servlets that move
   * @param findings takes what a person has to do, after the pattern that it is about
   */
  WebXmlMappings(
      Set<String> servletClasses, LegacyEndpoints endpoints, BiConsumer<String, String> findings) {
    this.findings = findings;
    this.servletClasses = servletClasses;
    this.endpoints = endpoints;
  }

  static boolean isWebXml(Xml.Document document) {
    return document.getSourcePath().endsWith("web.xml");
  }

  @Override
  public Xml.Document visitDocument(Xml.Document document, ExecutionContext ctx) {
    servletNames =
        document.getRoot().getChildren("servlet").stream()
            .filter(
                servlet ->
                    servlet
                        .getChildValue("servlet-class")
                        .filter(servletClasses::contains)
                        .isPresent())
            .flatMap(servlet -> servlet.getChildValue("servlet-name").stream())
            .collect(Collectors.toUnmodifiableSet());
    List<String> patterns =
        document.getRoot().getChildren("servlet-mapping").stream()
            .filter(this::isOfTransport)
            .flatMap(mapping -> mapping.getChildren("url-pattern").stream())
            .flatMap(pattern -> pattern.getValue().stream())
            .toList();
    there = patterns.stream().anyMatch(endpoints::isMcpPath);
    reached = patterns.stream().anyMatch(endpoints.prefixed()::reaches);
    return servletNames.isEmpty() ? document : super.visitDocument(document, ctx);
  }

  private boolean isOfTransport(Xml.Tag mapping) {
    return mapping.getChildValue("servlet-name").filter(servletNames::contains).isPresent();
  }

  private String movedPath(String legacy) {
    return endpoints.mcpPath() + PathPattern.of(legacy).wildcard();
  }

  @Override
  public Xml.Tag visitTag(Xml.Tag tag, ExecutionContext ctx) {
    Xml.Tag visited = super.visitTag(tag, ctx);
    if (!"servlet-mapping".equals(visited.getName()) || !isOfTransport(visited)) {
      return visited;
    }
    List<Content> contents = new ArrayList<>();
    for (Content content : visited.getContent()) {
      if (content instanceof Xml.Tag pattern
          && "url-pattern".equals(pattern.getName())
          && pattern.getValue().filter(endpoints::isLegacy).isPresent()
          && pattern.getValue().filter(endpoints::isMcpPath).isEmpty()) {
        if (endpoints.keepsSse()) {
          contents.add(pattern);
        }
        if (!there) {
          contents.add(
              pattern
                  .withValue(movedPath(pattern.getValue().orElseThrow()))
                  .withId(Tree.randomId()));
          there = true;
        }
      } else if (content instanceof Xml.Tag pattern
          && "url-pattern".equals(pattern.getName())
          && pattern.getValue().filter(endpoints.prefixed()::isLost).isPresent()) {
        contents.addAll(lost(pattern, pattern.getValue().orElseThrow()));
      } else {
        contents.add(content);
      }
    }
    if (contents.equals(visited.getContent())) {
      return visited;
    }
    boolean mapped =
        contents.stream()
            .anyMatch(child -> child instanceof Xml.Tag t && "url-pattern".equals(t.getName()));
    return mapped ? visited.withContent(contents) : null;
  }

  /** What becomes of a pattern that nobody answers at. */
  private List<Content> lost(Xml.Tag pattern, String path) {
    if (reached) {
      return endpoints.keepsSse() ? List.of(pattern) : List.of();
    }
    String reason = endpoints.note(path);
    findings.accept(path, reason);
    return List.of(
        new Xml.Comment(
            Tree.randomId(), pattern.getPrefix(), Markers.EMPTY, TodoComments.TODO + reason + " "),
        pattern);
  }
}

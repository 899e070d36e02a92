package io.github.mcpmigrate.recipes.build;

import java.util.List;
import java.util.Optional;
import org.openrewrite.ExecutionContext;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.maven.MavenIsoVisitor;
import org.openrewrite.xml.tree.Content;
import org.openrewrite.xml.tree.Xml;

/** Gives Quarkus' MCP server its artifact of today in one pom, at a version that has it. */
final class QuarkusMcpPomEditor extends MavenIsoVisitor<ExecutionContext> {

  private final QuarkusMcpBuild build;
  private boolean managedElsewhere;

  QuarkusMcpPomEditor(QuarkusMcpBuild build) {
    this.build = build;
  }

  @Override
  public Xml.Document visitDocument(Xml.Document document, ExecutionContext ctx) {
    Xml.Document edited = super.visitDocument(document, ctx);
    // A parent that manages the new artifact may be edited in this very run: it is not known yet.
    if (edited != document && !managedElsewhere) {
      maybeUpdateModel();
    }
    return edited;
  }

  @Override
  public Xml.Tag visitTag(Xml.Tag tag, ExecutionContext ctx) {
    if (SdkDependency.isDependencies(getCursor())) {
      return super.visitTag(withoutTwice(tag), ctx);
    }
    if (isPropertyTag() || isProfilePropertyTag()) {
      return build
          .target(SdkVersions.named(tag.getName()))
          .filter(version -> !tag.getValue().map(String::trim).orElse("").startsWith("$"))
          .map(tag::withValue)
          .orElse(tag);
    }
    boolean dependency =
        "dependency".equals(tag.getName())
            && SdkDependency.isDependencies(getCursor().getParentTreeCursor());
    Xml.Tag edited = super.visitTag(tag, ctx);
    return dependency || "exclusion".equals(tag.getName()) ? edit(edited) : edited;
  }

  private Xml.Tag edit(Xml.Tag tag) {
    SdkDependency one = of(tag).orElse(null);
    if (one == null) {
      return tag;
    }
    Xml.Tag renamed =
        build
            .renamed(one.artifact())
            .map(name -> tag.withChildValue("artifactId", name))
            .orElse(tag);
    managedElsewhere |= renamed != tag && one.manager() != null;
    Optional<String> version =
        tag.getChildValue("version").isPresent() && one.place().startsWith("literal ")
            ? build.target(one.place())
            : Optional.empty();
    return version.map(to -> renamed.withChildValue("version", to)).orElse(renamed);
  }

  private Optional<SdkDependency> of(Xml.Tag tag) {
    return SdkDependency.of(tag, getResolutionResult(), QuarkusMcpReleases.GROUP);
  }

  /** Where both names stand, the old one goes: from 1.8 on they mean the same. */
  private Xml.Tag withoutTwice(Xml.Tag dependencies) {
    List<String> artifacts =
        dependencies.getChildren().stream()
            .flatMap(tag -> of(tag).map(SdkDependency::artifact).stream())
            .toList();
    List<? extends Content> content = dependencies.getContent();
    return content == null || artifacts.isEmpty()
        ? dependencies
        : dependencies.withContent(
            ListUtils.map(
                content,
                one ->
                    one instanceof Xml.Tag tag
                            && of(tag)
                                .flatMap(found -> build.renamed(found.artifact()))
                                .filter(artifacts::contains)
                                .isPresent()
                        ? null
                        : one));
  }
}

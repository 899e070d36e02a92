package io.github.mcpmigrate.recipes.build;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.maven.MavenIsoVisitor;
import org.openrewrite.maven.UpdateMavenModel;
import org.openrewrite.maven.UpgradeDependencyVersion;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.xml.tree.Xml;

/**
 * Takes Spring AI to 1.1 in every pom; MCP starters of 1.0.0-M6 get the names that they have today.
 *
 * <p>Names and versions change together: neither the old name with the new version nor the new name
 * with the old one can be resolved.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class UpgradeSpringAiInMaven extends ScanningRecipe<UpgradeSpringAiInMaven.Found> {

  private static final UpgradeDependencyVersion VERSIONS =
      new UpgradeDependencyVersion(
          SpringAiVersion.GROUP, "*", SpringAiVersion.FIRST_LINE, null, null, null);

  String displayName = "Take Spring AI to 1.1 in Maven builds";

  String description =
      "Renames the MCP starters of 1.0.0-M6, and raises all of Spring AI to the newest 1.1.";

  /** What the poms of a build say. */
  public static final class Found {

    private final Set<String> properties = new HashSet<>();
    private final UpgradeDependencyVersion.Accumulator versions;

    private Found(UpgradeDependencyVersion.Accumulator versions) {
      this.versions = versions;
    }
  }

  @Override
  public Found getInitialValue(ExecutionContext ctx) {
    return new Found(VERSIONS.getInitialValue(ctx));
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(Found found) {
    TreeVisitor<?, ExecutionContext> versions = VERSIONS.getScanner(found.versions);
    return new PomVisitor() {
      @Override
      protected Tree visitPom(
          SourceFile pom, MavenResolutionResult resolved, ExecutionContext ctx) {
        new Starters(found.properties, false).visit(pom, ctx);
        versions.visit(pom, ctx);
        return pom;
      }
    };
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(Found found) {
    TreeVisitor<?, ExecutionContext> versions = VERSIONS.getVisitor(found.versions);
    return new PomVisitor() {
      @Override
      protected @Nullable Tree visitPom(
          SourceFile pom, MavenResolutionResult resolved, ExecutionContext ctx) {
        Tree renamed = new Starters(found.properties, true).visit(pom, ctx);
        Tree raised = versions.visit(renamed, ctx);
        return renamed == pom
            ? raised
            : new UpdateMavenModel<ExecutionContext>().visit(raised, ctx);
      }
    };
  }

  /** Renames the starters with what says their version, and leaves Maven's model as it is. */
  private static final class Starters extends MavenIsoVisitor<ExecutionContext> {

    private final Set<String> properties;
    private final boolean edit;

    Starters(Set<String> properties, boolean edit) {
      this.properties = properties;
      this.edit = edit;
    }

    @Override
    public Xml.Tag visitTag(Xml.Tag tag, ExecutionContext ctx) {
      Xml.Tag visited = super.visitTag(tag, ctx);
      if (isPropertyTag() && properties.contains(tag.getName())) {
        return edit ? raised(visited) : visited;
      }
      if (!"dependency".equals(tag.getName())
          || !SpringAiVersion.GROUP.equals(tag.getChildValue("groupId").orElse(null))) {
        return visited;
      }
      Optional<String> name = tag.getChildValue("artifactId").flatMap(SpringAiArtifacts::renamed);
      if (name.isEmpty()) {
        return visited;
      }
      if (!edit) {
        tag.getChildValue("version")
            .filter(version -> version.startsWith("${") && version.endsWith("}"))
            .ifPresent(version -> properties.add(version.substring(2, version.length() - 1)));
        return visited;
      }
      Xml.Tag renamed = visited.withChildValue("artifactId", name.get());
      return renamed
          .getChild("version")
          .map(version -> renamed.withChildValue("version", raised(version).getValue().orElse("")))
          .orElse(renamed);
    }

    private static Xml.Tag raised(Xml.Tag version) {
      return version.getValue().filter(SpringAiVersion::lacksStreamableHttp).isPresent()
          ? version.withValue(SpringAiVersion.FIRST_LINE)
          : version;
    }
  }
}

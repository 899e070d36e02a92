package io.github.mcpmigrate.recipes.build;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.maven.MavenIsoVisitor;
import org.openrewrite.xml.tree.Xml;

/**
 * Gives the MCP starters of Spring AI 1.0.0-M6 the names and the version of today in a pom, and
 * leaves Maven's model of it as it is: neither the old name with the new version nor the new name
 * with the old one can be resolved.
 */
public final class SpringAiStarters extends MavenIsoVisitor<ExecutionContext> {

  private final Set<String> properties;
  private final @Nullable String version;

  private SpringAiStarters(Set<String> properties, @Nullable String version) {
    this.properties = properties;
    this.version = version;
  }

  /**
   * @param properties takes the properties that say the version of such a starter
   */
  public static SpringAiStarters scanner(Set<String> properties) {
    return new SpringAiStarters(properties, null);
  }

  /**
   * @param properties what a scan of all poms has found
   */
  public static SpringAiStarters editor(Set<String> properties, String version) {
    return new SpringAiStarters(properties, version);
  }

  @Override
  public Xml.Tag visitTag(Xml.Tag tag, ExecutionContext ctx) {
    Xml.Tag visited = super.visitTag(tag, ctx);
    if (isPropertyTag() && properties.contains(tag.getName())) {
      return raised(visited);
    }
    if (!"dependency".equals(tag.getName())
        || !SpringAiVersion.GROUP.equals(tag.getChildValue("groupId").orElse(null))) {
      return visited;
    }
    Optional<String> name = tag.getChildValue("artifactId").flatMap(SpringAiArtifacts::renamed);
    if (name.isEmpty()) {
      return visited;
    }
    if (version == null) {
      tag.getChildValue("version")
          .filter(text -> text.startsWith("${") && text.endsWith("}"))
          .ifPresent(text -> properties.add(text.substring(2, text.length() - 1)));
      return visited;
    }
    Xml.Tag renamed = visited.withChildValue("artifactId", name.get());
    return renamed
        .getChild("version")
        .map(old -> renamed.withChildValue("version", raised(old).getValue().orElse("")))
        .orElse(renamed);
  }

  private Xml.Tag raised(Xml.Tag tag) {
    return version != null
            && tag.getValue().filter(SpringAiVersion::lacksStreamableHttp).isPresent()
        ? tag.withValue(version)
        : tag;
  }
}

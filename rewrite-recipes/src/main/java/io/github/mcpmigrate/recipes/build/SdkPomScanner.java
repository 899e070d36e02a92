package io.github.mcpmigrate.recipes.build;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.ExecutionContext;
import org.openrewrite.maven.MavenIsoVisitor;
import org.openrewrite.xml.tree.Xml;

/** Notes where a pom says which version of the SDK, or of another library, is used. */
final class SdkPomScanner extends MavenIsoVisitor<ExecutionContext> {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]+}");

  private final SdkVersions versions;
  private final String group;
  private final Consumer<SdkDependency> dependencies;

  SdkPomScanner(SdkVersions versions) {
    this(versions, SdkReleases.GROUP, dependency -> {});
  }

  /**
   * @param group of the library's artifacts
   * @param dependencies takes what the pom says of them
   */
  SdkPomScanner(SdkVersions versions, String group, Consumer<SdkDependency> dependencies) {
    this.versions = versions;
    this.group = group;
    this.dependencies = dependencies;
  }

  @Override
  public Xml.Tag visitTag(Xml.Tag tag, ExecutionContext ctx) {
    if ("dependency".equals(tag.getName())
        && SdkDependency.isDependencies(getCursor().getParentTreeCursor())) {
      Optional<SdkDependency> sdk = SdkDependency.of(tag, getResolutionResult(), group);
      if (sdk.isPresent()) {
        scan(tag, sdk.get());
        return tag;
      }
    }
    if (isPropertyTag() || isProfilePropertyTag()) {
      // One that only hands on the value of another is none that says something.
      String value = tag.getValue().orElse("");
      if (SdkReleases.isVersion(value.trim())) {
        versions.written(SdkVersions.named(tag.getName()), value.trim());
      }
      if (SdkDependency.property(value, getResolutionResult().getPom()).isPresent()) {
        return tag;
      }
    }
    if (tag.getChildren().isEmpty()) {
      tag.getValue().ifPresent(this::noteReferences);
    }
    return super.visitTag(tag, ctx);
  }

  private void scan(Xml.Tag tag, SdkDependency sdk) {
    dependencies.accept(sdk);
    versions.use(sdk.place(), sdk.artifact(), sdk.version());
    if (sdk.place().startsWith("literal ") && sdk.version() != null) {
      tag.getChildValue("version")
          .ifPresent(version -> versions.written(sdk.place(), sdk.version()));
    }
  }

  private void noteReferences(String text) {
    Matcher reference = REFERENCE.matcher(text);
    while (reference.find()) {
      SdkDependency.property(reference.group(), getResolutionResult().getPom())
          .ifPresent(name -> versions.shared(SdkVersions.named(name)));
    }
  }
}

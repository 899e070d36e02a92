package io.github.mcpmigrate.recipes.build;

import io.github.mcpmigrate.table.LegacySseUses;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.Validated;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.JavaSourceFile;

/**
 * Takes Gradle builds to the newest release of the SDK line that they are on.
 *
 * <p>Works on what is written in the build scripts, in {@code gradle.properties} and in version
 * catalogs. What a plugin, a convention or another build decides is not seen.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class UpgradeMcpSdkInGradle extends ScanningRecipe<SdkVersions> {

  transient LegacySseUses table = new LegacySseUses(this);

  @Option(
      displayName = "SDK version",
      description =
          "The version of the MCP Java SDK to move to. Defaults to the newest release of the line that the project is on: "
              + "0.18, 1.1 or 2.1.",
      example = "0.18.4",
      required = false)
  @Nullable String sdkVersion;

  String displayName = "Use the newest MCP Java SDK of the same line in Gradle builds";

  String description =
      "Changes the version of the dependencies on `io.modelcontextprotocol.sdk` in build scripts of both languages, in "
          + "version catalogs and in `gradle.properties`, and replaces the artifacts that the new version has under other "
          + "coordinates. Never goes back.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(UpgradeMcpSdkDependency.validate(sdkVersion));
  }

  @Override
  public SdkVersions getInitialValue(ExecutionContext ctx) {
    return new SdkVersions(sdkVersion);
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(SdkVersions versions) {
    boolean since1 = sdkVersion != null && SdkReleases.isSince1(sdkVersion);
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source) {
          if (GradleProperties.isScript(source)) {
            new GradleScanner(
                    (sdk, scope) -> versions.note(sdk), versions::written, (alias, scope) -> {})
                .visit(tree, ctx);
          } else if (CatalogTables.isCatalog(source)) {
            CatalogVisitor.scanner(versions).visit(tree, ctx);
          } else if (GradleProperties.are(source)) {
            GradleProperties.scanner(versions::written).visit(tree, ctx);
          } else if (since1
              && source instanceof JavaSourceFile code
              && UpgradeMcpSdkDependency.usesJackson2(code)) {
            versions.usesJackson2(code.getMarkers().findFirst(JavaProject.class).orElse(null));
          }
        }
        return tree;
      }
    };
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(SdkVersions versions) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (!(tree instanceof SourceFile source)) {
          return tree;
        }
        BuildFindings findings = new BuildFindings(table, getName(), source, ctx);
        if (GradleProperties.isScript(source)) {
          JavaProject project = source.getMarkers().findFirst(JavaProject.class).orElse(null);
          return new GradleEditor(versions, () -> versions.hasJackson2(project), findings::report)
              .visit(tree, ctx);
        }
        if (CatalogTables.isCatalog(source)) {
          return CatalogVisitor.editor(versions, findings::report).visit(tree, ctx);
        }
        return GradleProperties.are(source)
            ? GradleProperties.editor(versions::target).visit(tree, ctx)
            : tree;
      }
    };
  }
}

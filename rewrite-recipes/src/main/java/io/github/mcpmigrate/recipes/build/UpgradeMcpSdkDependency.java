package io.github.mcpmigrate.recipes.build;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.regex.Pattern;
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
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.semver.LatestRelease;

/** Takes each project to the newest release of the SDK line that it is on. */
@Value
@EqualsAndHashCode(callSuper = false)
public class UpgradeMcpSdkDependency extends ScanningRecipe<SdkVersions> {

  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(-[A-Za-z0-9.-]+)?");

  transient LegacySseUses table = new LegacySseUses(this);

  @Option(
      displayName = "SDK version",
      description =
          "The version of the MCP Java SDK to move to. Defaults to the newest release of the line that the project is on: "
              + "0.18, 1.1 or 2.1.",
      example = "0.18.4",
      required = false)
  @Nullable String sdkVersion;

  String displayName = "Use the newest MCP Java SDK of the same line in Maven builds";

  String description =
      "Changes the version of the dependencies on `io.modelcontextprotocol.sdk`, wherever it is written, and replaces the "
          + "artifacts that the new version has under other coordinates. Never goes back.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(validate(sdkVersion));
  }

  /**
   * The option {@code sdkVersion}: a plain version, so that a migration has the same outcome
   * tomorrow, and not below 0.18, whose API the recipes write.
   */
  public static Validated<Object> validate(@Nullable String sdkVersion) {
    return Validated.test(
        "sdkVersion",
        "must be a version of the MCP Java SDK, 0.18.0 or newer, such as 0.18.4",
        sdkVersion,
        version -> version == null || isSupported((String) version));
  }

  private static boolean isSupported(String version) {
    return VERSION.matcher(version).matches()
        && new LatestRelease(null).compare(null, version, "0.18.0") >= 0;
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
        if (since1 && tree instanceof JavaSourceFile source && usesJackson2(source)) {
          versions.usesJackson2(source.getMarkers().findFirst(JavaProject.class).orElse(null));
        } else if (tree instanceof SourceFile file
            && file.getMarkers().findFirst(MavenResolutionResult.class).isPresent()) {
          new SdkPomScanner(versions).visit(tree, ctx);
        }
        return tree;
      }
    };
  }

  static boolean usesJackson2(JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .map(TypeUtils::asFullyQualified)
        .anyMatch(
            type ->
                type != null && type.getPackageName().startsWith("com.fasterxml.jackson.databind"));
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(SdkVersions versions) {
    return new PomVisitor() {
      @Override
      protected @Nullable Tree visitPom(
          SourceFile pom, MavenResolutionResult resolved, ExecutionContext ctx) {
        return new SdkPomEditor(
                versions,
                new SdkDependencyMoves(resolved, () -> usesJackson2(pom, resolved, versions)),
                new BuildFindings(table, getName(), pom, ctx)::report)
            .visit(pom, ctx);
      }
    };
  }

  /** What a parent declares is for its modules, whichever they are. */
  private static boolean usesJackson2(
      SourceFile pom, MavenResolutionResult resolved, SdkVersions versions) {
    JavaProject project = pom.getMarkers().findFirst(JavaProject.class).orElse(null);
    return versions.hasJackson2("pom".equals(resolved.getPom().getPackaging()) ? null : project);
  }
}

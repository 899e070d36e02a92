package io.github.mcpmigrate.recipes.build;

import io.github.mcpmigrate.recipes.Versions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.openrewrite.maven.UpgradeDependencyVersion;
import org.openrewrite.maven.tree.GroupArtifactVersion;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.semver.LatestRelease;

/** Takes each project to the newest release of the SDK line that it is on. */
@Value
@EqualsAndHashCode(callSuper = false)
public class UpgradeMcpSdkDependency extends ScanningRecipe<UpgradeMcpSdkDependency.Upgrades> {

  private static final String GROUP = "io.modelcontextprotocol.sdk";
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(-[A-Za-z0-9.-]+)?");

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
      "Changes the version of the dependencies on `io.modelcontextprotocol.sdk`, wherever it is written. Never goes back.";

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
  public Upgrades getInitialValue(ExecutionContext ctx) {
    return new Upgrades();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(Upgrades upgrades) {
    return new PomVisitor() {
      @Override
      protected Tree visitPom(
          SourceFile pom, MavenResolutionResult resolved, ExecutionContext ctx) {
        target(resolved).ifPresent(version -> upgrades.to(version, ctx).scanner().visit(pom, ctx));
        return pom;
      }
    };
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(Upgrades upgrades) {
    return new PomVisitor() {
      @Override
      protected @Nullable Tree visitPom(
          SourceFile pom, MavenResolutionResult resolved, ExecutionContext ctx) {
        Optional<String> own = target(resolved);
        if (own.isPresent()) {
          return upgrades.to(own.get(), ctx).visitor().visit(pom, ctx);
        }
        // A parent that only holds the property which a module's version comes from.
        Tree changed = pom;
        for (Upgrade upgrade : upgrades.all()) {
          changed = upgrade.visitor().visit(changed, ctx);
        }
        return changed;
      }
    };
  }

  /** What a build file has to move to; empty if it has nothing to do with the SDK. */
  private Optional<String> target(MavenResolutionResult pom) {
    List<GroupArtifactVersion> sdk =
        Stream.concat(
                pom.findDependencies(GROUP, "*", null).stream()
                    .filter(dependency -> dependency.isDirect())
                    .map(dependency -> dependency.getGav().asGroupArtifactVersion()),
                pom.getPom().getDependencyManagement().stream()
                    .filter(managed -> GROUP.equals(managed.getGroupId()))
                    .map(managed -> managed.getGav()))
            .toList();
    if (sdk.isEmpty()) {
      return Optional.empty();
    }
    boolean withSpring =
        sdk.stream()
            .map(GroupArtifactVersion::getArtifactId)
            .anyMatch(artifact -> artifact.startsWith("mcp-spring-") || "mcp-bom".equals(artifact));
    return Optional.of(
        sdkVersion != null ? sdkVersion : Versions.newestSdk(sdk.get(0).getVersion(), withSpring));
  }

  /** The upgrades under way, one for each target version. */
  public static final class Upgrades {
    private final Map<String, Upgrade> byVersion = new LinkedHashMap<>();

    Upgrade to(String version, ExecutionContext ctx) {
      return byVersion.computeIfAbsent(version, target -> Upgrade.to(target, ctx));
    }

    List<Upgrade> all() {
      return List.copyOf(byVersion.values());
    }
  }

  private record Upgrade(
      UpgradeDependencyVersion recipe, UpgradeDependencyVersion.Accumulator found) {

    static Upgrade to(String version, ExecutionContext ctx) {
      UpgradeDependencyVersion recipe =
          new UpgradeDependencyVersion(GROUP, "*", version, null, null, null);
      return new Upgrade(recipe, recipe.getInitialValue(ctx));
    }

    TreeVisitor<?, ExecutionContext> scanner() {
      return recipe.getScanner(found);
    }

    TreeVisitor<?, ExecutionContext> visitor() {
      return recipe.getVisitor(found);
    }
  }
}

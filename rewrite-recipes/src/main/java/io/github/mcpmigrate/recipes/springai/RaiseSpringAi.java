package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.build.BuildFindings;
import io.github.mcpmigrate.recipes.build.PomVisitor;
import io.github.mcpmigrate.recipes.build.SpringAiReleases;
import io.github.mcpmigrate.recipes.build.SpringAiStarters;
import io.github.mcpmigrate.recipes.build.SpringAiVersion;
import io.github.mcpmigrate.table.LegacySseUses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.maven.UpdateMavenModel;
import org.openrewrite.maven.UpgradeDependencyVersion;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.maven.tree.ResolvedDependency;

/** Raise Spring AI to the newest 1.1 that the build's repositories have. */
@Value
@EqualsAndHashCode(callSuper = false)
public class RaiseSpringAi extends ScanningRecipe<RaiseSpringAi.Build> {

  private static final String OF_MILESTONES =
      "milestones of Spring AI had another API in more than MCP, such as function callbacks in place of tool callbacks: compile,"
          + " and see https://docs.spring.io/spring-ai/reference/upgrade-notes.html";

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Raise Spring AI to the newest 1.1 that can be had";

  String description =
      "Raises all of `org.springframework.ai` in Maven projects to the newest release of 1.1 that their repositories list for "
          + "each of the artifacts that they name. MCP starters of 1.0.0-M6 get the names that they have today.";

  /** The poms of a build, and what raises Spring AI in them once all are known. */
  public static final class Build {

    private final List<SourceFile> poms = new ArrayList<>();
    private final Set<String> properties = new HashSet<>();
    private @Nullable String version;
    private @Nullable Supplier<TreeVisitor<?, ExecutionContext>> upgrade;

    private @Nullable Tree raise(SourceFile pom, ExecutionContext ctx) {
      if (version == null || upgrade == null) {
        version = SpringAiReleases.newest(modules(), ctx);
        upgrade =
            prepared(
                new UpgradeDependencyVersion(SpringAiVersion.GROUP, "*", version, null, null, null),
                ctx);
      }
      Tree renamed = SpringAiStarters.editor(properties, version).visit(pom, ctx);
      Tree raised = VersionsOfOthers.keep(renamed, upgrade.get().visit(renamed, ctx), ctx);
      return renamed == pom ? raised : new UpdateMavenModel<ExecutionContext>().visit(raised, ctx);
    }

    private List<MavenResolutionResult> modules() {
      return poms.stream()
          .map(pom -> pom.getMarkers().findFirst(MavenResolutionResult.class))
          .flatMap(Optional::stream)
          .toList();
    }

    private <T> Supplier<TreeVisitor<?, ExecutionContext>> prepared(
        ScanningRecipe<T> recipe, ExecutionContext ctx) {
      T known = recipe.getInitialValue(ctx);
      poms.forEach(pom -> recipe.getScanner(known).visit(pom, ctx));
      return () -> recipe.getVisitor(known);
    }
  }

  @Override
  public Build getInitialValue(ExecutionContext ctx) {
    return new Build();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(Build build) {
    return new PomVisitor() {
      @Override
      protected Tree visitPom(
          SourceFile pom, MavenResolutionResult resolved, ExecutionContext ctx) {
        build.poms.add(pom);
        SpringAiStarters.scanner(build.properties).visit(pom, ctx);
        return pom;
      }
    };
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(Build build) {
    return new PomVisitor() {
      @Override
      protected @Nullable Tree visitPom(
          SourceFile pom, MavenResolutionResult resolved, ExecutionContext ctx) {
        Tree raised = build.raise(pom, ctx);
        if (raised != pom) {
          milestone(resolved)
              .ifPresent(
                  version ->
                      new BuildFindings(table, getName(), pom, ctx)
                          .report("spring-ai " + version, OF_MILESTONES));
        }
        return raised;
      }
    };
  }

  private static Optional<String> milestone(MavenResolutionResult module) {
    return module.findDependencies(SpringAiVersion.GROUP, "*", null).stream()
        .map(ResolvedDependency::getVersion)
        .filter(version -> version.contains("-M"))
        .findFirst();
  }
}

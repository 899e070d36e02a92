package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.build.PomVisitor;
import io.github.mcpmigrate.recipes.build.SpringAiReleases;
import io.github.mcpmigrate.recipes.build.SpringAiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.maven.UpgradeDependencyVersion;
import org.openrewrite.maven.tree.MavenResolutionResult;

/** Raise Spring AI to the newest 1.1 that the build's repositories have. */
@Value
@EqualsAndHashCode(callSuper = false)
public class RaiseSpringAi extends ScanningRecipe<RaiseSpringAi.Build> {

  String displayName = "Raise Spring AI to the newest 1.1 that can be had";

  String description =
      "Raises all of `org.springframework.ai` in Maven projects to the newest release of 1.1 that their repositories list for "
          + "each of the artifacts that they name.";

  /** The poms of a build, and what raises Spring AI in them once all are known. */
  public static final class Build {

    private final List<SourceFile> poms = new ArrayList<>();
    private @Nullable Supplier<TreeVisitor<?, ExecutionContext>> upgrade;

    private @Nullable Tree raise(SourceFile pom, ExecutionContext ctx) {
      if (upgrade == null) {
        upgrade =
            prepared(
                new UpgradeDependencyVersion(
                    SpringAiVersion.GROUP,
                    "*",
                    SpringAiReleases.newest(modules(), ctx),
                    null,
                    null,
                    null),
                ctx);
      }
      return upgrade.get().visit(pom, ctx);
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
        return build.raise(pom, ctx);
      }
    };
  }
}

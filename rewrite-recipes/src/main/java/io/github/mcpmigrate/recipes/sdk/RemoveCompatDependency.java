package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.build.GradleCompanion;
import io.github.mcpmigrate.recipes.build.PomVisitor;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.maven.RemoveDependency;
import org.openrewrite.maven.tree.MavenResolutionResult;

/** Takes the runtime away that a server on one transport no longer needs. */
@Value
@EqualsAndHashCode(callSuper = false)
public class RemoveCompatDependency extends ScanningRecipe<RemoveCompatDependency.Found> {

  private static final ServerMove MOVE =
      new ServerMove(ServerTransport.DUAL, ServerTransport.STREAMABLE);

  String displayName = "Remove mcp-compat-sdk where nothing uses it any more";

  String description =
      "Removes `io.github.mcpmigrate:mcp-compat-sdk` from the Maven and Gradle projects whose servers "
          + "`DualServerToStreamable` moves, unless they use something else of it.";

  @Override
  public Found getInitialValue(ExecutionContext ctx) {
    return new Found();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(Found found) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
        return source instanceof JavaSourceFile;
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        found.otherUses |= usesMoreThanTheProvider((JavaSourceFile) tree);
        return new ServerSources(MOVE, found.uses).visit(tree, ctx);
      }
    };
  }

  private static boolean usesMoreThanTheProvider(JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .map(TypeUtils::asFullyQualified)
        .anyMatch(
            type ->
                type != null
                    && type.getPackageName().startsWith("io.github.mcpmigrate.compat")
                    && ServerProvider.of(ServerTransport.DUAL).stream()
                        .noneMatch(dual -> type.getFullyQualifiedName().startsWith(dual.type()))
                    && !type.getFullyQualifiedName().equals(ServerProvider.DUAL_OPTIONS));
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(Found found) {
    PomVisitor poms = pomVisitor(found);
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile script && GradleCompanion.isScript(script)) {
          JavaProject project = script.getMarkers().findFirst(JavaProject.class).orElse(null);
          return !found.otherUses && found.uses.areMovedIn(project)
              ? GradleCompanion.removing(AddCompatDependency.GROUP, AddCompatDependency.ARTIFACT)
                  .visit(tree, ctx)
              : tree;
        }
        return poms.visit(tree, ctx);
      }
    };
  }

  private static PomVisitor pomVisitor(Found found) {
    return new PomVisitor() {
      @Override
      protected @Nullable Tree visitPom(
          SourceFile pom, MavenResolutionResult resolved, ExecutionContext ctx) {
        JavaProject project = pom.getMarkers().findFirst(JavaProject.class).orElse(null);
        return !found.otherUses && found.uses.areMovedIn(project)
            ? new RemoveDependency(AddCompatDependency.GROUP, AddCompatDependency.ARTIFACT, null)
                .getVisitor()
                .visit(pom, ctx)
            : pom;
      }
    };
  }

  static final class Found {
    private final ServerProviderUses uses = new ServerProviderUses(MOVE);
    private boolean otherUses;
  }
}

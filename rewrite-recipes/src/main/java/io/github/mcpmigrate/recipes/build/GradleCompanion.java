package io.github.mcpmigrate.recipes.build;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.Statement;

/**
 * Adds a dependency to a Gradle build script of either language beside one on MCP, or takes it
 * away.
 *
 * <p>Works on what is written in the script. Beside a reference to a catalog, the coordinates are
 * written out.
 */
public final class GradleCompanion extends JavaIsoVisitor<ExecutionContext> {

  private static final Set<String> NOT_OF_THE_PROJECT =
      Set.of("buildscript", "constraints", "dependencyManagement", "pluginManagement");

  private final String group;
  private final String artifact;
  private final @Nullable String version;
  private final String beside;

  private GradleCompanion(String group, String artifact, @Nullable String version, String beside) {
    this.group = group;
    this.artifact = artifact;
    this.version = version;
    this.beside = beside;
  }

  /** Adds an artifact where a script declares the SDK or something else of MCP. */
  public static GradleCompanion adding(String group, String artifact, String version) {
    return adding(group, artifact, version, "mcp");
  }

  /**
   * Adds an artifact beside something else.
   *
   * @param beside a part of that one's name
   */
  public static GradleCompanion adding(
      String group, String artifact, String version, String beside) {
    return new GradleCompanion(group, artifact, version, beside);
  }

  /** Removes an artifact wherever a script declares it, in one string. */
  public static GradleCompanion removing(String group, String artifact) {
    return new GradleCompanion(group, artifact, null, "mcp");
  }

  /** Whether a source is the build script of a project. */
  public static boolean isScript(SourceFile source) {
    String name = source.getSourcePath().getFileName().toString();
    return source instanceof JavaSourceFile
        && (name.endsWith(".gradle") || name.endsWith(".gradle.kts"))
        && !name.startsWith("settings.");
  }

  /** Whether {@link #adding} finds a place in a script, or has nothing to do there. */
  public static boolean fits(SourceFile script, String group, String artifact) {
    return fits(script, group, artifact, "mcp");
  }

  /** The same for something beside which it goes. */
  public static boolean fits(SourceFile script, String group, String artifact, String beside) {
    return declares(script, group, artifact)
        || adding(group, artifact, "0", beside).visit(script, new InMemoryExecutionContext())
            != script;
  }

  /** Whether a script declares what {@link #removing} takes away. */
  public static boolean declares(SourceFile script, String group, String artifact) {
    return removing(group, artifact).visit(script, new InMemoryExecutionContext()) != script;
  }

  @Override
  public J.Block visitBlock(J.Block block, ExecutionContext ctx) {
    J.Block visited = super.visitBlock(block, ctx);
    if (!isDependencies()) {
      return visited;
    }
    if (version == null) {
      return visited.withStatements(
          ListUtils.map(visited.getStatements(), one -> isDeclared(one) ? null : one));
    }
    Statement beside =
        visited.getStatements().stream().filter(this::isBeside).findFirst().orElse(null);
    if (beside == null || visited.getStatements().stream().anyMatch(this::isDeclared)) {
      return visited;
    }
    return visited.withStatements(
        ListUtils.flatMap(
            visited.getStatements(),
            one -> one == beside ? List.of(companion(beside), beside) : one));
  }

  private boolean isDependencies() {
    List<String> around =
        getCursor()
            .getPathAsStream(J.MethodInvocation.class::isInstance)
            .map(call -> ((J.MethodInvocation) call).getSimpleName())
            .toList();
    return !around.isEmpty()
        && around.get(0).equals("dependencies")
        && around.stream().noneMatch(NOT_OF_THE_PROJECT::contains);
  }

  private boolean isDeclared(Statement statement) {
    return GradleEditor.call(statement)
        .filter(call -> call.getArguments().size() == 1)
        .flatMap(call -> GradleDependency.of(call.getArguments().get(0)))
        .filter(found -> found.group().equals(group) && found.artifact().equals(artifact))
        .isPresent();
  }

  /** What the sources of a project are compiled with: the SDK, Spring AI's starters, an alias. */
  private boolean isBeside(Statement statement) {
    return GradleEditor.call(statement)
        .filter(call -> Set.of("implementation", "api").contains(call.getSimpleName()))
        .filter(call -> call.getArguments().get(0).toString().contains(beside))
        .filter(call -> !call.getArguments().get(0).toString().contains("platform("))
        .isPresent();
  }

  private Statement companion(Statement beside) {
    J.MethodInvocation call = GradleEditor.call(beside).orElseThrow();
    return call.withId(Tree.randomId())
        .<J.MethodInvocation>withPrefix(beside.getPrefix().withComments(List.of()))
        .withArguments(
            List.of(
                GradleMoves.literal(
                    call.getArguments().get(0), group + ":" + artifact + ":" + version)));
  }
}

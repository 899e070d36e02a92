package io.github.mcpmigrate.recipes.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TextComment;
import org.openrewrite.marker.Markers;

/**
 * Moves the dependencies on the SDK of one Gradle build script, by what is written in it: Gradle's
 * own model of the build is not needed.
 */
final class GradleEditor extends JavaIsoVisitor<ExecutionContext> {

  private static final Set<String> MANAGEMENT = Set.of("constraints", "dependencyManagement");

  private final SdkVersions versions;
  private final GradleMoves moves;
  private final BiConsumer<GradleDependency, String> findings;

  /**
   * @param jackson2 whether the code that the script builds uses Jackson 2
   * @param findings takes what a person has to do, with the dependency that it is about
   */
  GradleEditor(
      SdkVersions versions,
      BooleanSupplier jackson2,
      BiConsumer<GradleDependency, String> findings) {
    this.versions = versions;
    this.moves = new GradleMoves(versions, jackson2);
    this.findings = findings;
  }

  @Override
  public J.Literal visitLiteral(J.Literal literal, ExecutionContext ctx) {
    if (!(literal.getValue() instanceof String text) || !SdkReleases.isVersion(text)) {
      return literal;
    }
    return GradleDependency.definedBy(getCursor())
        .filter(place -> !versions.isShared(place))
        .flatMap(versions::target)
        .filter(target -> SdkReleases.isNewer(target, text))
        .map(target -> GradleMoves.withText(literal, target))
        .orElse(literal);
  }

  @Override
  public J.Block visitBlock(J.Block block, ExecutionContext ctx) {
    J.Block edited = super.visitBlock(block, ctx);
    List<Statement> before = block.getStatements();
    Set<String> declared = new HashSet<>();
    before.forEach(
        statement ->
            sdk(statement)
                .or(() -> inMap(statement))
                .ifPresent(sdk -> declared.add(sdk.artifact())));
    return edited.withStatements(
        ListUtils.flatMap(
            edited.getStatements(),
            (index, statement) ->
                sdk(before.get(index))
                    .<Object>map(sdk -> withCompanions(statement, before.get(index), sdk, declared))
                    .or(() -> inMap(before.get(index)).map(sdk -> noted(statement, sdk, declared)))
                    .orElse(statement)));
  }

  private static Optional<GradleDependency> inMap(Statement statement) {
    return call(statement).flatMap(GradleScanner::mapNotation).filter(GradleDependency::isSdk);
  }

  /** What a dependency in map notation needs beside it is said, and not written. */
  private Statement noted(Statement statement, GradleDependency sdk, Set<String> declared) {
    List<String> companions = moves.companions(sdk, declared, isManagement());
    Optional<String> left =
        whyNot(sdk)
            .or(
                () ->
                    companions.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                            String.join(" and ", companions)
                                + " of the same group has to be added beside "
                                + sdk.artifact()));
    left.ifPresent(reason -> findings.accept(sdk, reason));
    return left.map(reason -> commented(statement, reason)).orElse(statement);
  }

  private static Optional<GradleDependency> sdk(Statement statement) {
    return call(statement)
        .filter(call -> call.getArguments().size() == 1)
        .flatMap(call -> GradleDependency.of(call.getArguments().get(0)))
        .filter(GradleDependency::isSdk);
  }

  /** The call that a statement of a script consists of; the last one in Groovy is returned. */
  static Optional<J.MethodInvocation> call(Statement statement) {
    return statement instanceof J.Return last
            && last.getExpression() instanceof J.MethodInvocation returned
        ? Optional.of(returned)
        : statement instanceof J.MethodInvocation call ? Optional.of(call) : Optional.empty();
  }

  private List<Statement> withCompanions(
      Statement statement, Statement before, GradleDependency sdk, Set<String> declared) {
    Optional<String> whyNot = whyNot(sdk);
    if (whyNot.isPresent()) {
      findings.accept(sdk, whyNot.get());
      return List.of(commented(statement, whyNot.get()));
    }
    List<Statement> all = new ArrayList<>();
    for (String artifact : moves.companions(sdk, declared, isManagement())) {
      J.MethodInvocation call = call(before).orElseThrow();
      all.add(
          call.withId(Tree.randomId())
              .<J.MethodInvocation>withPrefix(statement.getPrefix().withComments(List.of()))
              .withArguments(
                  ListUtils.map(
                      call.getArguments(), argument -> moves.companion(argument, sdk, artifact))));
    }
    all.add(statement);
    return all;
  }

  private boolean isManagement() {
    return getCursor()
        .getPathAsStream(J.MethodInvocation.class::isInstance)
        .anyMatch(call -> MANAGEMENT.contains(((J.MethodInvocation) call).getSimpleName()));
  }

  private static Statement commented(Statement statement, String reason) {
    String text = " TODO mcp-migrate: " + reason;
    Space prefix = statement.getPrefix();
    boolean there =
        prefix.getComments().stream()
            .anyMatch(comment -> comment instanceof TextComment old && old.getText().equals(text));
    return there
        ? statement
        : statement.withPrefix(
            prefix.withComments(
                ListUtils.concat(
                    prefix.getComments(),
                    new TextComment(false, text, prefix.getLastWhitespace(), Markers.EMPTY))));
  }

  /** Why a dependency cannot follow, although it should. */
  private Optional<String> whyNot(GradleDependency sdk) {
    Optional<String> place = moves.place(sdk);
    Optional<String> version = place.flatMap(versions::version);
    if (version.isPresent()
        && (versions.isWritten(place.get())
            || !SdkReleases.isNewer(versions.wanted(version.get()), version.get()))) {
      return Optional.empty();
    }
    return Optional.of(
        "the version of this dependency is not written in a place that these recipes can find; the migrated code needs "
            + SdkReleases.newestOfLine(version.orElse("0")));
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    J.MethodInvocation visited = super.visitMethodInvocation(call, ctx);
    Optional<GradleDependency> map =
        GradleScanner.mapNotation(visited).filter(GradleDependency::isSdk);
    return visited.withArguments(
        ListUtils.map(
            visited.getArguments(),
            argument ->
                map.isPresent() && GradleScanner.key(argument) != null
                    ? edit(argument, map.get())
                    : edit(argument)));
  }

  private Expression edit(Expression argument) {
    return GradleDependency.of(argument)
        .filter(GradleDependency::isSdk)
        .map(sdk -> moves.move(argument, sdk))
        .orElse(argument);
  }

  private Expression edit(Expression entry, GradleDependency sdk) {
    return GradleMoves.entry(
        entry,
        name ->
            switch (name) {
              case "group" -> moves.group(sdk);
              case "name" ->
                  Optional.of(moves.artifact(sdk))
                      .filter(artifact -> !artifact.equals(sdk.artifact()));
              case "version" -> moves.version(sdk);
              default -> Optional.empty();
            });
  }
}

package io.github.mcpmigrate.recipes.build;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.groovy.tree.G;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/** Notes where a Gradle build script says which version of the SDK is used. */
final class GradleScanner extends JavaIsoVisitor<ExecutionContext> {

  private final SdkVersions versions;

  GradleScanner(SdkVersions versions) {
    this.versions = versions;
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    for (Expression argument : call.getArguments()) {
      GradleDependency.of(argument).ifPresent(this::note);
    }
    mapNotation(call).ifPresent(this::note);
    return super.visitMethodInvocation(call, ctx);
  }

  @Override
  public J.Literal visitLiteral(J.Literal literal, ExecutionContext ctx) {
    if (literal.getValue() instanceof String text && SdkReleases.isVersion(text)) {
      GradleDependency.definedBy(getCursor()).ifPresent(place -> versions.written(place, text));
    }
    return literal;
  }

  private void note(GradleDependency dependency) {
    if (!dependency.isSdk()) {
      dependency.place().ifPresent(versions::shared);
    } else if (dependency.place().isEmpty()) {
      versions.useOfBom(dependency.artifact());
    } else {
      String place = dependency.place().get();
      versions.use(place, dependency.artifact(), dependency.version());
      if (dependency.version() != null && SdkReleases.isVersion(dependency.version())) {
        versions.written(place, dependency.version());
      }
    }
  }

  /** The coordinates of {@code group: 'g', name: 'a', version: 'v'}, in Kotlin with {@code =}. */
  static Optional<GradleDependency> mapNotation(J.MethodInvocation call) {
    Map<String, Expression> entries =
        call.getArguments().stream()
            .filter(argument -> key(argument) != null)
            .collect(
                Collectors.toMap(GradleScanner::key, GradleScanner::value, (one, other) -> one));
    Object group = text(entries.get("group"));
    Object name = text(entries.get("name"));
    if (group == null || name == null) {
      return Optional.empty();
    }
    Expression version = entries.get("version");
    boolean literal = version == null || version instanceof J.Literal;
    return Optional.of(
        new GradleDependency(
            group.toString(),
            name.toString(),
            literal && version != null ? String.valueOf(text(version)) : null,
            literal ? null : GradleDependency.place(version)));
  }

  /** The name in an entry of a map or in a named argument of Kotlin's; null for all else. */
  static @Nullable String key(Expression entry) {
    if (entry instanceof J.Assignment named && named.getVariable() instanceof J.Identifier name) {
      return name.getSimpleName();
    }
    if (!(entry instanceof G.MapEntry groovy)) {
      return null;
    }
    return groovy.getKey() instanceof J.Literal literal
        ? String.valueOf(literal.getValue())
        : groovy.getKey().toString().trim();
  }

  /** What is said under the {@link #key}. */
  static Expression value(Expression entry) {
    return entry instanceof J.Assignment named
        ? named.getAssignment()
        : ((G.MapEntry) entry).getValue();
  }

  private static Object text(Expression value) {
    return value instanceof J.Literal literal ? literal.getValue() : null;
  }
}

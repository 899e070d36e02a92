package io.github.mcpmigrate.recipes.build;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.groovy.tree.G;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/** Reads dependencies and versions in a Gradle build script. */
final class GradleScanner extends JavaIsoVisitor<ExecutionContext> {

  private static final Pattern ALIAS = Pattern.compile("\\w+(\\.\\w+)+");

  /** Which projects of a build something in a script is for. */
  enum Scope {
    PROJECT,
    SUBPROJECTS,
    ALL
  }

  private final BiConsumer<GradleDependency, Scope> dependencies;
  private final BiConsumer<String, String> versions;
  private final BiConsumer<String, Scope> aliases;

  /**
   * @param dependencies takes coordinates
   * @param versions takes the place of a version, and the version
   * @param aliases takes what may be the alias of a library or bundle in a catalog
   */
  GradleScanner(
      BiConsumer<GradleDependency, Scope> dependencies,
      BiConsumer<String, String> versions,
      BiConsumer<String, Scope> aliases) {
    this.dependencies = dependencies;
    this.versions = versions;
    this.aliases = aliases;
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    for (Expression argument : call.getArguments()) {
      GradleDependency.of(argument).ifPresent(found -> dependencies.accept(found, scope()));
      if (argument instanceof J.FieldAccess access) {
        String alias = access.toString().replaceAll("\\s", "");
        if (ALIAS.matcher(alias).matches()) {
          aliases.accept(alias.replaceFirst("^rootProject\\.", ""), scope());
        }
      }
    }
    mapNotation(call).ifPresent(found -> dependencies.accept(found, scope()));
    return super.visitMethodInvocation(call, ctx);
  }

  private Scope scope() {
    Scope scope = Scope.PROJECT;
    Iterator<Object> calls = getCursor().getPath(J.MethodInvocation.class::isInstance);
    while (calls.hasNext()) {
      switch (((J.MethodInvocation) calls.next()).getSimpleName()) {
        case "subprojects" -> scope = Scope.SUBPROJECTS;
        case "allprojects" -> scope = Scope.ALL;
        default -> {}
      }
    }
    return scope;
  }

  @Override
  public J.Literal visitLiteral(J.Literal literal, ExecutionContext ctx) {
    if (literal.getValue() instanceof String text && SdkReleases.isVersion(text)) {
      GradleDependency.definedBy(getCursor()).ifPresent(place -> versions.accept(place, text));
    }
    return literal;
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

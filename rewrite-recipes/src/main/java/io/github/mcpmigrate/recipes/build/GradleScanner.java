package io.github.mcpmigrate.recipes.build;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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

  private final Consumer<GradleDependency> dependencies;
  private final BiConsumer<String, String> versions;
  private final Consumer<String> aliases;

  /**
   * @param dependencies takes coordinates
   * @param versions takes the place of a version, and the version
   * @param aliases takes what may be the alias of a library in a catalog
   */
  GradleScanner(
      Consumer<GradleDependency> dependencies,
      BiConsumer<String, String> versions,
      Consumer<String> aliases) {
    this.dependencies = dependencies;
    this.versions = versions;
    this.aliases = aliases;
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    for (Expression argument : call.getArguments()) {
      GradleDependency.of(argument).ifPresent(dependencies);
      if (argument instanceof J.FieldAccess access) {
        String alias = access.toString().replaceAll("\\s", "");
        if (ALIAS.matcher(alias).matches()) {
          aliases.accept(alias);
        }
      }
    }
    mapNotation(call).ifPresent(dependencies);
    return super.visitMethodInvocation(call, ctx);
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

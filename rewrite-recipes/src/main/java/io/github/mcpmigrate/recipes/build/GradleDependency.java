package io.github.mcpmigrate.recipes.build;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.groovy.tree.G;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.kotlin.tree.K;

/**
 * Coordinates in one string of a Gradle build script, {@code group:artifact[:version]}, where the
 * version may be a variable.
 *
 * @param version as it is written; null if there is none or it is a variable
 * @param variable where the version is written, if it is a variable
 */
record GradleDependency(
    String group, String artifact, @Nullable String version, @Nullable String variable) {

  private static final Pattern COORDINATES =
      Pattern.compile("([\\w.-]+):([\\w.-]+)(?::([^:@]*))?(?:[:@].*)?");

  /** The coordinates that an argument of a call consists of, if they are any. */
  static Optional<GradleDependency> of(Expression argument) {
    if (argument instanceof J.Literal literal && literal.getValue() instanceof String text) {
      return parse(text, null);
    }
    List<J> parts =
        argument instanceof G.GString groovy
            ? groovy.getStrings()
            : argument instanceof K.StringTemplate kotlin ? kotlin.getStrings() : List.of();
    // Only the version may be a variable, and nothing may come after it.
    return parts.size() == 2
            && parts.get(0) instanceof J.Literal start
            && start.getValue() instanceof String text
            && text.endsWith(":")
        ? parse(text.substring(0, text.length() - 1), place(parts.get(1)))
        : Optional.empty();
  }

  private static Optional<GradleDependency> parse(String text, @Nullable String variable) {
    Matcher coordinates = COORDINATES.matcher(text);
    return coordinates.matches()
        ? Optional.of(
            new GradleDependency(
                coordinates.group(1), coordinates.group(2), coordinates.group(3), variable))
        : Optional.empty();
  }

  boolean isSdk() {
    return SdkReleases.GROUP.equals(group);
  }

  /** Where the version is written; empty if the coordinates have none. */
  Optional<String> place() {
    if (variable != null) {
      return Optional.of(variable);
    }
    return Optional.ofNullable(version).map(text -> SdkVersions.literal(artifact, text));
  }

  /** The place that a variable stands for, by its last name. */
  static String place(@Nullable J reference) {
    if (reference instanceof G.GString.Value value) {
      return place(value.getTree());
    }
    if (reference instanceof K.StringTemplate.Expression value) {
      return place(value.getTree());
    }
    if (reference instanceof J.Identifier name) {
      return SdkVersions.named(name.getSimpleName());
    }
    if (reference instanceof J.FieldAccess access) {
      return SdkVersions.named(access.getSimpleName());
    }
    if (reference instanceof J.ArrayAccess access) {
      return place(access.getDimension().getIndex());
    }
    if (reference instanceof J.Literal literal) {
      return SdkVersions.named(String.valueOf(literal.getValue()));
    }
    if (reference instanceof J.MethodInvocation call) {
      return place(call);
    }
    return "nowhere";
  }

  private static String place(J.MethodInvocation call) {
    if (call.getSimpleName().equals("get") && call.getSelect() != null) {
      String accessor = call.getSelect().toString().replaceAll("\\s", "");
      int versions = accessor.indexOf("libs.versions.");
      return versions < 0
          ? "nowhere"
          : catalog(accessor.substring(versions + "libs.versions.".length()));
    }
    return call.getArguments().size() == 1 ? place(call.getArguments().get(0)) : "nowhere";
  }

  /** The place of a version of a catalog, whichever separators its alias is written with. */
  static String catalog(String alias) {
    return "catalog " + alias.replace('-', '.').replace('_', '.');
  }

  /** The name of the variable that a literal is the value of, if it is. */
  static Optional<String> definedBy(Cursor literal) {
    Object parent = literal.getParentTreeCursor().getValue();
    if (parent instanceof J.VariableDeclarations.NamedVariable variable) {
      return Optional.of(SdkVersions.named(variable.getSimpleName()));
    }
    if (parent instanceof J.Assignment assignment
        && assignment.getAssignment() == literal.getValue()) {
      return Optional.of(place(assignment.getVariable()));
    }
    if (parent instanceof J.MethodInvocation call) {
      List<Expression> arguments = call.getArguments();
      if (call.getSimpleName().equals("set")
          && arguments.size() == 2
          && arguments.get(1) == literal.getValue()) {
        return Optional.of(place(arguments.get(0)));
      }
      if (call.getSimpleName().equals("extra")) {
        return Optional.ofNullable(
                literal.firstEnclosing(J.VariableDeclarations.NamedVariable.class))
            .map(variable -> SdkVersions.named(variable.getSimpleName()));
      }
    }
    return Optional.empty();
  }
}

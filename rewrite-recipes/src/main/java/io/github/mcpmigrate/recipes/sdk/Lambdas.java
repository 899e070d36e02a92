package io.github.mcpmigrate.recipes.sdk;

import static java.util.Collections.emptyList;
import static org.openrewrite.Tree.randomId;
import static org.openrewrite.marker.Markers.EMPTY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.java.tree.TypeUtils;

/** Pieces of lambda expressions, which templates cannot make without knowing their target type. */
final class Lambdas {

  private Lambdas() {}

  /** A name and, if the other parameters have theirs written, its type. */
  static J.VariableDeclarations parameter(String name, JavaType type, boolean typed) {
    JavaType.Variable variable =
        new JavaType.Variable(null, 0L, name, JavaType.Unknown.getInstance(), type, emptyList());
    TypeTree written = typed ? identifier(simpleName(type), type, null) : null;
    return new J.VariableDeclarations(
        randomId(),
        Space.EMPTY,
        EMPTY,
        emptyList(),
        emptyList(),
        written,
        null,
        List.of(
            JRightPadded.build(
                new J.VariableDeclarations.NamedVariable(
                    randomId(),
                    typed ? Space.SINGLE_SPACE : Space.EMPTY,
                    EMPTY,
                    identifier(name, type, variable),
                    emptyList(),
                    null,
                    variable))));
  }

  /** The name of a parameter, as an expression. */
  static J.Identifier use(J.VariableDeclarations parameter) {
    J.Identifier name = parameter.getVariables().get(0).getName();
    return name.withId(randomId()).withPrefix(Space.EMPTY);
  }

  /** The name of a type, as an expression. */
  static J.Identifier type(String name) {
    JavaType type = JavaType.buildType(name);
    return identifier(simpleName(type), type, null);
  }

  /** {@code Map<String, Object> name = value;} */
  static J.VariableDeclarations mapVariable(String name, JavaType map, Expression value) {
    J.VariableDeclarations named = parameter(name, map, true);
    J.ParameterizedType written =
        new J.ParameterizedType(
            randomId(),
            Space.EMPTY,
            EMPTY,
            type("java.util.Map"),
            JContainer.build(
                List.of(
                    JRightPadded.build((Expression) type("java.lang.String")),
                    JRightPadded.build(
                        (Expression) type("java.lang.Object").withPrefix(Space.SINGLE_SPACE)))),
            map);
    return named
        .withTypeExpression(written)
        .withVariables(
            ListUtils.map(
                named.getVariables(),
                variable ->
                    variable
                        .getPadding()
                        .withInitializer(
                            new JLeftPadded<>(
                                Space.SINGLE_SPACE, value.withPrefix(Space.SINGLE_SPACE), EMPTY))));
  }

  static J.Lambda lambda(List<J.VariableDeclarations> parameters, J body, JavaType type) {
    return new J.Lambda(
        randomId(),
        Space.EMPTY,
        EMPTY,
        parameters(parameters),
        Space.SINGLE_SPACE,
        body.withPrefix(Space.SINGLE_SPACE),
        type);
  }

  static J.Lambda.Parameters parameters(List<J.VariableDeclarations> parameters) {
    List<JRightPadded<J>> padded = new ArrayList<>();
    for (J.VariableDeclarations parameter : parameters) {
      padded.add(
          JRightPadded.build(
              parameter.withPrefix(padded.isEmpty() ? Space.EMPTY : Space.SINGLE_SPACE)));
    }
    return new J.Lambda.Parameters(randomId(), Space.EMPTY, EMPTY, true, padded);
  }

  static J.MethodInvocation call(
      @Nullable Expression select, String name, JavaType.Method type, Expression... arguments) {
    List<JRightPadded<Expression>> padded = new ArrayList<>();
    for (Expression argument : arguments) {
      padded.add(
          JRightPadded.build(
              argument.withPrefix(padded.isEmpty() ? Space.EMPTY : Space.SINGLE_SPACE)));
    }
    return new J.MethodInvocation(
        randomId(),
        Space.EMPTY,
        EMPTY,
        select == null ? null : JRightPadded.build(select.withPrefix(Space.EMPTY)),
        null,
        identifier(name, type, null),
        padded.isEmpty()
            ? JContainer.build(
                List.of(
                    JRightPadded.build((Expression) new J.Empty(randomId(), Space.EMPTY, EMPTY))))
            : JContainer.build(padded),
        type);
  }

  /** A method's type as far as calls of it need one. */
  static JavaType.Method method(
      JavaType.FullyQualified declaring, String name, JavaType returned, JavaType... parameters) {
    return new JavaType.Method(
        null,
        1L,
        declaring,
        name,
        returned,
        Arrays.stream(parameters).map(Lambdas::simpleName).map(String::toLowerCase).toList(),
        List.of(parameters),
        emptyList(),
        emptyList(),
        emptyList(),
        emptyList());
  }

  /** A functional interface of java.util.function. */
  static JavaType.Parameterized function(String name, List<JavaType> arguments) {
    return new JavaType.Parameterized(
        null,
        (JavaType.FullyQualified) JavaType.buildType("java.util.function." + name),
        arguments);
  }

  /**
   * The first of some names that nothing has that is in scope at the call at {@code cursor}, or
   * that its arguments use.
   *
   * @param own a name that may be taken because it goes
   */
  static String freeName(Cursor cursor, @Nullable String own, String... candidates) {
    J scope = cursor.firstEnclosing(J.MethodDeclaration.class);
    if (scope == null) {
      scope = cursor.firstEnclosing(J.ClassDeclaration.class);
    }
    Set<String> taken = new HashSet<>();
    new Names(cursor).visit(scope, taken);
    List<Expression> arguments =
        cursor.getValue() instanceof J.NewClass call
            ? call.getArguments()
            : cursor.<J.MethodInvocation>getValue().getArguments();
    arguments.forEach(argument -> new Names(null).visit(argument, taken));
    taken.remove(own);
    return Arrays.stream(candidates)
        .filter(candidate -> !taken.contains(candidate))
        .findFirst()
        .orElse(candidates[candidates.length - 1] + "0");
  }

  /** The names of variables, without those of lambdas that the cursor is not in. */
  private static final class Names extends JavaIsoVisitor<Set<String>> {
    private final @Nullable Cursor cursor;

    Names(@Nullable Cursor cursor) {
      this.cursor = cursor;
    }

    @Override
    public J.Lambda visitLambda(J.Lambda lambda, Set<String> names) {
      return cursor == null || cursor.getPathAsStream().anyMatch(lambda::equals)
          ? super.visitLambda(lambda, names)
          : lambda;
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier name, Set<String> names) {
      if (name.getFieldType() != null) {
        names.add(name.getSimpleName());
      }
      return name;
    }
  }

  private static J.Identifier identifier(
      String name, JavaType type, JavaType.@Nullable Variable variable) {
    return new J.Identifier(randomId(), Space.EMPTY, EMPTY, emptyList(), name, type, variable);
  }

  private static String simpleName(JavaType type) {
    String name = TypeUtils.asFullyQualified(type).getClassName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}

package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.Markers;

/**
 * The values that calls give one {@link CorsNeed}.
 *
 * @param known as far as they are written down
 * @param complete whether all are
 * @param calls that set them
 */
record CorsValues(Set<String> known, boolean complete, List<J.MethodInvocation> calls) {

  private static final String ALL = "*";
  private static final Set<String> LISTS = Set.of("of", "asList", "singletonList", "singleton");

  /**
   * @param valueOf what is known of an expression
   */
  static CorsValues of(
      CorsNeed need,
      List<J.MethodInvocation> calls,
      Function<Expression, Optional<String>> valueOf) {
    Set<String> known = new HashSet<>();
    boolean complete = true;
    List<J.MethodInvocation> setting = new ArrayList<>();
    for (J.MethodInvocation call : calls) {
      if (need.isSetBy(call.getSimpleName())) {
        setting.add(call);
        for (Expression value : values(call)) {
          Optional<String> text = valueOf.apply(value).or(() -> constant(value));
          text.ifPresent(known::add);
          complete &= text.isPresent();
        }
      }
    }
    return new CorsValues(Set.copyOf(known), complete, List.copyOf(setting));
  }

  boolean areAll() {
    return known.contains(ALL);
  }

  boolean areNotSet() {
    return calls.isEmpty();
  }

  private static boolean isList(Expression expression) {
    return expression instanceof J.MethodInvocation list
        && LISTS.contains(list.getSimpleName())
        && list.getMethodType() != null
        && list.getMethodType().getDeclaringType().getFullyQualifiedName().startsWith("java.util.");
  }

  private static List<Expression> values(J.MethodInvocation call) {
    List<Expression> arguments = call.getArguments();
    return arguments.size() == 1 && isList(arguments.get(0))
        ? ((J.MethodInvocation) arguments.get(0)).getArguments()
        : arguments;
  }

  /** Spring's own constants: {@code HttpMethod.GET}, {@code HttpHeaders.ACCEPT}. */
  private static Optional<String> constant(Expression value) {
    if (value instanceof J.MethodInvocation call
        && call.getSelect() != null
        && Set.of("name", "toString").contains(call.getSimpleName())) {
      return constant(call.getSelect());
    }
    JavaType.Variable variable = StringConstants.variableOf(value);
    JavaType.FullyQualified owner =
        variable == null ? null : TypeUtils.asFullyQualified(variable.getOwner());
    if (owner == null || !owner.getFullyQualifiedName().startsWith("org.springframework.")) {
      return Optional.empty();
    }
    return Optional.of(
        variable.getName().equals("ALL") ? ALL : variable.getName().replace('_', '-'));
  }

  /** The one call that has a list of values which takes more; empty if there is none. */
  Optional<J.MethodInvocation> extensible() {
    if (calls.size() != 1 || !complete) {
      return Optional.empty();
    }
    J.MethodInvocation call = calls.get(0);
    boolean one = call.getSimpleName().startsWith("add");
    List<Expression> arguments = call.getArguments();
    boolean fixed =
        arguments.size() == 1
            && isList(arguments.get(0))
            && ((J.MethodInvocation) arguments.get(0)).getSimpleName().startsWith("singleton");
    return one || fixed || arguments.get(0) instanceof J.Empty
        ? Optional.empty()
        : Optional.of(call);
  }

  /** A call with more values. */
  static J.MethodInvocation with(J.MethodInvocation call, List<String> more) {
    if (call.getArguments().size() == 1 && isList(call.getArguments().get(0))) {
      return call.withArguments(
          ListUtils.mapFirst(
              call.getArguments(), list -> extended((J.MethodInvocation) list, more)));
    }
    return extended(call, more);
  }

  private static J.MethodInvocation extended(J.MethodInvocation call, List<String> more) {
    List<Expression> arguments = new ArrayList<>(call.getArguments());
    boolean lines =
        arguments.size() > 1 && arguments.get(1).getPrefix().getWhitespace().contains("\n");
    Space prefix =
        lines ? Space.format(arguments.get(1).getPrefix().getWhitespace()) : Space.SINGLE_SPACE;
    more.forEach(value -> arguments.add(literal(value).withPrefix(prefix)));
    return ServletMappings.withArity(call.withArguments(arguments));
  }

  static J.Literal literal(String text) {
    return new J.Literal(
        Tree.randomId(),
        Space.EMPTY,
        Markers.EMPTY,
        text,
        '"' + text + '"',
        null,
        JavaType.Primitive.String);
  }
}

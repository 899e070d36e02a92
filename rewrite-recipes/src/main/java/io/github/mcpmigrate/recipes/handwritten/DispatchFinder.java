package io.github.mcpmigrate.recipes.handwritten;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/**
 * Looks in a POST handler for the calls of the project's own methods that are given the body, or
 * what was made of it, and return something.
 */
final class DispatchFinder extends JavaIsoVisitor<List<Place>> {

  /** What reads the body of a request. */
  private static final Pattern BODY =
      Pattern.compile("(?i).*body.*|getReader|getInputStream|readAll.*");

  private final Handler handler;
  private final Set<String> bodies = new HashSet<>();

  private DispatchFinder(Handler handler) {
    this.handler = handler;
  }

  static List<Place> in(Handler handler, Cursor cursor) {
    List<Place> found = new ArrayList<>();
    DispatchFinder finder = new DispatchFinder(handler);
    if (handler.tree instanceof J.MethodDeclaration method) {
      method.getParameters().forEach(finder::noteBody);
    }
    finder.visit(handler.tree, found, cursor.getParentTreeCursor());
    return found;
  }

  private void noteBody(J parameter) {
    if (parameter instanceof J.VariableDeclarations given
        && (given.getLeadingAnnotations().isEmpty()
                && !WebTypes.isRequest(given.getVariables().get(0).getType())
            || given.getLeadingAnnotations().stream()
                .anyMatch(one -> one.getSimpleName().matches("RequestBody|Body")))) {
      bodies.add(given.getVariables().get(0).getSimpleName());
    }
  }

  @Override
  public J.VariableDeclarations.NamedVariable visitVariable(
      J.VariableDeclarations.NamedVariable variable, List<Place> found) {
    if (isOfBody(variable.getInitializer()) && !isDispatch(variable.getInitializer())) {
      bodies.add(variable.getSimpleName());
    }
    return super.visitVariable(variable, found);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, List<Place> found) {
    if (isDispatch(call)) {
      found.add(
          Place.of(
              getCursor(), Place.classAround(getCursor()) + ": " + RequestMethods.route(call)));
    }
    return super.visitMethodInvocation(call, found);
  }

  private boolean isDispatch(@Nullable Expression expression) {
    return expression instanceof J.MethodInvocation call
        && call.getMethodType() != null
        && call.getMethodType().getReturnType() != JavaType.Primitive.Void
        && isOwn(call.getMethodType())
        && call.getArguments().stream().anyMatch(this::isOfBody);
  }

  /** Whether a method is declared in this class, or in a package beside it. */
  private boolean isOwn(JavaType.Method method) {
    String declared = method.getDeclaringType().getFullyQualifiedName();
    return root(declared).equals(root(handler.owner));
  }

  private static String root(String type) {
    String[] parts = type.split("\\.", 3);
    return parts.length < 3 ? "" : parts[0] + "." + parts[1];
  }

  private boolean isOfBody(@Nullable J expression) {
    boolean[] found = {false};
    new JavaIsoVisitor<Integer>() {
      @Override
      public J.Identifier visitIdentifier(J.Identifier name, Integer p) {
        found[0] |= name.getFieldType() != null && bodies.contains(name.getSimpleName());
        return name;
      }

      @Override
      public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
        found[0] |= BODY.matcher(call.getSimpleName()).matches();
        return super.visitMethodInvocation(call, p);
      }
    }.visit(expression, 0);
    return found[0];
  }
}

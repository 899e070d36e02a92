package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.internal.TypesInUse;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Notes where a file's string variables get their values from, and where they are used. */
abstract class StringScanner extends JavaIsoVisitor<ExecutionContext> {

  private final ClientPaths paths;

  StringScanner(ClientPaths paths) {
    this.paths = paths;
  }

  @Override
  public J.MethodDeclaration visitMethodDeclaration(
      J.MethodDeclaration method, ExecutionContext ctx) {
    JavaType.Method type = method.getMethodType();
    if (type != null) {
      for (int i = 0; i < method.getParameters().size(); i++) {
        if (method.getParameters().get(i) instanceof J.VariableDeclarations parameter
            && TypeUtils.isString(parameter.getType())
            && Origin.of(parameter.getLeadingAnnotations()) == null) {
          JavaType.Variable variable = parameter.getVariables().get(0).getVariableType();
          if (variable != null) {
            paths.declareParameter(StringConstants.key(variable), keyOf(type), i);
          }
        }
      }
    }
    return super.visitMethodDeclaration(method, ctx);
  }

  @Override
  public J.VariableDeclarations visitVariableDeclarations(
      J.VariableDeclarations declarations, ExecutionContext ctx) {
    if (TypeUtils.isString(declarations.getType())) {
      Origin injected = Origin.of(declarations.getLeadingAnnotations());
      for (J.VariableDeclarations.NamedVariable variable : declarations.getVariables()) {
        if (variable.getVariableType() != null) {
          String key = StringConstants.key(variable.getVariableType());
          if (injected != null) {
            paths.declare(key, injected);
          }
          if (variable.getInitializer() != null) {
            paths.declare(key, Origin.of(variable.getInitializer()));
          }
        }
      }
    }
    return super.visitVariableDeclarations(declarations, ctx);
  }

  @Override
  public J.Assignment visitAssignment(J.Assignment assignment, ExecutionContext ctx) {
    JavaType.Variable variable = StringConstants.variableOf(assignment.getVariable());
    if (variable != null && TypeUtils.isString(variable.getType())) {
      paths.declare(StringConstants.key(variable), Origin.of(assignment.getAssignment()));
    }
    return super.visitAssignment(assignment, ctx);
  }

  @Override
  public J.AssignmentOperation visitAssignmentOperation(
      J.AssignmentOperation assignment, ExecutionContext ctx) {
    JavaType.Variable variable = StringConstants.variableOf(assignment.getVariable());
    if (variable != null) {
      paths.declare(StringConstants.key(variable), new Origin.Unknown());
    }
    return super.visitAssignmentOperation(assignment, ctx);
  }

  @Override
  public J.Identifier visitIdentifier(J.Identifier name, ExecutionContext ctx) {
    Object parent = getCursor().getParentTreeCursor().getValue();
    boolean declares =
        parent instanceof J.VariableDeclarations.NamedVariable variable
            && variable.getName() == name;
    if (name.getFieldType() != null
        && !declares
        && !isAssigned()
        && TypeUtils.isString(name.getFieldType().getType())
        && getCursor().firstEnclosing(J.Import.class) == null) {
      // In "this.path" and "Paths.SSE" it is the access that is used.
      UUID use =
          parent instanceof J.FieldAccess access && access.getName() == name
              ? access.getId()
              : name.getId();
      paths.use(StringConstants.key(name.getFieldType()), use);
    }
    return name;
  }

  private boolean isAssigned() {
    Cursor written = getCursor();
    if (written.getParentTreeCursor().getValue() instanceof J.FieldAccess) {
      written = written.getParentTreeCursor();
    }
    return written.getParentTreeCursor().getValue() instanceof J.Assignment assignment
        && assignment.getVariable() == written.getValue();
  }

  /** Notes the strings that a method of the project is called with. */
  final void noteStrings(JavaType.Method method, List<Expression> args) {
    if (method.getParameterTypes().stream().anyMatch(TypeUtils::isString)) {
      paths.call(keyOf(method), args.stream().map(Origin::of).toList());
    }
  }

  private static String keyOf(JavaType.Method method) {
    return method.getDeclaringType().getFullyQualifiedName()
        + "."
        + method.getName()
        + method.getParameterTypes();
  }

  /** Notes what a file uses that is not looked into any further. */
  static void noteUsed(TypesInUse types, ClientPaths paths) {
    Set<String> variables =
        types.getVariables().stream()
            .filter(variable -> !(variable.getOwner() instanceof JavaType.Method))
            .filter(variable -> TypeUtils.isString(variable.getType()))
            .map(StringConstants::key)
            .collect(Collectors.toSet());
    Set<String> methods =
        types.getUsedMethods().stream()
            .filter(method -> !method.getDeclaringType().getPackageName().startsWith("java."))
            .filter(method -> method.getParameterTypes().stream().anyMatch(TypeUtils::isString))
            .map(StringScanner::keyOf)
            .collect(Collectors.toSet());
    paths.useElsewhere(variables, methods);
  }
}

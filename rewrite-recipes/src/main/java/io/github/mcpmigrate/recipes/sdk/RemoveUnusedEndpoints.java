package io.github.mcpmigrate.recipes.sdk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;

/**
 * Removes the constants that held a legacy endpoint, if the move took their last use away.
 *
 * <p>Only what nobody else can see goes: private fields and local variables that hold a literal.
 */
final class RemoveUnusedEndpoints extends JavaIsoVisitor<ExecutionContext> {

  private final Set<String> candidates = new HashSet<>();
  private final Set<String> used = new HashSet<>();

  RemoveUnusedEndpoints(List<JavaType.Variable> candidates) {
    candidates.forEach(variable -> this.candidates.add(StringConstants.key(variable)));
  }

  @Override
  public @Nullable J preVisit(J tree, ExecutionContext ctx) {
    if (tree instanceof JavaSourceFile) {
      collectUsed(tree);
    }
    return tree;
  }

  private void collectUsed(J source) {
    new JavaIsoVisitor<Set<String>>() {
      @Override
      public J.Identifier visitIdentifier(J.Identifier name, Set<String> found) {
        boolean declares =
            getCursor().getParentTreeCursor().getValue()
                    instanceof J.VariableDeclarations.NamedVariable variable
                && variable.getName() == name;
        if (name.getFieldType() != null && !declares) {
          found.add(StringConstants.key(name.getFieldType()));
        }
        return name;
      }
    }.visit(source, used);
  }

  @Override
  public J.@Nullable VariableDeclarations visitVariableDeclarations(
      J.VariableDeclarations declarations, ExecutionContext ctx) {
    J.VariableDeclarations visited = super.visitVariableDeclarations(declarations, ctx);
    return isUnusedEndpoint(visited) ? null : visited;
  }

  private boolean isUnusedEndpoint(J.VariableDeclarations declarations) {
    if (declarations.getVariables().size() != 1
        || !declarations.getLeadingAnnotations().isEmpty()
        || !(getCursor().getParentTreeCursor().getValue() instanceof J.Block)) {
      return false;
    }
    J.VariableDeclarations.NamedVariable variable = declarations.getVariables().get(0);
    JavaType.Variable type = variable.getVariableType();
    boolean local = type != null && type.getOwner() instanceof JavaType.Method;
    return type != null
        && (local || declarations.hasModifier(J.Modifier.Type.Private))
        && variable.getInitializer() instanceof J.Literal
        && candidates.contains(StringConstants.key(type))
        && !used.contains(StringConstants.key(type));
  }
}

package io.github.mcpmigrate.recipes.sdk;

import org.openrewrite.Cursor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/** How a lambda's body uses a parameter. */
final class VariableUses {

  private int count;
  private boolean plain = true;

  private VariableUses() {}

  static VariableUses in(J body, String name) {
    VariableUses uses = new VariableUses();
    uses.new Count(name).visit(body, 0);
    return uses;
  }

  int count() {
    return count;
  }

  /** Whether it is only read, and its name means nothing else further inside. */
  boolean isPlain() {
    return plain;
  }

  /** Whether an identifier is a read or write of the variable, rather than a member's name. */
  static boolean isUse(J.Identifier identifier, String name, Cursor cursor) {
    return identifier.getSimpleName().equals(name)
        && identifier.getFieldType() != null
        && !(cursor.getParentTreeCursor().getValue() instanceof J.FieldAccess access
            && access.getName() == identifier);
  }

  private final class Count extends JavaIsoVisitor<Integer> {
    private final String name;

    Count(String name) {
      this.name = name;
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier identifier, Integer p) {
      if (isUse(identifier, name, getCursor())) {
        count++;
      }
      return identifier;
    }

    @Override
    public J.VariableDeclarations.NamedVariable visitVariable(
        J.VariableDeclarations.NamedVariable variable, Integer p) {
      plain &= !variable.getSimpleName().equals(name);
      return super.visitVariable(variable, p);
    }

    @Override
    public J.Assignment visitAssignment(J.Assignment assignment, Integer p) {
      plain &= !names(assignment.getVariable());
      return super.visitAssignment(assignment, p);
    }

    private boolean names(Expression expression) {
      return expression instanceof J.Identifier identifier
          && identifier.getSimpleName().equals(name);
    }
  }
}

package io.github.mcpmigrate.recipes.handwritten;

import java.util.HashSet;
import java.util.Set;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** The variables and fields that a method names. */
final class VariableNames extends JavaIsoVisitor<Set<String>> {

  private VariableNames() {}

  static Set<String> in(J.MethodDeclaration method) {
    Set<String> names = new HashSet<>();
    new VariableNames().visit(method, names);
    return names;
  }

  /** Whether a name is that of a parameter or a local variable. */
  static boolean isLocal(J.Identifier name) {
    return name.getFieldType() != null && name.getFieldType().getOwner() instanceof JavaType.Method;
  }

  @Override
  public J.Identifier visitIdentifier(J.Identifier name, Set<String> names) {
    if (name.getFieldType() != null) {
      names.add(name.getSimpleName());
    }
    return name;
  }
}

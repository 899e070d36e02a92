package io.github.mcpmigrate.maven.inventory;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names in one Java file stand for, as far as the file itself tells. */
final class Names {

  private final String home;
  private final Map<String, String> imported = new HashMap<>();
  private final List<String> starred = new ArrayList<>();
  private final Set<String> declared = new HashSet<>();
  private final Map<String, Optional<String>> constants = new HashMap<>();

  Names(CompilationUnit unit) {
    home = unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
    for (ImportDeclaration one : unit.getImports()) {
      String name = one.getNameAsString();
      if (one.isAsterisk()) {
        starred.add(name);
      } else {
        imported.put(name.substring(name.lastIndexOf('.') + 1), name);
      }
    }
    for (TypeDeclaration<?> type : unit.findAll(TypeDeclaration.class).stream().toList()) {
      declared.add(type.getNameAsString());
    }
    for (VariableDeclarator variable : unit.findAll(VariableDeclarator.class)) {
      // Two variables of one name: nobody can tell which is meant.
      Optional<String> value = variable.getInitializer().flatMap(Names::literal);
      constants.merge(
          variable.getNameAsString(),
          value,
          (one, other) -> one.equals(other) ? one : Optional.empty());
    }
  }

  /** Full name of a class that this file declares. */
  String declaredName(String simpleName) {
    return home.isEmpty() ? simpleName : home + "." + simpleName;
  }

  boolean importsFrom(String prefix) {
    return imported.values().stream().anyMatch(name -> name.startsWith(prefix))
        || starred.stream().anyMatch(name -> (name + ".").startsWith(prefix));
  }

  /**
   * The full name of what a name stands for, or empty if the file does not say. A nested class has
   * a dot before it.
   */
  Optional<String> full(String name) {
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    String rest = dot < 0 ? "" : name.substring(dot);
    if (imported.containsKey(first)) {
      return Optional.of(imported.get(first) + rest);
    }
    if (declared.contains(first)) {
      return Optional.of(declaredName(first) + rest);
    }
    if (!first.isEmpty() && Character.isLowerCase(first.charAt(0)) && dot > 0) {
      return Optional.of(name);
    }
    if (LegacyType.of(declaredName(first)).isPresent()) {
      return Optional.of(declaredName(first) + rest);
    }
    return LegacyType.fromStar(first, starred).map(type -> type + rest);
  }

  /** The full name of one of the SDK's types, which has to be imported from the given package. */
  boolean is(String name, String packageName, String simpleName) {
    return name.equals(packageName + "." + simpleName)
        || name.equals(simpleName)
            && (imported.getOrDefault(name, "").equals(packageName + "." + simpleName)
                || !declared.contains(name)
                    && !imported.containsKey(name)
                    && starred.contains(packageName));
  }

  /** The text of an expression that is a literal, a constant of this file, or a sum of them. */
  Optional<String> text(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return text(enclosed.getInner());
    }
    if (expression instanceof NameExpr name) {
      return constants.getOrDefault(name.getNameAsString(), Optional.empty());
    }
    if (expression instanceof FieldAccessExpr field
        && declared.contains(field.getScope().toString())) {
      return constants.getOrDefault(field.getNameAsString(), Optional.empty());
    }
    if (expression instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      return text(sum.getLeft()).flatMap(left -> text(sum.getRight()).map(left::concat));
    }
    return literal(expression);
  }

  /** What an expression certainly ends with: of a sum, its last part. */
  Optional<String> end(Expression expression) {
    return expression instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS
        ? text(sum.getRight())
        : text(expression);
  }

  static Optional<String> literal(Expression expression) {
    if (expression instanceof StringLiteralExpr || expression instanceof TextBlockLiteralExpr) {
      return Optional.of(((LiteralStringValueExpr) expression).getValue());
    }
    return Optional.empty();
  }
}

package io.github.mcpmigrate.recipes.handwritten;

import java.util.List;
import java.util.Optional;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * A field that may hold the streams of clients.
 *
 * @param owner the outermost class, by its full name
 * @param key what identifies it across files
 * @param value the type of what it holds, by its full name
 * @param isById whether it is a map with strings for keys; else a collection
 * @param ofStreams whether it holds responses or streams of a web framework
 */
record SessionField(
    Place place, String owner, String key, String value, boolean isById, boolean ofStreams) {

  static Optional<SessionField> of(J.VariableDeclarations declared, Cursor cursor, String owner) {
    J.VariableDeclarations.NamedVariable field = declared.getVariables().get(0);
    if (!(field.getType() instanceof JavaType.Parameterized type)
        || field.getVariableType() == null) {
      return Optional.empty();
    }
    List<JavaType> of = type.getTypeParameters();
    boolean isMap =
        of.size() == 2
            && TypeUtils.isAssignableTo("java.util.Map", type)
            && TypeUtils.isString(of.get(0));
    JavaType value = of.get(of.size() - 1);
    if (!isMap
        && !(TypeUtils.isAssignableTo("java.util.Collection", type) && WebTypes.isStream(value))) {
      return Optional.empty();
    }
    JavaType.FullyQualified named = TypeUtils.asFullyQualified(value);
    return Optional.of(
        new SessionField(
            Place.of(cursor, Place.classAround(cursor) + "." + field.getSimpleName()),
            owner,
            key(field.getVariableType()),
            named == null ? "" : named.getFullyQualifiedName(),
            isMap,
            WebTypes.isStream(value)));
  }

  static String key(JavaType.Variable variable) {
    JavaType.FullyQualified owner = TypeUtils.asFullyQualified(variable.getOwner());
    return (owner == null ? "" : owner.getFullyQualifiedName()) + "#" + variable.getName();
  }
}

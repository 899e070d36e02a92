package io.github.mcpmigrate.recipes.springai;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.Markers;

/**
 * Tells quickly that a source file has nothing to do with Spring AI's keys, beans and classes, as
 * hardly any has: it is walked once, past types and white space, instead of five times.
 */
final class KeysMayBeInCode extends JavaVisitor<AtomicBoolean> {

  private static final String BEAN = "org.springframework.context.annotation.Bean";

  private KeysMayBeInCode() {}

  static boolean in(JavaSourceFile source) {
    if (source.getTypesInUse().getTypesInUse().stream().anyMatch(KeysMayBeInCode::concerns)
        || source.getTypesInUse().getUsedMethods().stream()
            .anyMatch(method -> BeanNames.isLegacy(method.getName()))) {
      return true;
    }
    AtomicBoolean found = new AtomicBoolean();
    new KeysMayBeInCode().visit(source, found);
    return found.get();
  }

  private static boolean concerns(JavaType used) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(used);
    String name = type == null ? "" : type.getFullyQualifiedName();
    return name.startsWith("org.springframework.ai.")
        || name.startsWith("io.modelcontextprotocol.")
        || name.equals(BEAN);
  }

  @Override
  public @Nullable J preVisit(J tree, AtomicBoolean found) {
    if (found.get()) {
      stopAfterPreVisit();
    }
    return tree;
  }

  @Override
  public J visitLiteral(J.Literal literal, AtomicBoolean found) {
    if (literal.getValue() instanceof String text
        && (BeanNames.isLegacy(text) || text.toLowerCase(Locale.ROOT).contains("mcp"))) {
      found.set(true);
    }
    return literal;
  }

  @Override
  public @Nullable JavaType visitType(@Nullable JavaType type, AtomicBoolean found) {
    return type;
  }

  @Override
  public Space visitSpace(@Nullable Space space, Space.Location location, AtomicBoolean found) {
    return space == null ? Space.EMPTY : space;
  }

  @Override
  public Markers visitMarkers(@Nullable Markers markers, AtomicBoolean found) {
    return markers == null ? Markers.EMPTY : markers;
  }
}

package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.build.QuarkusMcpBuild;
import io.github.mcpmigrate.recipes.configuration.KeyPositions.Position;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.service.SourcePositionService;
import org.openrewrite.java.service.Span;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Keys in code: where it is certain that a literal is one, it gets the name of today.
 *
 * @param tests whether tests go over to Streamable HTTP
 */
record QuarkusCode(QuarkusServers servers, boolean tests, QuarkusFindings findings) {

  private static final String PROPERTY = "org.eclipse.microprofile.config.inject.ConfigProperty";

  /** Types whose methods take keys; a map, where a test profile returns one. */
  private static final List<String> TAKE_KEYS =
      List.of(
          "java.util.Map",
          "org.eclipse.microprofile.config.Config",
          "io.smallrye.config.SmallRyeConfig",
          "java.lang.System");

  SourceFile change(JavaSourceFile source, ExecutionContext ctx) {
    Map<UUID, String> comments = new HashMap<>();
    JavaSourceFile changed = (JavaSourceFile) new Keys(source, comments).visitNonNull(source, ctx);
    if (source instanceof J.CompilationUnit) {
      changed = (JavaSourceFile) new TodoComments(comments).visitNonNull(changed, ctx);
    }
    return tests ? new TestClients(findings).change(changed, source, ctx) : changed;
  }

  private final class Keys extends JavaIsoVisitor<ExecutionContext> {

    private final boolean java;
    private final Map<UUID, String> comments;

    Keys(JavaSourceFile source, Map<UUID, String> comments) {
      this.java = source instanceof J.CompilationUnit;
      this.comments = comments;
    }

    @Override
    public J.Literal visitLiteral(J.Literal literal, ExecutionContext ctx) {
      if (!(literal.getValue() instanceof String key) || !key.contains("quarkus.mcp.server.")) {
        return literal;
      }
      String renamed = QuarkusKeys.renamed(key, servers.hasAutoInit()).orElse(null);
      if (renamed == null) {
        return literal;
      }
      Optional<String> obstacle = servers.build().flatMap(QuarkusMcpBuild::obstacle);
      boolean sure = java && obstacle.isEmpty() && isKey(getCursor());
      Span span = new SourcePositionService().positionOf(getCursor());
      findings.insert(
          new Position(span.getStartLine(), span.getColSpan().getStartColumn()),
          '"' + key + '"',
          "key in code",
          sure ? Action.CHANGED : Action.MANUAL,
          obstacle.orElse("becomes " + renamed));
      if (!sure) {
        comments.put(
            TodoComments.place(getCursor()), obstacle.orElse("this key is " + renamed + " now"));
        return literal;
      }
      return literal.withValue(renamed).withValueSource('"' + renamed + '"');
    }

    /** Whether a literal is what a key is given as. */
    private boolean isKey(Cursor literal) {
      if (literal.firstEnclosing(J.Annotation.class) != null) {
        return TypeUtils.isOfClassType(
            literal.firstEnclosing(J.Annotation.class).getType(), PROPERTY);
      }
      Object parent = literal.getParentTreeCursor().getValue();
      JavaType.Method method =
          parent instanceof J.MethodInvocation call ? call.getMethodType() : null;
      return method != null
          && TAKE_KEYS.stream()
              .anyMatch(type -> TypeUtils.isAssignableTo(type, method.getDeclaringType()));
    }
  }
}

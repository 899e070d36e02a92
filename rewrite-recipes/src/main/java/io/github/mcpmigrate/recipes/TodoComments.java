package io.github.mcpmigrate.recipes;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Comment;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TextComment;
import org.openrewrite.marker.Markers;

/**
 * Leaves a {@code TODO mcp-migrate:} comment above each statement that a person has to look at,
 * once.
 */
public final class TodoComments extends JavaIsoVisitor<ExecutionContext> {

  public static final String TODO = " TODO mcp-migrate: ";

  private final Map<UUID, String> textByStatement;

  public TodoComments(Map<UUID, String> textByStatement) {
    this.textByStatement = textByStatement;
  }

  /**
   * The statement or declaration above which a comment on the element at {@code cursor} belongs.
   */
  public static UUID place(Cursor cursor) {
    Cursor place = cursor;
    while (true) {
      Cursor parent = place.getParentTreeCursor();
      Object container = parent.getValue();
      if (container instanceof J.Block
          || container instanceof J.Case label && label.getType() == J.Case.Type.Statement
          || container instanceof JavaSourceFile
          || parent.isRoot()) {
        return place.<J>getValue().getId();
      }
      place = parent;
    }
  }

  @Override
  public @Nullable J postVisit(J tree, ExecutionContext ctx) {
    String text = textByStatement.get(tree.getId());
    return text == null || tree instanceof J.CompilationUnit
        ? tree
        : tree.withPrefix(withTodo(tree.getPrefix(), TODO + text));
  }

  private static Space withTodo(Space prefix, String text) {
    for (Comment comment : prefix.getComments()) {
      if (comment instanceof TextComment written && written.getText().trim().equals(text.trim())) {
        return prefix;
      }
    }
    String before = prefix.getLastWhitespace();
    int line = before.lastIndexOf('\n');
    Comment todo =
        line < 0
            ? new TextComment(true, text + " ", " ", Markers.EMPTY)
            : new TextComment(false, text, before.substring(line), Markers.EMPTY);
    return prefix.withComments(ListUtils.concat(prefix.getComments(), todo));
  }
}

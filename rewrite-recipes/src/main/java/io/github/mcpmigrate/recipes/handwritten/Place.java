package io.github.mcpmigrate.recipes.handwritten;

import io.github.mcpmigrate.recipes.TodoComments;
import java.util.UUID;
import org.openrewrite.Cursor;
import org.openrewrite.java.service.SourcePositionService;
import org.openrewrite.java.service.Span;
import org.openrewrite.java.tree.J;

/**
 * A place of a server by hand.
 *
 * @param statement where a comment on it belongs
 * @param construct what the table calls it, such as {@code NotesController.open()}
 */
record Place(UUID statement, String construct, int line, int column) {

  static Place of(Cursor cursor, String construct) {
    Span position = new SourcePositionService().positionOf(cursor);
    return new Place(
        TodoComments.place(cursor),
        construct,
        position.getStartLine(),
        position.getColSpan().getStartColumn());
  }

  /** The name of the class around a cursor; empty outside of one. */
  static String classAround(Cursor cursor) {
    J.ClassDeclaration around = cursor.firstEnclosing(J.ClassDeclaration.class);
    return around == null ? "" : around.getSimpleName();
  }
}

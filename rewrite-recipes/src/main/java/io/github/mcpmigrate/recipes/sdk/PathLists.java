package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;

/** The layout of lists of paths, in calls and arrays. */
final class PathLists {

  private PathLists() {}

  /** The space before a path that is added after another one of its list. */
  static Space after(Expression path) {
    Space own = path.getPrefix().withComments(List.of());
    return own.isEmpty() ? Space.SINGLE_SPACE : own;
  }

  /** Keeps the line on which a list is closed when another path is its last. */
  static @Nullable JContainer<Expression> closedAsBefore(
      @Nullable JContainer<Expression> before, @Nullable JContainer<Expression> after) {
    if (before == null || after == null || before == after) {
      return after;
    }
    List<JRightPadded<Expression>> old = before.getPadding().getElements();
    JRightPadded<Expression> oldLast = old.get(old.size() - 1);
    List<JRightPadded<Expression>> elements = after.getPadding().getElements();
    return after
        .getPadding()
        .withElements(
            ListUtils.map(
                elements,
                (i, path) -> {
                  if (i == elements.size() - 1) {
                    return path.withAfter(oldLast.getAfter());
                  }
                  return path.getElement() == oldLast.getElement()
                      ? path.withAfter(Space.EMPTY)
                      : path;
                }));
  }
}

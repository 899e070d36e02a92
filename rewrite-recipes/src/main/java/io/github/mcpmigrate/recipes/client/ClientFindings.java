package io.github.mcpmigrate.recipes.client;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.service.SourcePositionService;
import org.openrewrite.java.service.Span;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;

/** What there is to say of the clients of one file, and whether something keeps them. */
public final class ClientFindings {

  /** A place to tell of, with a comment if a person has to look at it. */
  private record Place(
      UUID statement, String construct, Span position, Action action, String reason) {}

  private final List<Place> places = new ArrayList<>();
  private final String shape;
  private final Guide guide;
  private Optional<String> obstacle = Optional.empty();

  /**
   * @param shape of the rows, such as {@code langchain4j client}
   */
  public ClientFindings(String shape, Guide guide) {
    this.shape = shape;
    this.guide = guide;
  }

  /** Keeps the clients of the file; the first reason counts. */
  public void stay(Optional<String> because) {
    obstacle = obstacle.or(() -> because);
  }

  public void stay(String because) {
    stay(Optional.of(because));
  }

  /** Why the file keeps its clients, if it does. */
  public Optional<String> obstacle() {
    return obstacle;
  }

  /** Whether the file keeps its clients. */
  public boolean stays() {
    return obstacle.isPresent();
  }

  /**
   * @param at the cursor at {@code place}, or at what it is in
   */
  public void add(Cursor at, J place, String construct, Action action, String reason) {
    Cursor cursor = at.getValue() == place ? at : new Cursor(at, place);
    places.add(
        new Place(
            TodoComments.place(at),
            construct,
            new SourcePositionService().positionOf(cursor),
            action,
            reason));
  }

  /** What to write above statements. */
  public Map<UUID, String> comments() {
    Map<UUID, String> comments = new LinkedHashMap<>();
    for (Place place : places) {
      if (obstacle.isPresent() || place.action() == Action.MANUAL) {
        comments.merge(
            place.statement(),
            obstacle.orElse(place.reason()),
            (one, other) -> one.equals(other) ? one : one + "; " + other);
      }
    }
    return comments;
  }

  public void report(
      LegacySseUses table, String rule, JavaSourceFile source, ExecutionContext ctx) {
    // A second cycle would count it again.
    if (ctx.getCycle() > 1) {
      return;
    }
    for (Place place : places) {
      table.insertRow(
          ctx,
          new LegacySseUses.Row(
              source.getSourcePath().toString().replace('\\', '/'),
              place.position().getStartLine(),
              place.position().getColSpan().getStartColumn(),
              place.construct(),
              shape,
              (stays() ? Action.MANUAL : place.action()).toString(),
              rule,
              obstacle.orElse(place.reason()),
              guide.page()));
    }
  }
}

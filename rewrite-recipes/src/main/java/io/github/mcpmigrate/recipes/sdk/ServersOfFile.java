package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.marker.JavaSourceSet;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;

/** The servers that one file builds, as far as they would meet at one path. */
final class ServersOfFile {

  private final ServerMove move;
  private final ServerProviderUses uses;

  /** Where the server that was seen last takes messages, as it is written. */
  private @Nullable String messagePath;

  ServersOfFile(ServerMove move, ServerProviderUses uses) {
    this.move = move;
    this.uses = uses;
  }

  /** Servers with paths of their own would all be served at the one that was chosen. */
  void note(@Nullable Expression messageEndpoint, Cursor cursor) {
    if (messageEndpoint == null || !move.leavesSse() || move.keepUrl()) {
      return;
    }
    boolean inLoop =
        cursor.firstEnclosing(J.ForEachLoop.class) != null
            || cursor.firstEnclosing(J.ForLoop.class) != null;
    String path = messageEndpoint.printTrimmed(cursor);
    if (messagePath != null && !messagePath.equals(path)
        || inLoop && !(messageEndpoint instanceof J.Literal)) {
      uses.obstacle(
          new Obstacle(
              TodoComments.place(cursor),
              cursor.<J>getValue().getId(),
              "several servers with paths of their own would meet at "
                  + move.mcpEndpoint()
                  + ": keepUrl=true leaves each its path"));
    }
    messagePath = path;
    noteMeeting(messageEndpoint, path, cursor);
  }

  private void noteMeeting(Expression messageEndpoint, String text, Cursor cursor) {
    JavaSourceFile source = cursor.firstEnclosingOrThrow(JavaSourceFile.class);
    boolean test =
        source
            .getMarkers()
            .findFirst(JavaSourceSet.class)
            .filter(set -> !"main".equals(set.getName()))
            .isPresent();
    if (!test) {
      uses.meetings()
          .note(
              new ServerMeetings.Server(
                  source.getMarkers().findFirst(JavaProject.class).orElse(null),
                  source.getSourcePath(),
                  new ServerMeetings.Place(
                      TodoComments.place(cursor), cursor.<J>getValue().getId()),
                  messageEndpoint,
                  text,
                  isBean(cursor)));
    }
  }

  /** Whether the server is there whenever the file's beans are. */
  private static boolean isBean(Cursor cursor) {
    J.MethodDeclaration method = cursor.firstEnclosing(J.MethodDeclaration.class);
    J.ClassDeclaration owner = cursor.firstEnclosing(J.ClassDeclaration.class);
    return method != null
        && owner != null
        && method.getLeadingAnnotations().stream()
            .anyMatch(annotation -> "Bean".equals(annotation.getSimpleName()))
        && Stream.of(method.getLeadingAnnotations(), owner.getLeadingAnnotations())
            .flatMap(List::stream)
            .map(J.Annotation::getSimpleName)
            .noneMatch(name -> name.startsWith("Conditional") || name.equals("Profile"));
  }
}

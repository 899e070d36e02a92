package io.github.mcpmigrate.recipes.handwritten;

import static io.github.mcpmigrate.recipes.handwritten.EmitterSends.EMITTER;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;

/**
 * A controller of Spring that keeps an {@code SseEmitter} for each session: what of it goes, what
 * becomes of the rest, or why nothing can.
 */
final class EmitterServer {

  private static final Set<String> ON_THE_CLASS =
      Set.of(
          "RestController",
          "Controller",
          "Component",
          "RequestMapping",
          "Slf4j",
          "RequiredArgsConstructor",
          "AllArgsConstructor",
          "Profile",
          "ConditionalOnProperty",
          "SuppressWarnings");

  private final J.ClassDeclaration controller;
  private final J.MethodDeclaration stream;
  private final J.MethodDeclaration post;
  private final J.VariableDeclarations sessions;
  private final PostHandler handler;

  /** The methods that are given the emitter, with the name of their parameter. */
  private final Map<UUID, String> given = new LinkedHashMap<>();

  private final Set<UUID> sends = new HashSet<>();
  private @Nullable String obstacle;

  private EmitterServer(
      J.ClassDeclaration controller,
      J.MethodDeclaration stream,
      J.VariableDeclarations sessions,
      J.MethodDeclaration post) {
    this.controller = controller;
    this.stream = stream;
    this.sessions = sessions;
    this.post = post;
    this.handler = new PostHandler(post, sessions.getVariables().get(0).getSimpleName());
  }

  /** The server whose stream, sessions and POST handler a class of this file has, if one has. */
  static Optional<EmitterServer> in(JavaSourceFile source, ServerFile file) {
    List<Handler> streams = file.handlers.stream().filter(handler -> handler.opens).toList();
    List<Handler> posts =
        file.handlers.stream()
            .filter(handler -> handler.isPost && handler.readsSessionId && !handler.opens)
            .toList();
    if (streams.size() != 1
        || posts.size() != 1
        || !(streams.get(0).tree instanceof J.MethodDeclaration stream)
        || !(posts.get(0).tree instanceof J.MethodDeclaration post)) {
      return Optional.empty();
    }
    for (J.ClassDeclaration type : source.getClasses()) {
      List<Statement> members = type.getBody().getStatements();
      Optional<J.VariableDeclarations> sessions =
          members.stream()
              .filter(J.VariableDeclarations.class::isInstance)
              .map(J.VariableDeclarations.class::cast)
              .filter(field -> isSessionMap(field, streams.get(0)))
              .findFirst();
      if (sessions.isPresent() && members.contains(stream) && members.contains(post)) {
        EmitterServer server = new EmitterServer(type, stream, sessions.get(), post);
        Platform.lacks(source).ifPresent(server::obstacle);
        server.check(new Cursor(new Cursor(new Cursor(null, Cursor.ROOT_VALUE), source), type));
        return Optional.of(server);
      }
    }
    return Optional.empty();
  }

  private static boolean isSessionMap(J.VariableDeclarations field, Handler stream) {
    J.VariableDeclarations.NamedVariable variable = field.getVariables().get(0);
    return variable.getType() instanceof JavaType.Parameterized map
        && map.getTypeParameters().size() == 2
        && TypeUtils.isOfClassType(map.getTypeParameters().get(1), EMITTER)
        && variable.getVariableType() != null
        && stream.fills.contains(SessionField.key(variable.getVariableType()))
        && TypeUtils.isAssignableTo("java.util.Map", variable.getType())
        && field.getVariables().size() == 1;
  }

  /** Why it stays. */
  Optional<String> whyNot(EngineMove move) {
    return Optional.ofNullable(obstacle)
        .or(() -> move.whyNot(ssePath(), messagePath()))
        .or(
            () ->
                servesOtherwise(move.mcpPath(ssePath()))
                    ? Optional.of(
                        controller.getSimpleName() + " serves something else at the new endpoint")
                    : Optional.empty());
  }

  Optional<String> ssePath() {
    return Mapping.path(controller, stream);
  }

  Optional<String> messagePath() {
    return Mapping.path(controller, post);
  }

  J.MethodDeclaration stream() {
    return stream;
  }

  J.VariableDeclarations sessions() {
    return sessions;
  }

  J.MethodDeclaration post() {
    return post;
  }

  PostHandler handler() {
    return handler;
  }

  /** Whether a call sends a message to the client. */
  boolean isSend(J.MethodInvocation call) {
    return sends.contains(call.getId());
  }

  /** What a method calls the emitter that it is given or finds; null if it does neither. */
  @Nullable String emitterOf(J.MethodDeclaration method) {
    return method.getId().equals(post.getId()) ? handler.emitter() : given.get(method.getId());
  }

  private boolean servesOtherwise(String path) {
    return controller.getBody().getStatements().stream()
        .filter(J.MethodDeclaration.class::isInstance)
        .map(J.MethodDeclaration.class::cast)
        .filter(method -> method != stream && method != post)
        .filter(method -> method.getLeadingAnnotations().stream().anyMatch(Mapping::isOne))
        .anyMatch(method -> Mapping.path(controller, method).map(path::equals).orElse(true));
  }

  private void check(Cursor cursor) {
    String name = controller.getSimpleName();
    for (J.Annotation annotation : controller.getLeadingAnnotations()) {
      obstacleIf(
          !ON_THE_CLASS.contains(annotation.getSimpleName()),
          name + " is annotated with @" + annotation.getSimpleName());
    }
    obstacleIf(
        controller.getLeadingAnnotations().stream()
            .noneMatch(one -> one.getSimpleName().matches("(Rest)?Controller")),
        name + " is no controller of Spring");
    checkMethod(stream);
    checkMethod(post);
    obstacleIf(
        !(stream.getParameters().get(0) instanceof J.Empty),
        stream.getSimpleName() + "() is given something of the request");
    StreamOnly.otherThan(stream, cursor)
        .ifPresent(other -> obstacle(stream.getSimpleName() + "() does more: " + other));
    obstacleIf(
        !sessions.hasModifier(J.Modifier.Type.Private),
        sessions.getVariables().get(0).getSimpleName() + " is not private");
    obstacleIf(
        controller.getBody().getStatements().stream()
            .anyMatch(
                member ->
                    member instanceof J.MethodDeclaration method
                        && Set.of("mcpRouter").contains(method.getSimpleName())),
        name + " has a method mcpRouter()");
    handler.obstacle().ifPresent(this::obstacle);
    if (obstacle == null) {
      new EmitterUses(this, controller, given, sends).check(cursor).ifPresent(this::obstacle);
    }
  }

  private void checkMethod(J.MethodDeclaration method) {
    for (J.Annotation annotation : method.getLeadingAnnotations()) {
      obstacleIf(
          !Mapping.isOne(annotation) && !annotation.getSimpleName().equals("ResponseStatus"),
          method.getSimpleName() + "() is annotated with @" + annotation.getSimpleName());
    }
  }

  private void obstacleIf(boolean is, String reason) {
    if (is) {
      obstacle(reason);
    }
  }

  private void obstacle(String reason) {
    if (obstacle == null) {
      obstacle = reason;
    }
  }
}

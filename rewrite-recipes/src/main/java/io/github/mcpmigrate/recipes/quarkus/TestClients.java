package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.configuration.KeyPositions.Position;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.service.SourcePositionService;
import org.openrewrite.java.service.Span;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;

/**
 * Tests with {@code McpAssured} (quarkus-mcp-server-test 1.7.3 and 1.13.0), which get the client of
 * Streamable HTTP. A file with a call that has no counterpart stays as it is.
 */
record TestClients(QuarkusFindings findings) {

  private static final String ASSURED = "io.quarkiverse.mcp.server.test.McpAssured";

  private static final Map<String, String> TYPES =
      Map.of(
          ASSURED + "$McpSseTestClient", ASSURED + "$McpStreamableTestClient",
          ASSURED + "$McpSseAssert", ASSURED + "$McpStreamableAssert");

  private static final Map<String, String> METHODS =
      Map.of(
          "newSseClient", "newStreamableClient",
          "newConnectedSseClient", "newConnectedStreamableClient",
          "setSsePath", "setMcpPath",
          "setExpectSseConnectionFailure", "setExpectConnectFailure",
          "sseEndpoint", "mcpEndpoint");

  /** What the client of HTTP+SSE hears on its stream; the other one opens none unless asked to. */
  private static final Set<String> LISTENING =
      Set.of("waitForNotifications", "waitForRequests", "waitForResponse", "snapshot");

  /** The file with other clients; {@code original} is where the findings point to. */
  SourceFile change(JavaSourceFile source, JavaSourceFile original, ExecutionContext ctx) {
    if (source.getTypesInUse().getTypesInUse().stream()
        .noneMatch(
            type ->
                type instanceof JavaType.FullyQualified used
                    && used.getFullyQualifiedName().startsWith(ASSURED))) {
      return source;
    }
    Uses uses = new Uses(source instanceof J.CompilationUnit);
    uses.visit(original, ctx);
    if (!uses.java) {
      return source;
    }
    if (!uses.questions.isEmpty()) {
      return (SourceFile) new TodoComments(uses.questions).visitNonNull(source, ctx);
    }
    return (SourceFile) new Move().visitNonNull(source, ctx);
  }

  private static boolean isLegacy(JavaType.FullyQualified type) {
    return TYPES.keySet().stream().anyMatch(type.getFullyQualifiedName()::startsWith);
  }

  private static boolean isOfAssured(J.MethodInvocation call) {
    return call.getMethodType() != null
        && call.getMethodType().getDeclaringType().getFullyQualifiedName().startsWith(ASSURED);
  }

  private static boolean isOfLegacy(J.MethodInvocation call) {
    return isOfAssured(call)
        && (isLegacy(call.getMethodType().getDeclaringType())
            || call.getSimpleName().matches("new(Connected)?SseClient"));
  }

  /** The path of Streamable HTTP for one of HTTP+SSE. */
  private static Optional<String> path(Expression sse) {
    return sse instanceof J.Literal literal
            && literal.getValue() instanceof String text
            && text.endsWith("/sse")
            && text.length() > "/sse".length()
        ? Optional.of(text.substring(0, text.length() - "/sse".length()))
        : Optional.empty();
  }

  private final class Uses extends JavaIsoVisitor<ExecutionContext> {

    private final Map<UUID, String> questions = new HashMap<>();
    private final boolean java;

    Uses(boolean java) {
      this.java = java;
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
      if (isOfAssured(call)) {
        Optional<String> question = question(call);
        boolean opens = isOfLegacy(call) && METHODS.containsKey(call.getSimpleName());
        if (question.isPresent()) {
          questions.put(TodoComments.place(getCursor()), question.get());
        }
        if (question.isPresent() || opens) {
          Span span = new SourcePositionService().positionOf(getCursor());
          findings.insert(
              new Position(span.getStartLine(), span.getColSpan().getStartColumn()),
              "McpAssured." + call.getSimpleName() + "()",
              "quarkus test",
              question.isPresent() || !java ? Action.MANUAL : Action.CHANGED,
              question.orElseGet(() -> "becomes " + METHODS.get(call.getSimpleName()) + "()"));
        }
      }
      return super.visitMethodInvocation(call, ctx);
    }

    private Optional<String> question(J.MethodInvocation call) {
      String name = call.getSimpleName();
      if (name.equals("messageEndpoint")) {
        return Optional.of("Streamable HTTP has one endpoint: the client has mcpEndpoint() alone");
      }
      if (LISTENING.contains(name)) {
        return Optional.of(
            "what comes outside of a call is heard by newStreamableClient() with setOpenSubsidiarySse(true) only: move this"
                + " test by hand");
      }
      return name.equals("setSsePath") && path(call.getArguments().get(0)).isEmpty()
          ? Optional.of("becomes setMcpPath() with the path of Streamable HTTP, such as /mcp")
          : Optional.empty();
    }
  }

  private static final class Move extends JavaIsoVisitor<ExecutionContext> {

    @Override
    public J.Import visitImport(J.Import imported, ExecutionContext ctx) {
      String name = TYPES.get(imported.getTypeName());
      return name == null
          ? super.visitImport(imported, ctx)
          : imported.withQualid(
              imported
                  .getQualid()
                  .withName(
                      imported
                          .getQualid()
                          .getName()
                          .withSimpleName(name.substring(name.indexOf('$') + 1)))
                  .withType(JavaType.ShallowClass.build(name)));
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier identifier, ExecutionContext ctx) {
      String name =
          identifier.getType() instanceof JavaType.FullyQualified type
              ? TYPES.get(type.getFullyQualifiedName())
              : null;
      if (name == null) {
        return identifier;
      }
      JavaType.ShallowClass now = JavaType.ShallowClass.build(name);
      boolean named = ("$" + identifier.getSimpleName()).equals(legacyName(identifier));
      return named
          ? identifier.withSimpleName(name.substring(name.indexOf('$') + 1)).withType(now)
          : identifier;
    }

    private static String legacyName(J.Identifier identifier) {
      String name = ((JavaType.FullyQualified) identifier.getType()).getFullyQualifiedName();
      return name.substring(name.indexOf('$'));
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
      boolean moves = isOfLegacy(call) && METHODS.containsKey(call.getSimpleName());
      J.MethodInvocation visited = super.visitMethodInvocation(call, ctx);
      if (!moves) {
        return visited;
      }
      String name = METHODS.get(call.getSimpleName());
      JavaType.Method type = visited.getMethodType().withName(name);
      J.MethodInvocation moved =
          visited
              .withName(visited.getName().withSimpleName(name).withType(type))
              .withMethodType(type);
      if (!call.getSimpleName().equals("setSsePath")) {
        return moved;
      }
      J.Literal old = (J.Literal) visited.getArguments().get(0);
      String path = path(old).orElseThrow();
      return moved.withArguments(List.of(old.withValue(path).withValueSource('"' + path + '"')));
    }
  }
}

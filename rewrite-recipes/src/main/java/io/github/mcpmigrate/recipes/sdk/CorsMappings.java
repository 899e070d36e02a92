package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;

/**
 * Lets the mappings follow of which each names one path with what holds there, as those of CORS do:
 * {@code registry.addMapping("/sse").allowedOrigins("*")}.
 */
final class CorsMappings extends JavaIsoVisitor<ExecutionContext> {

  private static final Set<String> NAMES = Set.of("addMapping", "registerCorsConfiguration");

  private final LegacyEndpoints endpoints;
  private final AccessRules rules;

  CorsMappings(LegacyEndpoints endpoints, AccessRules rules) {
    this.endpoints = endpoints;
    this.rules = rules;
  }

  /** The paths of the statements beside a mapping's that only differ in their path. */
  static List<Expression> together(J.MethodInvocation mapping, Cursor cursor) {
    J.Block block = cursor.firstEnclosing(J.Block.class);
    if (block == null) {
      return List.copyOf(mapping.getArguments().subList(0, 1));
    }
    Optional<Statement> own =
        block.getStatements().stream()
            .filter(statement -> mapping(statement) == mapping)
            .findFirst();
    if (own.isEmpty()) {
      return List.copyOf(mapping.getArguments().subList(0, 1));
    }
    String text = withoutPath(own.get(), cursor);
    return block.getStatements().stream()
        .filter(statement -> mapping(statement) != null)
        .filter(statement -> withoutPath(statement, cursor).equals(text))
        .map(statement -> mapping(statement).getArguments().get(0))
        .toList();
  }

  private static String withoutPath(Statement statement, Cursor cursor) {
    J.MethodInvocation mapping = mapping(statement);
    return new JavaIsoVisitor<J.MethodInvocation>() {
      @Override
      public J.MethodInvocation visitMethodInvocation(
          J.MethodInvocation call, J.MethodInvocation wanted) {
        return call.isScope(wanted)
            ? call.withArguments(
                ListUtils.mapFirst(
                    call.getArguments(),
                    path -> new J.Empty(Tree.randomId(), Space.EMPTY, path.getMarkers())))
            : super.visitMethodInvocation(call, wanted);
      }
    }.visitNonNull(statement.withPrefix(Space.EMPTY), mapping, cursor).printTrimmed(cursor);
  }

  /** The call with the path that a statement begins with. */
  private static J.@Nullable MethodInvocation mapping(Statement statement) {
    Expression call = statement instanceof J.MethodInvocation chain ? chain : null;
    while (call instanceof J.MethodInvocation invocation) {
      JavaType.Method method = invocation.getMethodType();
      if (NAMES.contains(invocation.getSimpleName())
          && method != null
          && method.getDeclaringType().getFullyQualifiedName().startsWith("org.springframework.")) {
        return invocation;
      }
      call = invocation.getSelect();
    }
    return null;
  }

  @Override
  public J.Block visitBlock(J.Block block, ExecutionContext ctx) {
    J.Block visited = super.visitBlock(block, ctx);
    Map<UUID, Statement> first = new HashMap<>();
    Map<UUID, Statement> last = new HashMap<>();
    visited
        .getStatements()
        .forEach(
            statement ->
                group(statement)
                    .ifPresent(
                        group -> {
                          first.putIfAbsent(group, statement);
                          last.put(group, statement);
                        }));
    List<Statement> moved = new ArrayList<>();
    Space comments = null;
    for (Statement statement : visited.getStatements()) {
      Optional<UUID> group = group(statement);
      List<Statement> becomes =
          group
              .map(id -> moved(statement, first.get(id) == statement, last.get(id) == statement))
              .orElse(List.of(statement));
      if (becomes.isEmpty() && !statement.getComments().isEmpty()) {
        comments = statement.getPrefix();
      } else if (comments != null && !becomes.isEmpty()) {
        becomes = ListUtils.mapFirst(becomes, withComments(comments));
        comments = null;
      }
      moved.addAll(becomes);
    }
    return first.isEmpty() ? visited : visited.withStatements(moved);
  }

  /** What was said of a mapping that is gone is said of those that it was together with. */
  private static UnaryOperator<Statement> withComments(Space prefix) {
    return statement ->
        statement.getComments().isEmpty() ? statement.withPrefix(prefix) : statement;
  }

  /** What follows the transport together with a statement; empty if it stays. */
  private Optional<UUID> group(Statement statement) {
    J.MethodInvocation mapping = mapping(statement);
    return mapping == null || !endpoints.isLegacy(mapping.getArguments().get(0))
        ? Optional.empty()
        : rules.followsWith(mapping);
  }

  private List<Statement> moved(Statement statement, boolean first, boolean last) {
    if (endpoints.areStreamableToo()) {
      return endpoints.isMcpPath(mapping(statement).getArguments().get(0))
          ? List.of(statement)
          : List.of();
    }
    if (endpoints.keepsSse()) {
      return last ? List.of(statement, beside(statement)) : List.of(statement);
    }
    return first ? List.of(atMcpPath(statement)) : List.of();
  }

  private Statement beside(Statement statement) {
    J.MethodInvocation copy = (J.MethodInvocation) atMcpPath(statement);
    return copy.withId(Tree.randomId()).withComments(List.of());
  }

  private Statement atMcpPath(Statement statement) {
    J.MethodInvocation mapping = mapping(statement);
    Expression path =
        ServletMappings.mcpPath(endpoints, mapping.getArguments().get(0), getCursor());
    return (Statement)
        new JavaIsoVisitor<J.MethodInvocation>() {
          @Override
          public J.MethodInvocation visitMethodInvocation(
              J.MethodInvocation call, J.MethodInvocation wanted) {
            return call.isScope(wanted)
                ? call.withArguments(ListUtils.mapFirst(call.getArguments(), old -> path))
                : super.visitMethodInvocation(call, wanted);
          }
        }.visitNonNull(statement, mapping, getCursor());
  }
}

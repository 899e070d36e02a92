package io.github.mcpmigrate.recipes.solon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;

/** Has servers and clients use the channel of Streamable HTTP, and its one endpoint. */
final class MoveChannel extends JavaIsoVisitor<ExecutionContext> {

  private final SolonProject project;
  private final Set<UUID> moving;

  MoveChannel(SolonProject project, Set<UUID> moving) {
    this.project = project;
    this.moving = moving;
  }

  @Override
  public J.Annotation visitAnnotation(J.Annotation annotation, ExecutionContext ctx) {
    J.Annotation visited = super.visitAnnotation(annotation, ctx);
    if (!moving.contains(visited.getId())) {
      return visited;
    }
    String endpoint = SolonServers.endpointOf(visited);
    List<Expression> elements = new ArrayList<>();
    for (Expression argument : visited.getArguments()) {
      J.Assignment set = (J.Assignment) argument;
      String name = Solon.elementName(argument);
      if ("channel".equals(name)) {
        elements.add(set.withAssignment(streamable(set.getAssignment())));
      } else if (endpoint.equals(name)) {
        J.Identifier variable = (J.Identifier) set.getVariable();
        elements.add(
            set.withVariable(variable.withSimpleName("mcpEndpoint"))
                .withAssignment(moved(set.getAssignment(), ctx)));
      } else if (!Solon.DROPPED.contains(name) && !"mcpEndpoint".equals(name)) {
        elements.add(argument);
      }
    }
    elements.set(0, elements.get(0).withPrefix(visited.getArguments().get(0).getPrefix()));
    return visited.withArguments(elements);
  }

  private Expression moved(Expression path, ExecutionContext ctx) {
    if (path instanceof J.Literal literal && literal.getValue() instanceof String text) {
      String to = project.moved(text, ctx);
      return to.equals(text) ? path : literal.withValue(to).withValueSource('"' + to + '"');
    }
    return path;
  }

  private static Expression streamable(Expression channel) {
    if (channel instanceof J.FieldAccess access) {
      J.Identifier name = access.getName();
      JavaType.Variable field = name.getFieldType();
      return access.withName(
          name.withSimpleName("STREAMABLE")
              .withFieldType(field == null ? null : field.withName("STREAMABLE")));
    }
    return channel instanceof J.Literal literal
        ? literal.withValue("streamable").withValueSource("\"streamable\"")
        : channel;
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    J.MethodInvocation visited = withoutDropped(super.visitMethodInvocation(call, ctx));
    if (!moving.contains(visited.getId())) {
      return visited;
    }
    if (visited.getSimpleName().equals("channel")) {
      return visited.withArguments(List.of(streamable(visited.getArguments().get(0))));
    }
    if (visited.getSimpleName().matches("sseEndpoint|mcpEndpoint")) {
      JavaType.Method type = visited.getMethodType().withName("mcpEndpoint");
      return visited
          .withName(visited.getName().withSimpleName("mcpEndpoint").withType(type))
          .withMethodType(type)
          .withArguments(List.of(moved(visited.getArguments().get(0), ctx)));
    }
    return visited;
  }

  /** The same call, without those right before it that have no meaning any more. */
  private J.MethodInvocation withoutDropped(J.MethodInvocation call) {
    J.MethodInvocation cleaned = call;
    JRightPadded<Expression> select = cleaned.getPadding().getSelect();
    while (select != null
        && select.getElement() instanceof J.MethodInvocation before
        && moving.contains(before.getId())
        && Solon.DROPPED.contains(before.getSimpleName())
        && before.getPadding().getSelect() != null) {
      select = before.getPadding().getSelect().withAfter(select.getAfter());
      cleaned = cleaned.getPadding().withSelect(select);
    }
    return cleaned;
  }
}

package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.search.UsesType;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.NameTree;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.Markers;

/** Gives the server specifications the type argument that they have since SDK 0.11. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ParameterizeServerSpecification extends Recipe {

  private static final String SYNC = "io.modelcontextprotocol.server.McpServer$SyncSpecification";
  private static final String ASYNC = "io.modelcontextprotocol.server.McpServer$AsyncSpecification";

  String displayName = "Declare server specifications with a type argument";

  String description =
      "`McpServer.SyncSpecification` and `McpServer.AsyncSpecification` are generic since SDK 0.11. As raw types they would "
          + "turn the handlers that are passed to them into functions of `Object`.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Preconditions.check(
        Preconditions.or(new UsesType<>(SYNC, false), new UsesType<>(ASYNC, false)),
        new AddWildcard());
  }

  private static final class AddWildcard extends JavaIsoVisitor<ExecutionContext> {
    private static final Set<String> GENERIC_NOW = Set.of(SYNC, ASYNC);

    @Override
    public J.VariableDeclarations visitVariableDeclarations(
        J.VariableDeclarations declarations, ExecutionContext ctx) {
      J.VariableDeclarations visited = super.visitVariableDeclarations(declarations, ctx);
      TypeTree type = visited.getTypeExpression();
      return lacksArgument(type) ? visited.withTypeExpression(withWildcard(type)) : visited;
    }

    @Override
    public J.MethodDeclaration visitMethodDeclaration(
        J.MethodDeclaration method, ExecutionContext ctx) {
      J.MethodDeclaration visited = super.visitMethodDeclaration(method, ctx);
      TypeTree type = visited.getReturnTypeExpression();
      return lacksArgument(type) ? visited.withReturnTypeExpression(withWildcard(type)) : visited;
    }

    /**
     * A class of SDK 0.8 to 0.10, by its name: from 0.11 on the compiler knows it as a generic one.
     */
    private static boolean lacksArgument(@Nullable TypeTree type) {
      JavaType.FullyQualified name =
          type == null ? null : TypeUtils.asFullyQualified(type.getType());
      return name instanceof JavaType.Class
          && name.getTypeParameters().isEmpty()
          && GENERIC_NOW.contains(name.getFullyQualifiedName())
          && (type instanceof J.FieldAccess
              || type instanceof J.Identifier written && !"var".equals(written.getSimpleName()));
    }

    private static TypeTree withWildcard(TypeTree type) {
      JavaType.Class raw = (JavaType.Class) TypeUtils.asFullyQualified(type.getType());
      Expression wildcard = new J.Wildcard(Tree.randomId(), Space.EMPTY, Markers.EMPTY, null, null);
      return new J.ParameterizedType(
          Tree.randomId(),
          type.getPrefix(),
          Markers.EMPTY,
          (NameTree) type.withPrefix(Space.EMPTY),
          JContainer.build(Space.EMPTY, List.of(JRightPadded.build(wildcard)), Markers.EMPTY),
          new JavaType.Parameterized(
              null,
              raw,
              List.of(
                  new JavaType.GenericTypeVariable(
                      null, "?", JavaType.GenericTypeVariable.Variance.INVARIANT, null))));
    }
  }
}

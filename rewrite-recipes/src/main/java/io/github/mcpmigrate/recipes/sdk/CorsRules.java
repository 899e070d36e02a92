package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;

/** Gives Spring's CORS rules for the path of Streamable HTTP what its browser clients need. */
final class CorsRules extends JavaIsoVisitor<ExecutionContext> {

  private static final String CONFIGURATION = "org.springframework.web.cors.CorsConfiguration";

  private static final Set<String> TYPES =
      Set.of(
          CONFIGURATION,
          "org.springframework.web.servlet.config.annotation.CorsRegistry",
          "org.springframework.web.reactive.config.CorsRegistry");

  private final LegacyEndpoints paths;
  private final List<Obstacle> left;

  /**
   * @param left gets what a person has to decide
   */
  CorsRules(LegacyEndpoints paths, List<Obstacle> left) {
    this.paths = paths;
    this.left = left;
  }

  static boolean areIn(JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .map(TypeUtils::asFullyQualified)
        .anyMatch(type -> type != null && TYPES.contains(type.getFullyQualifiedName()));
  }

  @Override
  public J.VariableDeclarations.NamedVariable visitVariable(
      J.VariableDeclarations.NamedVariable variable, ExecutionContext ctx) {
    paths.constant(variable);
    return super.visitVariable(variable, ctx);
  }

  @Override
  public J.Block visitBlock(J.Block block, ExecutionContext ctx) {
    J.Block visited = super.visitBlock(block, ctx);
    if (!isJava()) {
      return visited;
    }
    for (Statement statement : block.getStatements()) {
      if (statement instanceof J.VariableDeclarations declared
          && declared.getVariables().size() == 1
          && TypeUtils.isOfClassType(declared.getType(), CONFIGURATION)) {
        visited = configured(visited, declared);
      }
    }
    return visited;
  }

  private J.Block configured(J.Block block, J.VariableDeclarations declared) {
    CorsVariable variable = CorsVariable.of(declared, block);
    List<Expression> registered =
        variable.registeredAt().stream().filter(paths::coversMcpPath).toList();
    if (registered.isEmpty() && !variable.isForAllPaths(getCursor())) {
      return block;
    }
    boolean ours = !registered.isEmpty() && registered.stream().allMatch(this::isOurs);
    J.Block edited = block;
    List<String> open = new ArrayList<>();
    for (CorsNeed need : CorsNeed.values()) {
      CorsValues values = CorsValues.of(need, variable.calls(), paths::valueOf);
      List<String> missing = missing(need, values, variable.isPermittedByDefault());
      if (missing.isEmpty()) {
        continue;
      }
      boolean writable =
          values.complete()
              && (need == CorsNeed.EXPOSED || !values.areNotSet())
              && (need != CorsNeed.METHODS || ours);
      if (!writable) {
        open.add(need.inWords(missing));
      } else if (values.extensible().isPresent()) {
        J.MethodInvocation call = values.extensible().get();
        edited = replaced(edited, call, CorsValues.with(call, missing));
      } else {
        edited = variable.with(need, missing, edited);
      }
    }
    leave(declared.getId(), declared.getId(), open);
    return edited;
  }

  /** What browser clients lack; empty if everything is allowed. */
  private static List<String> missing(CorsNeed need, CorsValues values, boolean permitted) {
    boolean all = values.areAll() || values.areNotSet() && permitted && need == CorsNeed.HEADERS;
    return all ? List.of() : need.missingIn(values.known());
  }

  /** Whether a pattern is for the path of Streamable HTTP and no other. */
  private boolean isOurs(Expression pattern) {
    return paths
        .valueOf(pattern)
        .filter(value -> PathPattern.of(value).base().equals(paths.mcpPathWhere(pattern)))
        .isPresent();
  }

  private static J.Block replaced(J.Block block, J.MethodInvocation call, J.MethodInvocation by) {
    return (J.Block)
        new JavaIsoVisitor<Integer>() {
          @Override
          public J.MethodInvocation visitMethodInvocation(J.MethodInvocation visited, Integer p) {
            return visited.isScope(call) ? by : super.visitMethodInvocation(visited, p);
          }
        }.visitNonNull(block, 0);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    J.MethodInvocation visited = super.visitMethodInvocation(call, ctx);
    JavaType.Method method = call.getMethodType();
    if (method == null
        || !method.getDeclaringType().getFullyQualifiedName().startsWith("org.springframework.")) {
      return visited;
    }
    boolean registers = call.getSimpleName().equals("registerCorsConfiguration");
    if (registers && paths.coversMcpPath(call.getArguments().get(0)) && !isLocal(call)) {
      leave(call, List.of(CorsNeed.values()));
    }
    List<J.MethodInvocation> chain = chain(call);
    if (chain.isEmpty() || isLinked(call)) {
      return visited;
    }
    Expression path = chain.get(chain.size() - 1).getArguments().get(0);
    if (!paths.coversMcpPath(path)) {
      return visited;
    }
    if (!isJava()) {
      leave(call, List.of(CorsNeed.values()));
      return visited;
    }
    return mapped(visited, chain, isOurs(path));
  }

  private J.MethodInvocation mapped(
      J.MethodInvocation top, List<J.MethodInvocation> chain, boolean ours) {
    J.MethodInvocation edited = top;
    List<String> exposed = List.of();
    List<String> open = new ArrayList<>();
    for (CorsNeed need : CorsNeed.values()) {
      CorsValues values = CorsValues.of(need, chain, paths::valueOf);
      List<String> missing = missing(need, values, true);
      if (missing.isEmpty()) {
        continue;
      }
      if (need == CorsNeed.EXPOSED && values.areNotSet()) {
        exposed = missing;
      } else if (values.extensible().isPresent() && (need != CorsNeed.METHODS || ours)) {
        J.MethodInvocation call = values.extensible().get();
        edited = inChain(edited, call, CorsValues.with(call, missing));
      } else {
        open.add(need.inWords(missing));
      }
    }
    leave(TodoComments.place(getCursor()), top.getId(), open);
    return exposed.isEmpty() ? edited : CorsCalls.link(edited, CorsNeed.EXPOSED.link(), exposed);
  }

  /** A chain with the arguments and type of a call that has changed. */
  private static J.MethodInvocation inChain(
      J.MethodInvocation top, J.MethodInvocation call, J.MethodInvocation by) {
    if (top.isScope(call)) {
      return top.withArguments(by.getArguments()).withMethodType(by.getMethodType());
    }
    return top.getSelect() instanceof J.MethodInvocation select
        ? top.withSelect(inChain(select, call, by))
        : top;
  }

  /** The calls of a chain down to the mapping that it is about; empty if it is about none. */
  private static List<J.MethodInvocation> chain(J.MethodInvocation top) {
    List<J.MethodInvocation> chain = new ArrayList<>();
    Expression call = top;
    while (call instanceof J.MethodInvocation invocation) {
      chain.add(invocation);
      if (invocation.getSimpleName().equals("addMapping")
          && invocation.getMethodType() != null
          && TYPES.contains(
              invocation.getMethodType().getDeclaringType().getFullyQualifiedName())) {
        return chain;
      }
      call = invocation.getSelect();
    }
    return List.of();
  }

  /** Whether another call follows in the chain. */
  private boolean isLinked(J.MethodInvocation call) {
    return getCursor().getParentTreeCursor().getValue() instanceof J.MethodInvocation next
        && next.getSelect() != null
        && next.getSelect().isScope(call);
  }

  /** Whether what is registered is a variable of the same block or one around it. */
  private boolean isLocal(J.MethodInvocation registration) {
    if (!isJava()
        || registration.getArguments().size() < 2
        || !(registration.getArguments().get(1) instanceof J.Identifier name)) {
      return false;
    }
    for (Cursor at = getCursor(); at != null; at = at.getParent()) {
      if (at.getValue() instanceof J.Block block
          && !(at.getParentTreeCursor().getValue() instanceof J.ClassDeclaration)
          && declares(block, name.getSimpleName())) {
        return true;
      }
    }
    return false;
  }

  private static boolean declares(J.Block block, String name) {
    return block.getStatements().stream()
        .anyMatch(
            statement ->
                statement instanceof J.VariableDeclarations declared
                    && declared.getVariables().get(0).getSimpleName().equals(name));
  }

  private boolean isJava() {
    return getCursor().firstEnclosing(JavaSourceFile.class) instanceof J.CompilationUnit;
  }

  private void leave(J.MethodInvocation call, List<CorsNeed> needs) {
    leave(
        TodoComments.place(getCursor()),
        call.getId(),
        needs.stream().map(need -> need.inWords(need.missingIn(Set.of()))).toList());
  }

  private void leave(UUID statement, UUID tree, List<String> open) {
    if (!open.isEmpty()) {
      left.add(
          new Obstacle(
              statement,
              tree,
              "browser clients of Streamable HTTP need for "
                  + paths.mcpPath()
                  + ": "
                  + String.join("; ", open)));
    }
  }
}

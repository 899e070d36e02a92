package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.Flag;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Lets paths follow the transport: those that a container maps its servlet to, and those that a
 * rule is for.
 */
final class ServletMappings extends JavaIsoVisitor<ExecutionContext> {

  private static final String REGISTRATION_BEAN =
      "org.springframework.boot.web.servlet.ServletRegistrationBean";

  private static final Set<String> TYPES =
      Set.of(
          REGISTRATION_BEAN,
          "org.eclipse.jetty.ee10.servlet.ServletContextHandler",
          "org.eclipse.jetty.servlet.ServletContextHandler",
          "org.apache.catalina.Context",
          "org.apache.catalina.Wrapper",
          "jakarta.servlet.ServletRegistration",
          "jakarta.servlet.ServletRegistration$Dynamic");

  /** Calls with any number of paths. */
  private static final List<MethodMatcher> LISTS =
      List.of(
          new MethodMatcher(
              "org.springframework.boot.web.servlet.ServletRegistrationBean addUrlMappings(String[])"),
          new MethodMatcher("jakarta.servlet.ServletRegistration addMapping(String[])", true));

  /** Calls with one path, which are repeated for another. */
  private static final List<MethodMatcher> SINGLE =
      List.of(
          new MethodMatcher(
              "org.eclipse.jetty.ee10.servlet.ServletContextHandler addServlet(*, String)"),
          new MethodMatcher(
              "org.eclipse.jetty.servlet.ServletContextHandler addServlet(*, String)"),
          new MethodMatcher(
              "org.apache.catalina.Context addServletMappingDecoded(String, String)", true),
          new MethodMatcher("org.apache.catalina.Wrapper addMapping(String)", true));

  private final LegacyEndpoints endpoints;
  private final AccessRules rules;
  private final boolean servlets;

  ServletMappings(ServerProviderUses uses) {
    this(uses.endpoints(), uses.accessRules(), true);
  }

  /**
   * @param servlets whether the transport is a servlet that is mapped somewhere
   */
  ServletMappings(LegacyEndpoints endpoints, AccessRules rules, boolean servlets) {
    this.endpoints = endpoints;
    this.rules = rules;
    this.servlets = servlets;
  }

  /** Whether a file has anything to do with mappings. */
  static boolean mayBeIn(J.CompilationUnit source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .map(TypeUtils::asFullyQualified)
        .anyMatch(type -> type != null && TYPES.contains(type.getFullyQualifiedName()));
  }

  /** Whether the strings of a call are mappings that this visitor rewrites. */
  static boolean areIn(J call, Cursor cursor) {
    if (call instanceof J.NewClass created) {
      return isRegistrationBean(created);
    }
    return call instanceof J.MethodInvocation invocation
        && (isList(invocation)
            || isSingle(invocation) && cursor.getParentTreeCursor().getValue() instanceof J.Block
            || isListOfPaths(cursor));
  }

  private static boolean isRegistrationBean(J.NewClass created) {
    return created.getClazz() != null
        && TypeUtils.isOfClassType(created.getClazz().getType(), REGISTRATION_BEAN);
  }

  private static boolean isList(J.MethodInvocation call) {
    return LISTS.stream().anyMatch(list -> list.matches(call));
  }

  private static boolean isSingle(J.MethodInvocation call) {
    return SINGLE.stream().anyMatch(single -> single.matches(call));
  }

  /** {@code setUrlMappings(List.of(..))}. */
  private static boolean isListOfPaths(Cursor list) {
    return list.getParentTreeCursor().getValue() instanceof J.MethodInvocation setter
        && "setUrlMappings".equals(setter.getSimpleName())
        && setter.getSelect() != null
        && TypeUtils.isOfClassType(setter.getSelect().getType(), REGISTRATION_BEAN);
  }

  @Override
  public J.NewClass visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
    J.NewClass call = super.visitNewClass(newClass, ctx);
    if (!servlets || !isRegistrationBean(call)) {
      return call;
    }
    J.NewClass moved = call.withArguments(moved(call.getArguments()));
    return moved
        .getPadding()
        .withArguments(
            PathLists.closedAsBefore(
                call.getPadding().getArguments(), moved.getPadding().getArguments()));
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(
      J.MethodInvocation invocation, ExecutionContext ctx) {
    J.MethodInvocation call = super.visitMethodInvocation(invocation, ctx);
    if (!(servlets && (isList(call) || isListOfPaths(getCursor())) || rules.follows(invocation))) {
      return call;
    }
    J.MethodInvocation moved = call.withArguments(moved(call.getArguments()));
    return withArity(
        moved
            .getPadding()
            .withArguments(
                PathLists.closedAsBefore(
                    call.getPadding().getArguments(), moved.getPadding().getArguments())));
  }

  /** {@code List.of(a, b)} is another method than {@code List.of(a)}. */
  static J.MethodInvocation withArity(J.MethodInvocation call) {
    JavaType.Method method = call.getMethodType();
    int arity = call.getArguments().size();
    if (method == null
        || method.hasFlags(Flag.Varargs)
        || method.getParameterTypes().size() == arity) {
      return call;
    }
    return call.withMethodType(
        method
            .withParameterTypes(Collections.nCopies(arity, method.getParameterTypes().get(0)))
            .withParameterNames(IntStream.rangeClosed(1, arity).mapToObj(i -> "e" + i).toList()));
  }

  @Override
  public J.Annotation visitAnnotation(J.Annotation annotation, ExecutionContext ctx) {
    return servlets && ServletAnnotations.isWebServlet(annotation) || rules.follows(annotation)
        ? annotation.withArguments(ListUtils.map(annotation.getArguments(), this::movedPattern))
        : annotation;
  }

  private Expression movedPattern(Expression arg) {
    if (arg instanceof J.Assignment attribute) {
      String name = attribute.getVariable().printTrimmed(getCursor());
      return "urlPatterns".equals(name) || "value".equals(name)
          ? attribute.withAssignment(movedPattern(attribute.getAssignment()))
          : arg;
    }
    if (arg instanceof J.NewArray array && array.getInitializer() != null) {
      J.NewArray moved = array.withInitializer(moved(array.getInitializer()));
      return moved
          .getPadding()
          .withInitializer(
              PathLists.closedAsBefore(
                  array.getPadding().getInitializer(), moved.getPadding().getInitializer()));
    }
    return endpoints.mcpPath() != null && endpoints.isLegacy(arg) && !endpoints.keepsSse()
        ? mcpPath(arg)
        : arg;
  }

  /** The paths of one servlet after the move; the same list if none of them was a legacy one. */
  private List<Expression> moved(List<Expression> paths) {
    if (endpoints.mcpPath() == null || paths.stream().noneMatch(endpoints::isLegacy)) {
      return paths;
    }
    boolean there = paths.stream().anyMatch(endpoints::isMcpPath);
    List<Expression> moved = new ArrayList<>();
    int last = lastLegacy(paths);
    for (int i = 0; i < paths.size(); i++) {
      Expression path = paths.get(i);
      if (!endpoints.isLegacy(path) || endpoints.isMcpPath(path) || endpoints.keepsSse()) {
        moved.add(
            path.withPrefix(
                i > 0 && moved.isEmpty() ? paths.get(0).getPrefix() : path.getPrefix()));
      } else if (!there) {
        moved.add(mcpPath(path));
        there = true;
      }
      if (i == last && !there) {
        moved.add(mcpPath(path).withPrefix(PathLists.after(path)));
      }
    }
    return moved;
  }

  private int lastLegacy(List<Expression> paths) {
    int last = -1;
    for (int i = 0; i < paths.size(); i++) {
      if (endpoints.isLegacy(paths.get(i))) {
        last = i;
      }
    }
    return last;
  }

  private Expression mcpPath(Expression legacy) {
    return mcpPath(endpoints, legacy, getCursor());
  }

  /** The path of Streamable HTTP in the place of another. */
  static Expression mcpPath(LegacyEndpoints endpoints, Expression legacy, Cursor cursor) {
    J.Literal path =
        JavaTemplate.apply(
            "\"" + endpoints.mcpPathFor(legacy) + "\"",
            new Cursor(cursor, legacy),
            legacy.getCoordinates().replace());
    return path.withId(Tree.randomId()).withPrefix(legacy.getPrefix());
  }

  @Override
  public J.Block visitBlock(J.Block block, ExecutionContext ctx) {
    J.Block visited = super.visitBlock(block, ctx);
    if (!servlets) {
      return visited;
    }
    Set<String> there = new HashSet<>();
    visited.getStatements().stream()
        .filter(statement -> path(statement) != null && endpoints.isMcpPath(path(statement)))
        .forEach(statement -> there.add(withoutPath(statement)));
    return visited.withStatements(
        ListUtils.flatMap(visited.getStatements(), statement -> moved(statement, there)));
  }

  private @Nullable Object moved(Statement statement, Set<String> there) {
    Expression path = path(statement);
    if (path == null
        || endpoints.mcpPath() == null
        || !endpoints.isLegacy(path)
        || endpoints.isMcpPath(path)) {
      return statement;
    }
    boolean add = there.add(withoutPath(statement));
    J.MethodInvocation call = (J.MethodInvocation) statement;
    J.MethodInvocation moved =
        call.withArguments(
            ListUtils.map(call.getArguments(), arg -> arg == path ? mcpPath(arg) : arg));
    if (endpoints.keepsSse()) {
      return add ? List.of(call, moved.withId(Tree.randomId()).withComments(List.of())) : call;
    }
    return add ? moved : null;
  }

  private static @Nullable Expression path(Statement statement) {
    if (!(statement instanceof J.MethodInvocation call) || !isSingle(call)) {
      return null;
    }
    List<Expression> args = call.getArguments();
    return "addServlet".equals(call.getSimpleName()) ? args.get(1) : args.get(0);
  }

  private String withoutPath(Statement statement) {
    J.MethodInvocation call = (J.MethodInvocation) statement;
    Expression path = path(statement);
    return call.withPrefix(Space.EMPTY)
        .withArguments(ListUtils.map(call.getArguments(), arg -> arg == path ? null : arg))
        .printTrimmed(getCursor());
  }
}

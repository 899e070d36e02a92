package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * What a project says about paths beside serving them: who may come there, which filters and
 * interceptors see them.
 *
 * <p>A rule follows the transport if it treats all paths of HTTP+SSE alike. Of two rules, one might
 * open what the other closes: such rules stay, and a person decides.
 */
final class AccessRules {

  /** Methods of Spring's that take the paths which a rule is for. */
  private static final Set<String> RULES =
      Set.of(
          "requestMatchers",
          "antMatchers",
          "mvcMatchers",
          "pathMatchers",
          "securityMatcher",
          "securityMatchers",
          "ignoringRequestMatchers",
          "ignoringAntMatchers",
          "antMatcher",
          "addPathPatterns",
          "excludePathPatterns",
          "addUrlPatterns",
          "setUrlPatterns");

  /** Methods of Spring's that take one path with what holds for it. */
  private static final Set<String> SINGLE_RULES = Set.of("addMapping", "registerCorsConfiguration");

  private static final List<String> MATCHERS =
      List.of(
          "org.springframework.security.web.util.matcher.AntPathRequestMatcher",
          "org.springframework.security.web.servlet.util.matcher.MvcRequestMatcher",
          "org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher");

  /** Comparisons of a request's path, in filters. */
  private static final Set<String> COMPARISONS =
      Set.of("equals", "startsWith", "endsWith", "contains", "matches");

  private static final Set<String> FILTERS =
      Set.of(
          "jakarta.servlet.Filter",
          "org.springframework.web.server.WebFilter",
          "org.springframework.web.servlet.HandlerInterceptor");

  /**
   * A rule: a call, and the strings that it is given.
   *
   * @param together the paths that are treated alike: the rule's own, or those of mappings with
   *     nothing else between them
   */
  private record Rule(
      J call,
      UUID statement,
      List<Expression> paths,
      boolean forOneMethod,
      List<Expression> together) {

    boolean isSingle() {
      return together != paths;
    }
  }

  private final LegacyEndpoints endpoints;
  private final RuleReasons reasons;
  private final List<Rule> rules = new ArrayList<>();
  private final Set<UUID> sources = new HashSet<>();

  AccessRules(LegacyEndpoints endpoints) {
    this.endpoints = endpoints;
    this.reasons = new RuleReasons(endpoints);
  }

  /** Takes in the rules of a file. */
  void read(JavaSourceFile source, ExecutionContext ctx) {
    boolean filters =
        source.getClasses().stream()
            .anyMatch(
                declared ->
                    FILTERS.stream()
                        .anyMatch(type -> TypeUtils.isAssignableTo(type, declared.getType())));
    boolean rulesOfSpring =
        source.getTypesInUse().getUsedMethods().stream().anyMatch(AccessRules::isRule);
    if (filters || rulesOfSpring) {
      sources.add(source.getId());
      new RuleReader(filters).visit(source, ctx);
    }
  }

  static boolean isRule(J call) {
    return call instanceof J.MethodInvocation invocation
        && invocation.getMethodType() != null
        && isRule(invocation.getMethodType());
  }

  private static boolean isRule(JavaType.Method method) {
    return isRule(method, RULES) || isRule(method, SINGLE_RULES);
  }

  private static boolean isRule(JavaType.Method method, Set<String> names) {
    return names.contains(method.getName())
        && method.getDeclaringType().getFullyQualifiedName().startsWith("org.springframework.");
  }

  /** Whether a file has rules. */
  boolean areIn(JavaSourceFile source) {
    return sources.contains(source.getId());
  }

  /** Whether a call or annotation is a rule whose paths follow the transport. */
  boolean follows(J call) {
    return rules.stream()
        .anyMatch(rule -> !rule.isSingle() && rule.call().isScope(call) && follows(rule));
  }

  /** The mapping that a mapping of one path follows together with; empty if it stays. */
  Optional<UUID> followsWith(J call) {
    return rules.stream()
        .filter(rule -> rule.isSingle() && rule.call().isScope(call) && follows(rule))
        .map(rule -> rule.together().get(0).getId())
        .findFirst();
  }

  private boolean follows(Rule rule) {
    Set<String> named = new HashSet<>();
    rule.together().forEach(path -> named.addAll(endpoints.legacyIn(path)));
    if (rule.forOneMethod() || named.isEmpty() || namesInTwoWays(rule)) {
      return false;
    }
    if (endpoints.areStreamableToo()) {
      // Nothing opens or closes when a rule loses paths that nobody serves.
      return rule.together().stream().anyMatch(endpoints::isMcpPath);
    }
    return named.equals(endpoints.served())
        && rule.together().stream().noneMatch(endpoints::coversMcpPath);
  }

  /** Whether only some of the paths have what the application puts before all its paths. */
  private boolean namesInTwoWays(Rule rule) {
    return rule.together().stream()
            .filter(path -> !endpoints.legacyIn(path).isEmpty())
            .map(endpoints::prefixOf)
            .distinct()
            .count()
        > 1;
  }

  /** The rules that stay, with the reason by which a person may decide. */
  List<Obstacle> toDecide() {
    return reported(
        (rule, path) ->
            endpoints
                .legacyAt(path)
                .filter(legacy -> !follows(rule))
                .filter(
                    legacy ->
                        endpoints.areStreamableToo()
                            || rule.together().stream().noneMatch(endpoints::coversMcpPath))
                .map(legacy -> reasons.undecided(path, legacy)));
  }

  /** All rules that name a path of HTTP+SSE, whether they would follow or not. */
  List<Obstacle> naming() {
    return reported(
        (rule, path) ->
            endpoints.legacyAt(path).map(legacy -> reasons.unlessFollowed(path, legacy)));
  }

  /** The first thing that there is to say of each statement. */
  private List<Obstacle> reported(BiFunction<Rule, Expression, Optional<String>> reason) {
    Map<UUID, Obstacle> reported = new HashMap<>();
    for (Rule rule : rules) {
      for (Expression path : rule.paths()) {
        reason
            .apply(rule, path)
            .or(() -> endpoints.perhapsLegacyAt(path).map(reasons::perhaps))
            .ifPresent(
                text ->
                    reported.putIfAbsent(
                        rule.statement(), new Obstacle(rule.statement(), path.getId(), text)));
      }
    }
    return List.copyOf(reported.values());
  }

  private final class RuleReader extends JavaIsoVisitor<ExecutionContext> {

    private final boolean filters;

    RuleReader(boolean filters) {
      this.filters = filters;
    }

    @Override
    public J.VariableDeclarations.NamedVariable visitVariable(
        J.VariableDeclarations.NamedVariable variable, ExecutionContext ctx) {
      endpoints.constant(variable);
      return super.visitVariable(variable, ctx);
    }

    @Override
    public J.Annotation visitAnnotation(J.Annotation annotation, ExecutionContext ctx) {
      List<Expression> patterns = ServletAnnotations.filterPatterns(annotation);
      if (!patterns.isEmpty()) {
        add(annotation, patterns, false);
      }
      return super.visitAnnotation(annotation, ctx);
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass created, ExecutionContext ctx) {
      if (MATCHERS.stream().anyMatch(type -> TypeUtils.isOfClassType(created.getType(), type))) {
        note(created, created.getArguments());
      }
      return super.visitNewClass(created, ctx);
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
      JavaType.Method method = call.getMethodType();
      if (method != null && isRule(method, SINGLE_RULES)) {
        Expression path = call.getArguments().get(0);
        rules.add(
            new Rule(
                call,
                TodoComments.place(getCursor()),
                List.of(path),
                false,
                CorsMappings.together(call, getCursor())));
      } else if (method != null && isRule(method, RULES)) {
        if (call.getArguments().get(0) instanceof J.MethodInvocation list
            && list.getArguments().stream().allMatch(this::isString)) {
          note(list, list.getArguments());
        } else {
          note(call, call.getArguments());
        }
      } else if (filters
          && COMPARISONS.contains(call.getSimpleName())
          && call.getSelect() != null
          && (isString(call.getSelect())
              || call.getArguments().stream().anyMatch(this::isString))) {
        List<Expression> compared = new ArrayList<>(call.getArguments());
        compared.add(call.getSelect());
        add(call, compared, true);
      }
      return super.visitMethodInvocation(call, ctx);
    }

    private void note(J call, List<Expression> paths) {
      add(call, paths, paths.stream().anyMatch(arg -> !isString(arg)));
    }

    private void add(J call, List<Expression> paths, boolean forOneMethod) {
      rules.add(new Rule(call, TodoComments.place(getCursor()), paths, forOneMethod, paths));
    }

    private boolean isString(Expression expression) {
      return TypeUtils.isString(expression.getType());
    }
  }
}

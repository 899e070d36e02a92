package io.github.mcpmigrate.maven.inventory;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.visitor.VoidVisitorAdapter;
import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a Java file says about endpoints beside the transports: rules, mappings, tests, keys.
 */
final class JavaPaths extends VoidVisitorAdapter<Void> {

  private static final Set<String> ACCESS =
      Set.of(
          "requestMatchers",
          "antMatchers",
          "mvcMatchers",
          "pathMatchers",
          "securityMatcher",
          "securityMatchers",
          "ignoringRequestMatchers",
          "ignoringAntMatchers",
          "addPathPatterns",
          "excludePathPatterns",
          "addUrlPatterns");

  private static final Set<String> COMPARISONS =
      Set.of("equals", "startsWith", "endsWith", "contains", "matches");

  private static final Set<String> PATH_GETTERS =
      Set.of("getRequestURI", "getServletPath", "getPathInfo", "getPath", "getRawPath", "value");

  private static final Set<String> MAPPINGS =
      Set.of("addMapping", "addServlet", "addServletMappingDecoded", "addUrlMappings");

  private static final Set<String> REQUESTS =
      Set.of(
          "create",
          "get",
          "post",
          "uri",
          "url",
          "getForEntity",
          "getForObject",
          "postForEntity",
          "postForObject",
          "exchange",
          "resolve");

  private static final Set<String> KNOWN_CALLS =
      Set.of("withPropertyValues", "of", "properties", "add", "setProperty", "getProperty");

  private static final Pattern KEY =
      Pattern.compile(
          "spring\\.ai\\.mcp\\.(?:server\\.(?:sse-endpoint|sse-message-endpoint|base-url|protocol(?=\\s*[=:]\\s*(?i:SSE)\\b))"
              + "|client\\.sse\\.connections\\.[\\w\\[\\]-]+\\.(?:url|sse-endpoint))"
              + "|quarkus\\.mcp\\.server\\.(?:[\\w-]+\\.)?sse\\.[\\w.-]+");

  private static final String OLD_VERSION = "2024-11-05";

  private final SourceText source;
  private final Names names;
  private final Reading into;
  private final Found found;
  private final boolean usesSdk;
  private final boolean filters;

  JavaPaths(SourceText source, Names names, Reading into) {
    this.source = source;
    this.names = names;
    this.into = into;
    found = new Found(source, into);
    filters =
        names.importsFrom("jakarta.servlet.")
            || names.importsFrom("javax.servlet.")
            || names.importsFrom("org.springframework.web.");
    usesSdk = names.importsFrom("io.modelcontextprotocol.");
  }

  @Override
  public void visit(MethodCallExpr call, Void none) {
    String method = call.getNameAsString();
    NodeList<Expression> arguments = call.getArguments();
    if (ACCESS.contains(method)) {
      accessRule(call.getName(), arguments);
    } else if (filters && COMPARISONS.contains(method) && isOfRequest(call)) {
      for (String path : paths(arguments)) {
        found.addIfServed(
            Rule.PATH_ACCESS_RULE,
            call.getName(),
            Action.MANUAL,
            path,
            path + " is no longer served on Streamable HTTP, and this has no effect then");
      }
    } else if (MAPPINGS.contains(method)) {
      mapping(call.getName(), arguments);
    } else if (REQUESTS.contains(method) && Use.isTest(source.file())) {
      probe(call.getName(), arguments);
    }
    if (usesSdk && method.matches("assert\\w*|isEqualTo|isSameAs|contains\\w*|equalTo|is|value")) {
      assertsOldVersion(arguments);
    }
    super.visit(call, none);
  }

  /** A comparison of strings is one of paths if it asks the request for its path. */
  private static boolean isOfRequest(MethodCallExpr call) {
    return call.getScope()
        .filter(
            scope ->
                scope instanceof MethodCallExpr getter
                        && PATH_GETTERS.contains(getter.getNameAsString())
                    || scope instanceof NameExpr name
                        && name.getNameAsString()
                            .matches("(?i)(request)?(path|uri|url|servletPath)"))
        .isPresent();
  }

  /** Rules that treat all old paths alike follow; what else is meant nobody can tell. */
  private void accessRule(Node place, NodeList<Expression> arguments) {
    Set<String> paths = paths(arguments);
    boolean all = paths.size() > 1;
    for (String path : paths) {
      found.addIfServed(
          Rule.PATH_ACCESS_RULE,
          place,
          all ? Action.CHANGED : Action.MANUAL,
          path,
          all
              ? "treats the old paths alike, and follows if these are all of them"
              : "treats "
                  + path
                  + " by itself, and Streamable HTTP has one path for GET, POST and DELETE: decide what"
                  + " holds there, so that access is neither opened nor closed");
    }
  }

  private void mapping(Node place, NodeList<Expression> arguments) {
    for (String path : paths(arguments)) {
      found.addIfServed(
          Rule.PATH_MAPPING, place, Action.CHANGED, path, "follows to the new endpoint");
    }
  }

  private void probe(Node place, NodeList<Expression> arguments) {
    for (Expression argument : arguments) {
      names
          .end(argument)
          .map(Endpoint::path)
          .filter(path -> !path.isEmpty())
          .ifPresent(
              path ->
                  found.addIfServed(
                      Rule.TEST_OLD_ENDPOINT,
                      place,
                      Action.MANUAL,
                      path,
                      path
                          + " is no longer served; Streamable HTTP is asked by POST on its one endpoint"));
    }
  }

  @Override
  public void visit(ObjectCreationExpr creation, Void none) {
    String type = creation.getType().getNameAsString();
    if (type.equals("ServletRegistrationBean")) {
      mapping(creation, creation.getArguments());
    } else if (type.matches("UR[IL]") && Use.isTest(source.file())) {
      probe(creation, creation.getArguments());
    }
    super.visit(creation, none);
  }

  private Set<String> paths(NodeList<Expression> arguments) {
    Set<String> paths = new LinkedHashSet<>();
    for (Expression argument : arguments) {
      names
          .text(argument)
          .map(Endpoint::path)
          .filter(path -> !path.isEmpty())
          .ifPresent(paths::add);
      // Path patterns come wrapped: antMatcher("/sse"), List.of("/sse", "/messages").
      if (argument instanceof MethodCallExpr wrapper
          && wrapper.getNameAsString().matches("antMatcher|matcher|pathPattern|of|asList")) {
        paths.addAll(paths(wrapper.getArguments()));
      }
    }
    return paths;
  }

  private void assertsOldVersion(List<Expression> arguments) {
    for (Expression argument : arguments) {
      if (names.text(argument).filter(OLD_VERSION::equals).isPresent()
          || argument.toString().matches("(\\w+\\.)*MCP_2024_11_05")) {
        found.add(
            Rule.TEST_OLD_VERSION,
            argument,
            Action.MANUAL,
            Optional.empty(),
            OLD_VERSION + " is the version of HTTP+SSE; a newer one is agreed on now");
      }
    }
  }

  @Override
  public void visit(StringLiteralExpr literal, Void none) {
    Matcher key = KEY.matcher(literal.getValue());
    if (key.find() && !isProse(literal)) {
      boolean edited = isWhereRecipesEdit(literal);
      found.add(
          Rule.CONFIG_ELSEWHERE,
          literal,
          edited ? Action.CHANGED : Action.MANUAL,
          Optional.empty(),
          edited
              ? "becomes what the key becomes in a configuration file"
              : "recipes do not know what the key is for here");
      defaultOf(literal.getValue()).ifPresent(into.endpoints::add);
    } else if (LegacyType.of(literal.getValue()).isPresent()) {
      found.add(
          Rule.NAMED_IN_STRING,
          literal,
          Action.MANUAL,
          Optional.empty(),
          "a class that is named in a string is not edited");
    }
    super.visit(literal, none);
  }

  /**
   * The annotations and calls of Spring in which the recipes know a key;
   * docs/findings/spring-ai.md.
   */
  private static boolean isWhereRecipesEdit(Node literal) {
    for (Node node = literal; node instanceof Expression || node instanceof MemberValuePair; ) {
      if (node instanceof AnnotationExpr annotation) {
        return annotation.getNameAsString().matches("SpringBootTest|TestPropertySource|Value");
      }
      if (node instanceof MethodCallExpr call) {
        return KNOWN_CALLS.contains(call.getNameAsString());
      }
      node = node.getParentNode().orElse(null);
    }
    return false;
  }

  /** Messages that only talk about a key have words around it. */
  private static boolean isProse(StringLiteralExpr literal) {
    return literal.getValue().strip().contains(" ") && !literal.getValue().contains("${");
  }

  private static Optional<String> defaultOf(String value) {
    Matcher written = Pattern.compile("endpoint(?::|=)(/[^}\"]*)").matcher(value);
    return written.find() ? Optional.of(Endpoint.path(written.group(1))) : Optional.empty();
  }
}

package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import io.github.mcpmigrate.table.LegacySseUses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Report tests that are bound to HTTP+SSE. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ReportSseProbes extends ScanningRecipe<OwnServers> {

  private static final String OLD_VERSION = "2024-11-05";

  /** What takes the URL or path of a request. */
  private static final Pattern HTTP =
      Pattern.compile(
          "java\\.net\\.UR[IL]|io\\.restassured\\..*|org\\.springframework\\.(test\\.web\\.servlet\\.request"
              + "\\.MockMvcRequestBuilders|test\\.web\\.reactive\\.server\\.WebTestClient.*"
              + "|test\\.web\\.servlet\\.assertj\\.MockMvcTester.*|boot\\.test\\.web\\.client\\.TestRestTemplate"
              + "|web\\.client\\.Rest(Template|Client).*|web\\.reactive\\.function\\.client\\.WebClient.*)");

  private static final Pattern ASSERTION =
      Pattern.compile(
          "assert.*|isEqualTo|isSameAs|contains.*|equalTo|is|value|startsWith|hasToString");

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Report tests that are bound to HTTP+SSE";

  String description =
      "Leaves a `TODO mcp-migrate:` comment where code sends a request to an endpoint that this project's servers no longer "
          + "have, or asserts the protocol version 2024-11-05. Neither has a translation: Streamable HTTP is asked in another way.";

  @Override
  public OwnServers getInitialValue(ExecutionContext ctx) {
    return new OwnServers(ServerMove.fromSse(ServerTransport.STREAMABLE, null, null));
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(OwnServers servers) {
    return servers.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(OwnServers servers) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (!(tree instanceof JavaSourceFile source)
            || !ClientSources.isEditable(source)
            || source.getTypesInUse().getUsedMethods().stream().noneMatch(Probes::concern)) {
          return tree;
        }
        List<Obstacle> probes = new ArrayList<>();
        servers
            .leftBehind(source)
            .ifPresent(endpoints -> new Probes(endpoints, probes).visit(source, ctx));
        if (probes.isEmpty()) {
          return source;
        }
        new LegacySseReport(table, getName(), probes, (type, mention) -> Optional.empty())
            .visit(source, ctx);
        Map<UUID, String> comments = new LinkedHashMap<>();
        probes.forEach(probe -> comments.put(probe.statement(), probe.reason()));
        return new TodoComments(comments).visitNonNull(source, ctx);
      }
    };
  }

  private static final class Probes extends JavaIsoVisitor<ExecutionContext> {

    private final LegacyEndpoints endpoints;
    private final List<Obstacle> found;

    Probes(LegacyEndpoints endpoints, List<Obstacle> found) {
      this.endpoints = endpoints;
      this.found = found;
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
      check(call.getMethodType(), call.getArguments());
      return super.visitMethodInvocation(call, ctx);
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass call, ExecutionContext ctx) {
      check(call.getConstructorType(), call.getArguments());
      return super.visitNewClass(call, ctx);
    }

    private void check(JavaType.@Nullable Method method, List<Expression> args) {
      if (method == null) {
        return;
      }
      for (Expression arg : args) {
        if (TypeUtils.isString(arg.getType())) {
          if (HTTP.matcher(method.getDeclaringType().getFullyQualifiedName()).matches()) {
            endpoints
                .endOf(arg)
                .ifPresent(
                    path ->
                        report(
                            arg,
                            path
                                + " is no longer served; Streamable HTTP is asked by POST on its one"
                                + " endpoint"));
          }
          if (ASSERTION.matcher(method.getName()).matches() && isOldVersion(arg)) {
            report(arg, OLD_VERSION + " is the version of HTTP+SSE; a newer one is agreed on now");
          }
        }
      }
    }

    private static boolean concern(JavaType.Method method) {
      return HTTP.matcher(method.getDeclaringType().getFullyQualifiedName()).matches()
          || ASSERTION.matcher(method.getName()).matches();
    }

    private static boolean isOldVersion(Expression arg) {
      JavaType.Variable variable = StringConstants.variableOf(arg);
      return arg instanceof J.Literal literal && OLD_VERSION.equals(literal.getValue())
          || variable != null && "MCP_2024_11_05".equals(variable.getName());
    }

    private void report(Expression arg, String reason) {
      found.add(new Obstacle(TodoComments.place(getCursor()), arg.getId(), reason));
    }
  }
}

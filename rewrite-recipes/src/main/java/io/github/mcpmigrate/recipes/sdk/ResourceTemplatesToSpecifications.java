package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.List;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Makes specifications of resource templates, with a handler that answers as the server did. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ResourceTemplatesToSpecifications extends Recipe {

  private static final String SYNC = "io.modelcontextprotocol.server.McpServer$SyncSpecification";
  private static final String ASYNC = "io.modelcontextprotocol.server.McpServer$AsyncSpecification";
  private static final String TEMPLATE = "io.modelcontextprotocol.spec.McpSchema$ResourceTemplate";
  private static final List<String> IMPORTS =
      List.of(
          "io.modelcontextprotocol.server.McpServerFeatures",
          "io.modelcontextprotocol.spec.McpError",
          "reactor.core.publisher.Mono");

  /** What the template calls of Reactor, which the type table has not. */
  private static final String MONO =
      """
      package reactor.core.publisher;

      public abstract class Mono<T> {
        public static native <T> Mono<T> error(Throwable error);
      }
      """;

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Make specifications of resource templates";

  String description =
      "Since SDK 0.14 a resource template is registered with a handler that reads its resources. Before, templates were "
          + "only listed, so the handler that is added knows no resource.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Handwork.doing(
        table,
        getName(),
        () ->
            Preconditions.or(
                new UsesMethod<>(SYNC + " resourceTemplates(..)", true),
                new UsesMethod<>(ASYNC + " resourceTemplates(..)", true)),
        Specify::new,
        handwork ->
            new ReportCalls(
                handwork,
                List.of(SYNC + " resourceTemplates(..)", ASYNC + " resourceTemplates(..)"),
                false,
                "since SDK 0.14 a resource template has a handler, in a specification"));
  }

  private final class Specify extends JavaVisitor<ExecutionContext> {
    private final MethodMatcher sync = new MethodMatcher(SYNC + " resourceTemplates(..)", true);
    private final MethodMatcher async = new MethodMatcher(ASYNC + " resourceTemplates(..)", true);
    private final Handwork handwork;

    Specify(Handwork handwork) {
      this.handwork = handwork;
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation invocation, ExecutionContext ctx) {
      J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, ctx);
      boolean isSync = sync.matches(call);
      if ((!isSync && !async.matches(call)) || !takesTemplates(call.getMethodType())) {
        return call;
      }
      handwork.leave(
          getCursor(),
          "since SDK 0.14 a resource template has a handler of its own; the one added here knows no resource",
          ctx);
      IMPORTS.forEach(type -> maybeAddImport(type));
      doAfterVisit(TidyImports.after(getCursor()));
      JavaType specification =
          JavaType.buildType(
              "io.modelcontextprotocol.server.McpServerFeatures$%sResourceTemplateSpecification"
                  .formatted(isSync ? "Sync" : "Async"));
      JavaType.Method now = call.getMethodType().withParameterTypes(List.of(specification));
      return call.withArguments(
              ListUtils.map(call.getArguments(), one -> specified(one, call, isSync, ctx)))
          .withMethodType(now)
          .withName(call.getName().withType(now));
    }

    private Expression specified(
        Expression argument, J.MethodInvocation call, boolean isSync, ExecutionContext ctx) {
      String exchange = Lambdas.freeName(getCursor(), null, "exchange", "mcpExchange");
      String request = Lambdas.freeName(getCursor(), null, "request", "readRequest");
      String template = Lambdas.freeName(getCursor(), null, "template", "resourceTemplate");
      String error = "McpError.RESOURCE_NOT_FOUND.apply(%s.uri())".formatted(request);
      String specification =
          "new McpServerFeatures.%sResourceTemplateSpecification(%%s, (%s, %s) -> %s)"
              .formatted(
                  isSync ? "Sync" : "Async",
                  exchange,
                  request,
                  isSync ? "{\n    throw " + error + ";\n}" : "Mono.error(" + error + ")");
      String type = TEMPLATE.replace('$', '.');
      String code =
          TypeUtils.isOfClassType(argument.getType(), TEMPLATE)
              ? specification.formatted("#{any(" + type + ")}")
              : "#{any(java.util.List<%s>)}.stream()\n.map(%s -> %s)\n.toList()"
                  .formatted(type, template, specification.formatted(template));
      return JavaTemplate.builder(code)
          .imports(IMPORTS.toArray(String[]::new))
          .javaParser(SdkTemplates.parser(ctx).dependsOn(MONO))
          .build()
          .<Expression>apply(
              new Cursor(new Cursor(getCursor().getParentOrThrow(), call), argument),
              argument.getCoordinates().replace(),
              argument)
          .withPrefix(argument.getPrefix());
    }

    /** As an array or as a list. */
    private static boolean takesTemplates(JavaType.Method method) {
      JavaType parameter = method.getParameterTypes().get(0);
      JavaType one =
          parameter instanceof JavaType.Array array
              ? array.getElemType()
              : parameter instanceof JavaType.Parameterized list
                  ? list.getTypeParameters().get(0)
                  : parameter;
      return TypeUtils.isOfClassType(one, TEMPLATE);
    }
  }
}

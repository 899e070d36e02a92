package io.github.mcpmigrate.recipes.sdk;

import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.search.UsesType;
import org.openrewrite.java.tree.J;

/** Hands the SDK its own JSON mapper instead of Jackson's. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ObjectMapperToJsonMapper extends Recipe {

  String displayName = "Use `McpJsonMapper` instead of `ObjectMapper`";

  String description =
      "Since SDK 0.13 the builders, transports and schema methods take an `McpJsonMapper`. An `ObjectMapper` is wrapped "
          + "into a `JacksonMcpJsonMapper`; a builder that was given a plain `new ObjectMapper()` uses its default.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Preconditions.check(
        Preconditions.and(
            new UsesType<>(JsonMapperCalls.OBJECT_MAPPER, false),
            new UsesType<>("io.modelcontextprotocol..*", false)),
        new WrapMapper());
  }

  private static final class WrapMapper extends JavaVisitor<ExecutionContext> {
    private static final Set<String> FOR_JACKSON =
        Set.of("JacksonMcpJsonMapper", "DefaultJsonSchemaValidator");

    @Override
    public J visitMethodInvocation(J.MethodInvocation invocation, ExecutionContext ctx) {
      J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, ctx);
      if (!JsonMapperCalls.takesObjectMapper(call.getMethodType())) {
        return call;
      }
      importMapper();
      if ("objectMapper".equals(call.getSimpleName()) && call.getSelect() != null) {
        return JsonMapperCalls.builderCall(call, getCursor(), ctx);
      }
      var type = JsonMapperCalls.withMcpMapper(call.getMethodType());
      return call.withArguments(JsonMapperCalls.wrapped(call.getArguments(), getCursor(), ctx))
          .withMethodType(type)
          .withName(call.getName().withType(type));
    }

    @Override
    public J visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
      J.NewClass call = (J.NewClass) super.visitNewClass(newClass, ctx);
      if (!JsonMapperCalls.takesObjectMapper(call.getConstructorType())
          || ProviderConstructor.of(call).isPresent()
          || isWrapper(call)) {
        return call;
      }
      importMapper();
      return call.withArguments(JsonMapperCalls.wrapped(call.getArguments(), getCursor(), ctx))
          .withConstructorType(JsonMapperCalls.withMcpMapper(call.getConstructorType()));
    }

    /** The SDK's classes for Jackson still take an {@code ObjectMapper}. */
    private static boolean isWrapper(J.NewClass call) {
      return FOR_JACKSON.contains(call.getConstructorType().getDeclaringType().getClassName());
    }

    private void importMapper() {
      maybeRemoveImport(JsonMapperCalls.OBJECT_MAPPER);
      maybeAddImport(JsonMapperCalls.JACKSON_MAPPER);
      doAfterVisit(TidyImports.after(getCursor()));
    }
  }
}

package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.List;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Builds tools by their builder: the three-argument constructors are gone. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ToolConstructorToBuilder extends Recipe {

  private static final String SCHEMA = "io.modelcontextprotocol.spec.McpSchema";
  private static final String JSON_DEFAULTS = "io.modelcontextprotocol.json.McpJsonDefaults";

  private static final String WITH_TEXT =
      SCHEMA + "$Tool <constructor>(java.lang.String, java.lang.String, java.lang.String)";
  private static final String WITH_SCHEMA =
      SCHEMA + "$Tool <constructor>(java.lang.String, java.lang.String, " + SCHEMA + "$JsonSchema)";

  String displayName = "Use `Tool.builder()`";

  String description =
      "`new Tool(name, description, schema)` is gone since SDK 0.13. A schema given as text is parsed by the "
          + "SDK's default mapper, as before.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Preconditions.check(
        Preconditions.or(new UsesMethod<>(WITH_TEXT), new UsesMethod<>(WITH_SCHEMA)),
        new BuildTool());
  }

  private static final class BuildTool extends JavaVisitor<ExecutionContext> {
    private static final MethodMatcher TEXT = new MethodMatcher(WITH_TEXT);
    private static final MethodMatcher SCHEMA_OBJECT = new MethodMatcher(WITH_SCHEMA);

    @Override
    public J visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
      J.NewClass call = (J.NewClass) super.visitNewClass(newClass, ctx);
      boolean text = TEXT.matches(call);
      if (!text && !SCHEMA_OBJECT.matches(call)) {
        return call;
      }
      // Written as it was: by its simple name if that was imported, or else qualified by the class
      // around it.
      boolean qualified = call.getClazz() instanceof J.FieldAccess;
      List<String> lines = new ArrayList<>();
      List<Expression> args = new ArrayList<>(call.getArguments());
      lines.add(qualified ? "McpSchema.Tool.builder()" : "Tool.builder()");
      lines.add(".name(#{any(java.lang.String)})");
      if (isNull(args.get(1))) {
        args.remove(1);
      } else {
        lines.add(".description(#{any(java.lang.String)})");
      }
      if (text) {
        maybeAddImport(JSON_DEFAULTS);
        lines.add(".inputSchema(McpJsonDefaults.getMapper(), #{any(java.lang.String)})");
      } else {
        lines.add(".inputSchema(#{any(" + SCHEMA + ".JsonSchema)})");
      }
      lines.add(".build()");
      return JavaTemplate.builder(String.join("\n", lines))
          .imports(SCHEMA, SCHEMA + ".Tool", JSON_DEFAULTS)
          .javaParser(JsonMapperCalls.parser(ctx))
          .build()
          .apply(updateCursor(call), call.getCoordinates().replace(), args.toArray());
    }

    private static boolean isNull(Expression arg) {
      return arg.getType() == JavaType.Primitive.Null;
    }
  }
}

package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.List;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Puts the audience and the priority of contents into annotations. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ContentsWithAnnotations extends Recipe {

  private static final String SCHEMA = "io.modelcontextprotocol.spec.McpSchema";
  private static final String TEXT =
      SCHEMA + "$TextContent <constructor>(java.util.List, java.lang.Double, java.lang.String)";
  private static final String IMAGE =
      SCHEMA
          + "$ImageContent <constructor>(java.util.List, java.lang.Double, java.lang.String, java.lang.String)";
  private static final String RESOURCE =
      SCHEMA
          + "$EmbeddedResource <constructor>(java.util.List, java.lang.Double, "
          + SCHEMA
          + "$ResourceContents)";

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Put the audience and priority of contents into annotations";

  String description =
      "The constructors of contents that take an audience and a priority are gone since SDK 1.0. `Annotations` hold them; "
          + "without either, a text has the constructor with the text alone.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Handwork.doing(
        table,
        getName(),
        () ->
            Preconditions.or(
                new UsesMethod<>(TEXT), new UsesMethod<>(IMAGE), new UsesMethod<>(RESOURCE)),
        handwork -> new Annotate(),
        handwork -> new Annotate());
  }

  private static final class Annotate extends JavaVisitor<ExecutionContext> {
    private static final MethodMatcher TEXTS = new MethodMatcher(TEXT);
    private static final MethodMatcher IMAGES = new MethodMatcher(IMAGE);
    private static final MethodMatcher RESOURCES = new MethodMatcher(RESOURCE);

    @Override
    public J visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
      J.NewClass call = (J.NewClass) super.visitNewClass(newClass, ctx);
      boolean text = TEXTS.matches(call);
      if (!text && !IMAGES.matches(call) && !RESOURCES.matches(call)) {
        return call;
      }
      List<Expression> arguments = call.getArguments();
      boolean plain = isNull(arguments.get(0)) && isNull(arguments.get(1));
      // Written as the content is: by its simple name, or qualified by the class around it.
      boolean qualified = call.getClazz() instanceof J.FieldAccess;
      String rest = arguments.size() == 4 ? "$3, $4" : "$3";
      String annotations =
          plain
              ? text ? "" : "null, "
              : "new " + (qualified ? "McpSchema." : "") + "Annotations($1, $2), ";
      List<String> imports =
          plain ? List.of() : List.of(qualified ? SCHEMA : SCHEMA + ".Annotations");
      imports.forEach(type -> maybeAddImport(type));
      doAfterVisit(TidyImports.after(getCursor()));
      return new CallTemplate("new $type(" + annotations + rest + ")", imports)
          .apply(call, updateCursor(call), ctx);
    }

    private static boolean isNull(Expression argument) {
      return argument.getType() == JavaType.Primitive.Null;
    }
  }
}

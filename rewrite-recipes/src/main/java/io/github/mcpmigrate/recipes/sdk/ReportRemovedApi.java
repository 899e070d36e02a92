package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.List;
import java.util.function.Function;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.Validated;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.search.DeclaresMethod;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.search.UsesType;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.TypeUtils;

/** Leaves a comment where code uses what is gone from the SDK and has no sure replacement. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ReportRemovedApi extends Recipe {

  @Option(
      displayName = "Method pattern",
      description = "The method or constructor that is gone.",
      example = "io.modelcontextprotocol.server.McpSyncServer listRoots(..)",
      required = false)
  @Nullable String methodPattern;

  @Option(
      displayName = "Type",
      description = "The type that is gone, instead of a method.",
      example = "io.modelcontextprotocol.spec.DefaultMcpSession",
      required = false)
  @Nullable String type;

  @Option(
      displayName = "Reason",
      description = "What happened to it and what to do, as the comment says it.",
      example = "ask the exchange that the handler gets")
  String reason;

  @Option(
      displayName = "Only values",
      description =
          "Whether a call whose value nobody takes is fine, since only what the method returns has changed. Defaults to "
              + "false.",
      required = false)
  @Nullable Boolean onlyValues;

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Report what is gone from the MCP Java SDK";

  String description =
      "Leaves a `TODO mcp-migrate:` comment at the calls and overrides of a method or the mentions of a type that is gone from the SDK, "
          + "and lists them in the data table `LegacySseUses`.";

  @Override
  public Validated<Object> validate() {
    return super.validate()
        .and(
            Validated.test(
                "methodPattern",
                "either a method pattern or a type",
                methodPattern,
                pattern -> (pattern == null) != (type == null)));
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    Function<Handwork, TreeVisitor<?, ExecutionContext>> report =
        handwork ->
            methodPattern == null
                ? new ReportType(handwork)
                : new ReportCalls(
                    handwork, List.of(methodPattern), Boolean.TRUE.equals(onlyValues), reason);
    return Handwork.doing(
        table,
        getName(),
        () ->
            methodPattern == null
                ? new UsesType<>(type, false)
                : Preconditions.or(
                    new UsesMethod<>(methodPattern, true),
                    new DeclaresMethod<>(methodPattern, true)),
        report,
        report);
  }

  private final class ReportType extends JavaIsoVisitor<ExecutionContext> {
    private final Handwork handwork;

    ReportType(Handwork handwork) {
      this.handwork = handwork;
    }

    @Override
    public J.Import visitImport(J.Import imported, ExecutionContext ctx) {
      return imported;
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier name, ExecutionContext ctx) {
      if (name.getFieldType() == null && isNameOfType(name)) {
        handwork.leave(getCursor(), reason, ctx);
      }
      return super.visitIdentifier(name, ctx);
    }

    private boolean isNameOfType(J.Identifier name) {
      String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
      return simple.equals(name.getSimpleName()) && TypeUtils.isOfClassType(name.getType(), type);
    }
  }
}

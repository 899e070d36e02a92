package io.github.mcpmigrate.recipes.frameworkkeys;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.client.ClientFindings;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.maven.tree.MavenResolutionResult;

/** Find HTTP+SSE in what configures Solon, Apache Camel, Jooby and Spring AI Alibaba. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindFrameworkKeys extends Recipe {

  private static final String CAMEL = "org.apache.camel.";
  private static final String JOOBY = "io.jooby.mcp.McpModule$Transport";

  @Option(
      displayName = "Comment",
      description =
          "Whether a comment above each use in code says what to write. Defaults to false.",
      required = false)
  @Nullable Boolean comment;

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Find HTTP+SSE in what configures Solon, Camel, Jooby and Spring AI Alibaba";

  String description =
      "Lists keys, options of Camel's URIs and Jooby's constant that choose HTTP+SSE in the data table `LegacySseUses`, with what "
          + "to write in their place.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source) {
          return concerns(source) ? code(source, ctx) : tree;
        }
        // A second cycle would count it again.
        if (tree instanceof SourceFile file
            && ctx.getCycle() == 1
            && file.getMarkers().findFirst(MavenResolutionResult.class).isEmpty()) {
          KeyUses.in(file).forEach(use -> row(file, use, ctx));
        }
        return tree;
      }
    };
  }

  private void row(SourceFile file, KeyUses.Use use, ExecutionContext ctx) {
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            file.getSourcePath().toString().replace('\\', '/'),
            use.line(),
            use.column(),
            use.construct(),
            "configuration",
            Action.MANUAL.toString(),
            getName(),
            use.key().advice(),
            Guide.FRAMEWORKS.page()));
  }

  private static boolean concerns(JavaSourceFile source) {
    for (JavaType type : source.getTypesInUse().getTypesInUse()) {
      if (type instanceof JavaType.FullyQualified named
          && (named.getFullyQualifiedName().startsWith(CAMEL)
              || named.getFullyQualifiedName().equals(JOOBY))) {
        return true;
      }
    }
    return false;
  }

  private Tree code(JavaSourceFile source, ExecutionContext ctx) {
    ClientFindings findings = new ClientFindings("configuration", Guide.FRAMEWORKS);
    new JavaIsoVisitor<ExecutionContext>() {
      @Override
      public J.Literal visitLiteral(J.Literal literal, ExecutionContext p) {
        if (literal.getValue() instanceof String uri && KeyUses.OPTION.matcher(uri).find()) {
          add(literal, uri, FrameworkKey.CAMEL);
        }
        return literal;
      }

      @Override
      public J.Identifier visitIdentifier(J.Identifier name, ExecutionContext p) {
        JavaType.Variable constant = name.getFieldType();
        if (name.getSimpleName().equals("SSE")
            && constant != null
            && TypeUtils.isOfClassType(constant.getOwner(), JOOBY)) {
          add(name, "Transport.SSE", FrameworkKey.JOOBY);
        }
        return name;
      }

      private void add(J place, String construct, FrameworkKey key) {
        findings.add(getCursor(), place, construct, Action.MANUAL, key.advice());
      }
    }.visit(source, ctx);
    findings.report(table, getName(), source, ctx);
    return Boolean.TRUE.equals(comment)
        ? new TodoComments(findings.comments()).visitNonNull(source, ctx)
        : source;
  }
}

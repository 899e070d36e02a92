package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.JavadocVisitor;
import org.openrewrite.java.service.SourcePositionService;
import org.openrewrite.java.service.Span;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Javadoc;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.xml.tree.Xml;

/**
 * Writes one row for each mention of a legacy type in a file's code (not in imports, not in
 * Javadoc), and for each place that names a legacy path.
 */
final class LegacySseReport extends JavaIsoVisitor<ExecutionContext> {

  /** What happens to a mention, and why. */
  record Judgement(Action action, String reason) {}

  /**
   * Decides on a mention, given by its cursor, of a type; empty if the type is none of its
   * business.
   */
  interface Judge {
    Optional<Judgement> judge(JavaType.FullyQualified type, Cursor mention);
  }

  private final LegacySseUses table;
  private final String rule;
  private final Judge judge;
  private final Map<UUID, String> pathsToLookAt = new HashMap<>();

  LegacySseReport(LegacySseUses table, String rule, List<Obstacle> pathsToLookAt, Judge judge) {
    this.table = table;
    this.rule = rule;
    pathsToLookAt.forEach(path -> this.pathsToLookAt.put(path.tree(), path.reason()));
    this.judge = judge;
  }

  /** Reports a source as a whole, because it is not Java. */
  void reportOtherLanguage(JavaSourceFile source, String type, ExecutionContext ctx) {
    if (ctx.getCycle() == 1) {
      insertRow(
          new Judgement(Action.MANUAL, "these recipes edit Java sources only"),
          new Mention(type, "other language"),
          source,
          1,
          1,
          ctx);
    }
  }

  @Override
  protected JavadocVisitor<ExecutionContext> getJavadocVisitor() {
    return new JavadocVisitor<>(this) {
      @Override
      public Javadoc visitDocComment(Javadoc.DocComment comment, ExecutionContext ctx) {
        return comment;
      }
    };
  }

  @Override
  public J.Import visitImport(J.Import imported, ExecutionContext ctx) {
    return imported;
  }

  @Override
  public Expression visitExpression(Expression expression, ExecutionContext ctx) {
    String reason = pathsToLookAt.get(expression.getId());
    if (reason != null) {
      insertRow(
          new Judgement(Action.MANUAL, reason),
          new Mention(expression.printTrimmed(getCursor()), "path"),
          ctx);
    }
    return super.visitExpression(expression, ctx);
  }

  @Override
  public J.Identifier visitIdentifier(J.Identifier name, ExecutionContext ctx) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(name.getType());
    if (type != null && name.getFieldType() == null && isNameOf(type, name) && !isDeclared(name)) {
      judge
          .judge(type, getCursor())
          .ifPresent(judgement -> insertRow(judgement, Mention.of(name, getCursor()), ctx));
    }
    return super.visitIdentifier(name, ctx);
  }

  private boolean isDeclared(J.Identifier name) {
    return getCursor().getParentTreeCursor().getValue() instanceof J.ClassDeclaration declaration
        && declaration.getName() == name;
  }

  private static boolean isNameOf(JavaType.FullyQualified type, J.Identifier name) {
    String className = type.getClassName();
    return name.getSimpleName().equals(className.substring(className.lastIndexOf('.') + 1));
  }

  private void insertRow(Judgement judgement, Mention mention, ExecutionContext ctx) {
    // A second cycle sees what the first one left, and would count it again.
    if (ctx.getCycle() > 1) {
      return;
    }
    Span position = new SourcePositionService().positionOf(getCursor());
    JavaSourceFile source = getCursor().firstEnclosingOrThrow(JavaSourceFile.class);
    insertRow(
        judgement,
        mention,
        source,
        position.getStartLine(),
        position.getColSpan().getStartColumn(),
        ctx);
  }

  private void insertRow(
      Judgement judgement,
      Mention mention,
      JavaSourceFile source,
      int line,
      int column,
      ExecutionContext ctx) {
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            source.getSourcePath().toString().replace('\\', '/'),
            line,
            column,
            mention.construct(),
            mention.shape(),
            judgement.action().toString(),
            rule,
            judgement.reason(),
            (rule.contains("Client") ? Guide.CLIENTS : Guide.SERVERS).page()));
  }

  /** Reports the pattern of a mapping in {@code web.xml}. */
  static void insertRow(
      LegacySseUses table,
      String rule,
      Xml.Document webXml,
      String pattern,
      String reason,
      ExecutionContext ctx) {
    if (ctx.getCycle() > 1) {
      return;
    }
    String before = webXml.printAll();
    before = before.substring(0, before.indexOf(">" + pattern + "<") + 1);
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            webXml.getSourcePath().toString().replace('\\', '/'),
            1 + (int) before.chars().filter(c -> c == '\n').count(),
            before.length() - before.lastIndexOf('\n'),
            pattern,
            "servlet mapping",
            Action.MANUAL.toString(),
            rule,
            reason,
            Guide.SERVERS.page()));
  }

  /** How a type is mentioned, in the words of the table. */
  private record Mention(String construct, String shape) {

    static Mention of(J.Identifier name, Cursor cursor) {
      String type = name.getSimpleName();
      Cursor parent = cursor.getParentTreeCursor();
      J whole = name;
      while (parent.getValue() instanceof J.FieldAccess qualified && qualified.getName() == name) {
        whole = qualified;
        parent = parent.getParentTreeCursor();
      }
      Object context = parent.getValue();
      if (context instanceof J.NewClass) {
        return new Mention("new " + type + "(..)", "construction");
      }
      if (context instanceof J.MethodInvocation call && !call.getArguments().contains(name)) {
        return new Mention(type + "." + call.getSimpleName() + "(..)", "construction");
      }
      if (context instanceof J.ClassDeclaration declared) {
        return declared.getExtends() == whole
            ? new Mention(declared.getSimpleName() + " extends " + type, "subclass")
            : new Mention(declared.getSimpleName() + " implements " + type, "own transport");
      }
      if (context instanceof J.FieldAccess access) {
        return new Mention(type + "." + access.getSimpleName(), "constant");
      }
      if (context instanceof J.MemberReference reference) {
        return new Mention(
            type + "::" + reference.getReference().getSimpleName(), "method reference");
      }
      return new Mention(type, "declared type");
    }
  }
}

package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import io.github.mcpmigrate.table.SourcesWithMentions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.binary.Binary;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.quark.Quark;
import org.openrewrite.remote.Remote;
import org.openrewrite.tree.ParseError;

/** Lists what only the text of a file shows: what the recipes cannot see, they do not edit. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindUnseenMentions extends Recipe {

  private static final String SDK = "io.modelcontextprotocol";

  transient LegacySseUses table = new LegacySseUses(this);
  transient SourcesWithMentions sources = new SourcesWithMentions(this);

  String displayName = "Find mentions of HTTP+SSE that types do not show";

  String description =
      "Compares the text of every file with what its types show, and lists in the data table `LegacySseUses` where a class "
          + "of HTTP+SSE is named in a comment, in a string, in another language or without a type that resolves.";

  /** Why a mention is listed. */
  private record Finding(Action action, String shape, String reason) {}

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (ctx.getCycle() == 1
            && tree instanceof SourceFile source
            && !(source instanceof Binary || source instanceof Quark || source instanceof Remote)) {
          String text = source.printAll();
          if (TextMention.mayBeIn(text)) {
            compare(source, text, ctx);
          } else if (source instanceof ParseError && text.contains(SDK)) {
            notParsed(source, text, ctx);
          }
        }
        return tree;
      }
    };
  }

  /** A file of which nobody can tell what it does with the SDK. */
  private void notParsed(SourceFile source, String text, ExecutionContext ctx) {
    String before = text.substring(0, text.indexOf(SDK));
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            source.getSourcePath().toString().replace('\\', '/'),
            1 + (int) before.lines().count() - (before.isEmpty() || before.endsWith("\n") ? 0 : 1),
            before.length() - before.lastIndexOf('\n'),
            SDK,
            "not parsed",
            Action.UNKNOWN.toString(),
            getName(),
            "OpenRewrite cannot parse this file, which uses the MCP Java SDK, and edits nothing in it: a pattern switch, for "
                + "example, is only understood when Maven runs on a JDK of at least the sources' Java version",
            Guide.MENTIONS.page()));
  }

  private void compare(SourceFile source, String text, ExecutionContext ctx) {
    String file = source.getSourcePath().toString().replace('\\', '/');
    sources.insertRow(ctx, new SourcesWithMentions.Row(file));
    Set<String> resolved = source instanceof JavaSourceFile code ? namesOfTypes(code) : Set.of();
    for (TextMention mention : TextMention.in(text)) {
      finding(source, mention, resolved.contains(mention.name()))
          .ifPresent(
              finding ->
                  table.insertRow(
                      ctx,
                      new LegacySseUses.Row(
                          file,
                          mention.line(),
                          mention.column(),
                          mention.name(),
                          finding.shape(),
                          finding.action().toString(),
                          getName(),
                          finding.reason(),
                          Guide.MENTIONS.page())));
    }
  }

  /** The simple names that stand for a type that resolves in this file, be it the SDK's or not. */
  private static Set<String> namesOfTypes(JavaSourceFile source) {
    return Stream.concat(
            source.getTypesInUse().getTypesInUse().stream(),
            source.getClasses().stream().map(declared -> declared.getType()))
        .map(TypeUtils::asFullyQualified)
        .filter(type -> type != null)
        .flatMap(type -> Stream.of(type.getClassName().split("\\.")))
        .collect(Collectors.toSet());
  }

  private static Optional<Finding> finding(
      SourceFile source, TextMention mention, boolean resolved) {
    if (source instanceof ParseError) {
      return Optional.of(
          new Finding(
              Action.UNKNOWN,
              "not parsed",
              "OpenRewrite cannot parse this file; nothing in it is edited"));
    }
    if (!(source instanceof JavaSourceFile)) {
      return Optional.of(
          new Finding(
              Action.MANUAL, "other language", "a mention in a file of this kind is not edited"));
    }
    return switch (mention.context()) {
      case COMMENT ->
          Optional.of(
              new Finding(
                  Action.MANUAL, "comment", "comments and commented-out code are not edited"));
      case STRING ->
          Optional.of(
              new Finding(
                  Action.MANUAL, "string", "a class that is named in a string is not edited"));
      case CODE, IMPORT, JAVADOC_REFERENCE ->
          resolved
              ? Optional.empty()
              : Optional.of(
                  new Finding(
                      Action.UNKNOWN,
                      "unresolved type",
                      mention.context() == TextMention.Context.IMPORT
                          ? "imported, but not used or without a type that resolves; nothing is edited"
                          : "the type does not resolve, so nothing is edited: is its artifact missing?"));
    };
  }
}

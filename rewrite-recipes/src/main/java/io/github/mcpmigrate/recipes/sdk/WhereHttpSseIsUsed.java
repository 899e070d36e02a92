package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.springai.SpringAiServers;
import java.util.regex.Pattern;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.marker.SearchResult;
import org.openrewrite.xml.tree.Xml;

/**
 * Finds every file of a project that uses HTTP+SSE. A precondition: a project that has left it, or
 * never had it, needs no other SDK for a migration.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class WhereHttpSseIsUsed extends ScanningRecipe<WhereHttpSseIsUsed.Uses> {

  private static final Pattern CONNECTIONS =
      Pattern.compile("spring[._]ai[._]mcp[._]client[._]sse", Pattern.CASE_INSENSITIVE);

  private static final Pattern DOCUMENTATION =
      Pattern.compile("\\.(md|adoc|asciidoc|rst|txt|html?)$", Pattern.CASE_INSENSITIVE);

  @Option(
      displayName = "Library",
      description =
          "Used by whom: `sdk`, `springai`, or `quarkus`, whose server needs no SDK. Defaults to any.",
      valid = {"sdk", "springai", "quarkus"},
      example = "springai",
      required = false)
  @Nullable String library;

  String displayName = "Find projects that use HTTP+SSE";

  String description =
      "Marks every file, if a class of the HTTP+SSE transport is used somewhere, or Spring AI is configured to use it.";

  /** What is known of a project. */
  static final class Uses {
    private final SpringAiServers springAi = new SpringAiServers();
    private boolean inCode;
    private boolean inConnections;

    private boolean areThere(@Nullable String library) {
      boolean ofSpringAi = inConnections || springAi.areOnSse();
      return (library == null || library.equals("sdk")) && inCode
          || (library == null || library.equals("springai")) && ofSpringAi;
    }
  }

  @Override
  public Uses getInitialValue(ExecutionContext ctx) {
    return new Uses();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(Uses uses) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source) {
          uses.springAi.read(source);
          if (source instanceof JavaSourceFile code) {
            uses.inCode |= usesSse(code);
          } else {
            uses.inConnections |= connectsBySse(source);
          }
        }
        return tree;
      }
    };
  }

  private static boolean usesSse(JavaSourceFile source) {
    if (!SdkTypes.areNamedIn(source)) {
      return false;
    }
    for (JavaType type : source.getTypesInUse().getTypesInUse()) {
      if (type instanceof JavaType.FullyQualified named
          && SdkTypes.isNamed(named.getFullyQualifiedName())
          && named.getClassName().contains("Sse")) {
        return true;
      }
    }
    return false;
  }

  private static boolean connectsBySse(SourceFile source) {
    return !(source instanceof Xml)
        && !DOCUMENTATION.matcher(source.getSourcePath().toString()).find()
        && CONNECTIONS.matcher(source.printAll()).find();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(Uses uses) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        // There is a second cycle only if something moved in the first, which cannot be seen any
        // more.
        return tree == null || ctx.getCycle() == 1 && !uses.areThere(library)
            ? tree
            : SearchResult.found(tree);
      }
    };
  }
}

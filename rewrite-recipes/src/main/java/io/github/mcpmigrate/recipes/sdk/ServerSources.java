package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.springai.PathPrefixes;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.yaml.tree.Yaml;

/**
 * Fills in {@link ServerProviderUses} from every file that says something about servers: sources in
 * all languages that Java types occur in, poms, and the configuration of applications.
 */
final class ServerSources extends TreeVisitor<Tree, ExecutionContext> {

  private final ServerMove move;
  private final ServerProviderUses uses;

  ServerSources(ServerMove move, ServerProviderUses uses) {
    this.move = move;
    this.uses = uses;
  }

  @Override
  public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
    return source instanceof JavaSourceFile
        || source instanceof Properties.File
        || source instanceof Yaml.Documents
        || source.getMarkers().findFirst(MavenResolutionResult.class).isPresent();
  }

  @Override
  public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
    // Not every caller asks whether a source is acceptable.
    if (tree instanceof JavaSourceFile source) {
      uses.reach().read(source);
      return new ServerProviderScanner(move, uses).visit(tree, ctx);
    }
    if (tree instanceof SourceFile source) {
      uses.reach().read(source);
      uses.under(PathPrefixes.in(source));
    }
    return tree;
  }
}

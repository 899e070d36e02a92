package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.table.LegacySseUses;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.yaml.tree.Yaml;

/** What the recipes have in common that look at the connections of Spring AI's clients. */
abstract class SpringAiClientRecipe extends SpringAiRecipe {

  private final transient LegacySseUses table = new LegacySseUses(this);

  abstract SpringAiMove move();

  /** Why clients of this project's own servers would lose them, if they moved. */
  abstract Optional<String> whyServersStay(SpringAiServers build);

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(SpringAiServers build) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
        return source instanceof Properties.File || source instanceof Yaml.Documents;
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return tree instanceof SourceFile source
            ? build
                .file(source)
                .map(file -> edit(file, source, build, ctx))
                .orElseGet(() -> leave(source, ctx))
            : tree;
      }
    };
  }

  /** A file that nobody is known to read. */
  private Tree leave(SourceFile source, ExecutionContext ctx) {
    ConfigurationFile.ofAnotherName(source).stream()
        .flatMap(file -> file.documents().stream())
        .filter(ClientKeys::areIn)
        .forEach(
            document ->
                new KeyFindings(table, getName(), source, ctx)
                    .unknown(document, ClientKeys.CONNECTIONS, KeyFindings.UNREAD));
    return source;
  }

  private Tree edit(
      ConfigurationFile file, SourceFile source, SpringAiServers build, ExecutionContext ctx) {
    KeyFindings findings = new KeyFindings(table, getName(), source, ctx);
    Map<Integer, KeyChanges> changes = new HashMap<>();
    for (ConfigurationDocument document : file.documents()) {
      Optional<String> obstacle =
          build
              .obstacle(source)
              .or(
                  () ->
                      ClientKeys.mayBeOfThisProject(document)
                          ? whyServersStay(build).map(SpringAiServers.OWN_SERVER_STAYS::concat)
                          : Optional.empty());
      KeyChanges change =
          obstacle.isPresent()
              ? new KeyChanges()
              : ClientKeys.changes(document, move(), SpringAiPaths.ofOwnServers(build, move()));
      changes.put(document.index(), change);
      obstacle.ifPresentOrElse(
          reason -> findings.manual(document, ClientKeys.CONNECTIONS, reason),
          () -> findings.report(document, ClientKeys.PREFIX, change));
    }
    return edits() ? ConfigurationFile.change(source, ClientKeys.PREFIX, changes::get) : source;
  }
}

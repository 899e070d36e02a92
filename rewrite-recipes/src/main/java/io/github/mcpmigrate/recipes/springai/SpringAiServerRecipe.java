package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.PropertiesConfiguration;
import io.github.mcpmigrate.table.LegacySseUses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.properties.PropertiesParser;
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.yaml.tree.Yaml;

/**
 * What the recipes have in common that take Spring AI's servers from HTTP+SSE to something else.
 */
abstract class SpringAiServerRecipe extends SpringAiRecipe {

  private static final String COMPAT = "mcp.compat";

  private final transient LegacySseUses table = new LegacySseUses(this);

  abstract SpringAiMove move();

  @Override
  public Collection<? extends SourceFile> generate(SpringAiServers servers, ExecutionContext ctx) {
    List<SourceFile> files = new ArrayList<>();
    if (!edits()) {
      return files;
    }
    servers
        .modules()
        .forEach(
            (project, module) ->
                module
                    .build()
                    .filter(build -> module.speaksSse() && obstacle(module).isEmpty())
                    .filter(build -> !module.hasConfiguration())
                    .map(build -> configuration(build.resolveSibling("src/main/resources")))
                    .map(
                        file ->
                            project
                                .map(p -> (SourceFile) file.withMarkers(file.getMarkers().add(p)))
                                .orElse(file))
                    .ifPresent(files::add));
    return files;
  }

  /** The first configuration file of a module that had none. */
  private SourceFile configuration(Path folder) {
    ConfigurationDocument none = new ConfigurationDocument(0, Map.of());
    KeyChanges changes = ServerKeys.changes(none, true, move());
    return new PropertiesParser()
        .parse("")
        .map(Properties.File.class::cast)
        .map(empty -> PropertiesConfiguration.change(empty, ServerKeys.PREFIX, i -> changes))
        .map(file -> PropertiesConfiguration.change(file, COMPAT, i -> compat(true)))
        .map(file -> file.<SourceFile>withSourcePath(folder.resolve("application.properties")))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(SpringAiServers servers) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
        return source instanceof Properties.File || source instanceof Yaml.Documents;
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return tree instanceof SourceFile source
            ? servers
                .of(source)
                .flatMap(
                    module -> servers.file(source).map(file -> edit(module, file, source, ctx)))
                .orElseGet(() -> leave(source, ctx))
            : tree;
      }
    };
  }

  /** A file that nobody is known to read. */
  private Tree leave(SourceFile source, ExecutionContext ctx) {
    ConfigurationFile.ofAnotherName(source).stream()
        .flatMap(file -> file.documents().stream())
        .filter(document -> !ServerKeys.changes(document, false, move()).isEmpty())
        .forEach(
            document ->
                new KeyFindings(table, getName(), source, ctx)
                    .unknown(document, ServerKeys.SERVER, KeyFindings.UNREAD));
    return source;
  }

  private Tree edit(
      SpringAiServers.Module module,
      ConfigurationFile file,
      SourceFile source,
      ExecutionContext ctx) {
    Map<Integer, KeyChanges> changes = new HashMap<>();
    KeyFindings findings = new KeyFindings(table, getName(), source, ctx);
    Optional<String> obstacle = module.speaksSse() ? obstacle(module) : Optional.empty();
    if (obstacle.isPresent()) {
      file.documents().stream()
          .filter(document -> document.hasBelow(ServerKeys.SERVER))
          .forEach(document -> findings.manual(document, ServerKeys.SERVER, obstacle.get()));
      return source;
    }
    for (ConfigurationDocument document : file.documents()) {
      KeyChanges change = module.changes(file, document, move());
      changes.put(document.index(), change);
      findings.report(document, ServerKeys.PREFIX, change);
    }
    if (!edits()) {
      return source;
    }
    Tree edited = ConfigurationFile.change(source, ServerKeys.PREFIX, changes::get);
    return ConfigurationFile.change(
        edited,
        COMPAT,
        index -> compat(changes.get(index).added().containsKey("streamable-http.mcp-endpoint")));
  }

  private Optional<String> obstacle(SpringAiServers.Module module) {
    return move().keepsSse() ? module.obstacleToBoth() : module.obstacle();
  }

  /** What the starter has to be told beside Spring AI's own keys. */
  private KeyChanges compat(boolean moved) {
    KeyChanges changes = new KeyChanges();
    if (moved && move().keepsSse() && move().keepUrl()) {
      changes.add("same-url", "true");
    }
    return changes;
  }
}

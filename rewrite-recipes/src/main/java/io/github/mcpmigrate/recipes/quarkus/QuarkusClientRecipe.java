package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.ServerHost;
import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import io.github.mcpmigrate.recipes.configuration.KeyPositions;
import io.github.mcpmigrate.recipes.configuration.PropertiesConfiguration;
import io.github.mcpmigrate.recipes.configuration.YamlConfiguration;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.yaml.tree.Yaml;

/** What the recipes have in common that look at the MCP clients of quarkus-langchain4j. */
abstract class QuarkusClientRecipe extends ScanningRecipe<QuarkusClients> {

  private static final String STREAMABLE = "streamable-http";
  private static final String NO_CHANNEL =
      "becomes streamable-http; before quarkus-langchain4j 1.9.0 it has no stream to listen on: changes of tools, and what the"
          + " server asks outside of a call, are lost";

  private final transient LegacySseUses table = new LegacySseUses(this);

  /** Whether files are changed, or it is only said what would be. */
  abstract boolean edits();

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(QuarkusClients clients) {
    return clients.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(QuarkusClients clients) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (!(tree instanceof SourceFile source)) {
          return tree;
        }
        QuarkusFindings findings = new QuarkusFindings(table, getName(), source, ctx);
        Tree edited = source;
        if (QuarkusServers.isConfiguration(source)) {
          edited = configuration(source, clients, findings);
        } else if (source instanceof JavaSourceFile code && BuiltTransports.areIn(code)) {
          BuiltTransports built = new BuiltTransports(findings);
          built.visit(code, ctx);
          edited = new TodoComments(built.comments()).visitNonNull(code, ctx);
        }
        return edits() ? edited : source;
      }
    };
  }

  private static SourceFile configuration(
      SourceFile file, QuarkusClients clients, QuarkusFindings findings) {
    List<KeyChanges> changes = new ArrayList<>();
    List<ConfigurationDocument> documents = QuarkusServers.documents(file);
    for (ConfigurationDocument document : documents) {
      KeyChanges change = new KeyChanges();
      document
          .values()
          .forEach(
              (key, value) -> {
                QuarkusClients.client(key, "transporttype")
                    .filter(client -> QuarkusClients.isHttpSse(value))
                    .ifPresent(
                        client ->
                            transport(
                                client,
                                key,
                                place(file, document, key),
                                file,
                                clients,
                                findings,
                                change));
                QuarkusClients.client(key, "url")
                    .filter(client -> clients.isLegacy(file, client))
                    .filter(client -> clients.whyNot(file, client).isEmpty())
                    .ifPresent(
                        client ->
                            url(key, value, place(file, document, key), clients, findings, change));
              });
      changes.add(change);
    }
    if (file instanceof Properties.File properties) {
      return PropertiesConfiguration.change(properties, "quarkus", changes::get);
    }
    return file instanceof Yaml.Documents yaml
        ? YamlConfiguration.change(yaml, "quarkus", changes::get)
        : file;
  }

  private static KeyPositions.Position place(
      SourceFile file, ConfigurationDocument document, KeyPath key) {
    return new KeyPositions(file).of(document.index(), key);
  }

  private static void transport(
      String client,
      KeyPath key,
      KeyPositions.Position position,
      SourceFile file,
      QuarkusClients clients,
      QuarkusFindings findings,
      KeyChanges change) {
    Optional<String> obstacle = clients.whyNot(file, client);
    if (obstacle.isPresent()) {
      findings.key(position, key.toString(), Action.MANUAL, obstacle.get());
      change.comment(key, obstacle.get());
      return;
    }
    change.set(key, STREAMABLE);
    if (clients.asksForChannel(file, client)) {
      findings.key(position, key.toString(), Action.CHANGED, "becomes " + STREAMABLE);
    } else if (clients.hasChannel(file)) {
      change.addAfter(key, "subsidiary-channel", "true");
      findings.key(
          position,
          key.toString(),
          Action.CHANGED,
          "becomes " + STREAMABLE + ", with subsidiary-channel=true to listen on");
    } else {
      findings.key(position, key.toString(), Action.CHANGED, NO_CHANNEL);
    }
  }

  private static void url(
      KeyPath key,
      String url,
      KeyPositions.Position position,
      QuarkusClients clients,
      QuarkusFindings findings,
      KeyChanges change) {
    String moved = clients.streamable(url).orElseThrow();
    if (!moved.equals(url.strip())) {
      change.set(key, moved);
    }
    if (ServerHost.isElsewhere(moved)) {
      String question = "make sure that " + moved + " serves Streamable HTTP";
      change.comment(key, question);
      findings.key(position, key.toString(), Action.MANUAL, question);
    } else if (!moved.equals(url.strip())) {
      findings.key(position, key.toString(), Action.CHANGED, "becomes " + moved);
    }
  }
}

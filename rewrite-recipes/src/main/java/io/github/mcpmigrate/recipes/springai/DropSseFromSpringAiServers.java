package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.build.GradleCompanion;
import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import io.github.mcpmigrate.table.LegacySseUses;
import java.util.HashMap;
import java.util.Map;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.maven.RemoveDependency;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.toml.tree.Toml;

/** Drop HTTP+SSE from Spring AI servers on both transports. */
@Value
@EqualsAndHashCode(callSuper = false)
public class DropSseFromSpringAiServers extends SpringAiRecipe {

  private static final String COMPAT = "mcp.compat";

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Drop HTTP+SSE from Spring AI servers on both transports";

  String description =
      "Removes `mcp-compat-spring-boot-starter` from Maven and Gradle projects, with its configuration and the keys of Spring AI that only "
          + "HTTP+SSE has. What remains serves Streamable HTTP at the same endpoint.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(SpringAiServers servers) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (!(tree instanceof SourceFile source)) {
          return tree;
        }
        if (GradleCompanion.isScript(source) || source instanceof Toml.Document) {
          return withoutStarter(source, ctx);
        }
        if (servers.onBoth(source).isEmpty()) {
          return tree;
        }
        return source.getMarkers().findFirst(MavenResolutionResult.class).isPresent()
            ? new RemoveDependency(AddCompatStarter.GROUP, AddCompatStarter.ARTIFACT, null)
                .getVisitor()
                .visit(source, ctx)
            : servers.file(source).map(file -> edit(file, source, ctx)).orElse(source);
      }
    };
  }

  private @Nullable Tree withoutStarter(SourceFile source, ExecutionContext ctx) {
    Tree edited =
        GradleCompanion.isScript(source)
            ? GradleCompanion.removing(AddCompatStarter.GROUP, AddCompatStarter.ARTIFACT)
                .visit(source, ctx)
            : source;
    if (edited instanceof SourceFile left && left.printAll().contains(AddCompatStarter.ARTIFACT)) {
      new KeyFindings(table, getName(), source, ctx)
          .manual(
              AddCompatStarter.ARTIFACT,
              "take it away here and where it is used, with the keys that begin with mcp.compat: this recipe removes it "
                  + "only where its coordinates are one string in a dependencies block");
    }
    return edited;
  }

  private Tree edit(ConfigurationFile file, SourceFile source, ExecutionContext ctx) {
    SpringAiMove move = SpringAiMove.of(null, null, false);
    KeyFindings findings = new KeyFindings(table, getName(), source, ctx);
    Map<Integer, KeyChanges> server = new HashMap<>();
    Map<Integer, KeyChanges> compat = new HashMap<>();
    for (ConfigurationDocument document : file.documents()) {
      KeyChanges keys = ServerKeys.changes(document, false, move);
      server.put(document.index(), keys);
      compat.put(document.index(), withoutCompat(document));
      findings.report(document, ServerKeys.PREFIX, keys);
      findings.report(document, COMPAT, compat.get(document.index()));
    }
    return ConfigurationFile.change(
        ConfigurationFile.change(source, ServerKeys.PREFIX, server::get), COMPAT, compat::get);
  }

  private static KeyChanges withoutCompat(ConfigurationDocument document) {
    KeyChanges changes = new KeyChanges();
    document.values().keySet().stream()
        .filter(key -> key.startsWith(KeyPath.of(COMPAT)))
        .forEach(key -> changes.remove(key, "goes with " + AddCompatStarter.ARTIFACT));
    return changes;
  }
}

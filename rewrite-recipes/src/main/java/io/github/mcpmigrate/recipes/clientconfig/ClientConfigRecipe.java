package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.clientconfig.Setting.Group;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Items;
import io.github.mcpmigrate.recipes.sdk.OwnServers;
import io.github.mcpmigrate.table.LegacySseUses;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.json.tree.Json;
import org.openrewrite.text.PlainText;
import org.openrewrite.toml.tree.Toml;
import org.openrewrite.yaml.tree.Yaml;

/** What the recipes have in common that look at the configuration of clients. */
abstract class ClientConfigRecipe extends ScanningRecipe<OwnServers> {

  /** What may be some client's, and is none that is known. */
  private static final Pattern PERHAPS =
      Pattern.compile(".*mcp.*\\.json", Pattern.CASE_INSENSITIVE);

  private final transient LegacySseUses table = new LegacySseUses(this);

  /** Whether files are changed, or it is only said what would be. */
  abstract boolean edits();

  /** Whether the project's own servers go on to serve HTTP+SSE. */
  abstract boolean toBoth();

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(OwnServers servers) {
    return servers.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(OwnServers servers) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
        return source instanceof Json.Document
            || source instanceof Yaml.Documents
            || source instanceof Toml.Document
            || source instanceof PlainText && MarkdownFile.is(source.getSourcePath());
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return tree instanceof SourceFile source && isAcceptable(source, ctx)
            ? follow(source, servers, ctx)
            : tree;
      }
    };
  }

  private Tree follow(SourceFile source, OwnServers servers, ExecutionContext ctx) {
    if (source instanceof PlainText text) {
      PlainText moved = new MarkdownMove(servers, own(servers), table, getName(), ctx).of(text);
      return edits() ? moved : source;
    }
    Optional<ClientFormat> format = ClientFormat.of(source.getSourcePath());
    if (format.isEmpty() && !(source instanceof Json.Document)) {
      return source;
    }
    Group content = Setting.read(source).orElse(null);
    if (content == null) {
      return source;
    }
    OwnUrls own = own(servers);
    ConfigEdits edits = new ConfigEdits();
    ConfigFindings findings = new ConfigFindings(table, getName(), source, ctx);
    if (format.isPresent()) {
      entries(content, format.get(), own, edits, findings);
    } else if (RegistryServer.is(source, content)) {
      new RegistryServer(own, toBoth()).of(content, edits, findings);
    } else if (N8nWorkflow.is(content)) {
      new N8nWorkflow(own).of(content, edits, findings);
    } else if (PERHAPS.matcher(source.getSourcePath().getFileName().toString()).matches()) {
      unknown(content, own, findings);
    }
    return edits() ? edits.apply(source) : source;
  }

  private static OwnUrls own(OwnServers servers) {
    return new OwnUrls(servers.streamablePaths(), servers.ports(), servers.whyClientsStay());
  }

  private static void entries(
      Group content, ClientFormat format, OwnUrls own, ConfigEdits edits, ConfigFindings findings) {
    Setting container = content.at(format.container()).orElse(null);
    Map<String, Setting> entries = container instanceof Group group ? group.members() : Map.of();
    entries.forEach(
        (name, entry) -> {
          if (entry instanceof Group group) {
            entry(group, format, own, edits, findings);
          }
        });
    if (container instanceof Items items) {
      for (Setting item : items.values()) {
        if (item instanceof Group group) {
          entry(group, format, own, edits, findings);
        }
      }
    }
  }

  static void entry(
      Group entry, ClientFormat format, OwnUrls own, ConfigEdits edits, ConfigFindings findings) {
    if (entry.members().containsKey("command") || entry.members().containsKey("cmd")) {
      new StartedBridge(own).of(entry, edits, findings);
    } else {
      new ConnectionMove(format, own).of(entry, edits, findings);
    }
  }

  /** A file with servers of which nobody can tell whose words these are. */
  private static void unknown(Group content, OwnUrls own, ConfigFindings findings) {
    for (String container : new String[] {"mcpServers", "servers"}) {
      if (content.members().get(container) instanceof Group servers) {
        servers
            .members()
            .forEach(
                (name, entry) -> {
                  if (entry instanceof Group group) {
                    group
                        .text("url")
                        .filter(
                            url ->
                                own.looksLegacy(url.value())
                                    || group
                                        .text("type")
                                        .filter(t -> t.value().equals("sse"))
                                        .isPresent())
                        .ifPresent(
                            url ->
                                findings.unknown(
                                    url,
                                    "no client is known that reads a file of this name, and each has words of its own for Streamable HTTP"));
                  }
                });
      }
    }
  }
}

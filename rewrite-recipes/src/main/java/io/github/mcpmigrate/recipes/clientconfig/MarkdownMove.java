package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.clientconfig.MarkdownFile.Block;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Group;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Items;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Text;
import io.github.mcpmigrate.recipes.sdk.OwnServers;
import io.github.mcpmigrate.table.LegacySseUses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Parser;
import org.openrewrite.SourceFile;
import org.openrewrite.json.JsonParser;
import org.openrewrite.text.PlainText;
import org.openrewrite.toml.TomlParser;
import org.openrewrite.tree.ParseError;
import org.openrewrite.yaml.YamlParser;

/** Moves what documentation shows of the project's own servers. */
final class MarkdownMove {

  private static final Set<String> JSON = Set.of("json", "jsonc", "json5", "");

  private final OwnServers servers;
  private final OwnUrls own;
  private final LegacySseUses table;
  private final String rule;
  private final ExecutionContext ctx;

  MarkdownMove(
      OwnServers servers, OwnUrls own, LegacySseUses table, String rule, ExecutionContext ctx) {
    this.servers = servers;
    this.own = own;
    this.table = table;
    this.rule = rule;
    this.ctx = ctx;
  }

  PlainText of(PlainText file) {
    Set<String> messages = servers.messagePaths();
    boolean concerned =
        !own.paths().isEmpty()
            && Stream.concat(own.paths().keySet().stream(), messages.stream())
                .anyMatch(path -> file.getText().contains(path));
    if (!concerned) {
      return file;
    }
    boolean asciiDoc = file.getSourcePath().toString().matches("(?i).*\\.(?:adoc|asciidoc)");
    MarkdownLines lines =
        new MarkdownLines(
            own,
            messages,
            servers.keepHttpSse(),
            (line, column, construct, action, reason) ->
                row(file, line, column, construct, action, reason));
    List<String> changed = new ArrayList<>();
    for (Block block : MarkdownFile.blocks(file.getText(), asciiDoc)) {
      Optional<String> snippet = block.fenced() ? snippet(block, file) : Optional.empty();
      if (snippet.isPresent()) {
        changed.addAll(Arrays.asList(snippet.get().split("\n", -1)));
      } else if (!block.lines().isEmpty()) {
        changed.addAll(lines(block, lines));
      }
    }
    return file.withText(String.join("\n", changed));
  }

  private List<String> lines(Block block, MarkdownLines lines) {
    boolean ofServer =
        block.fenced()
            && own.paths().keySet().stream()
                .anyMatch(path -> block.text().contains(path) && block.text().contains("://"));
    List<String> changed = new ArrayList<>();
    boolean hidden = false;
    String above = "";
    for (int i = 0; i < block.lines().size(); i++) {
      String line = block.lines().get(i);
      hidden |= !block.fenced() && line.contains("<!--");
      changed.add(
          hidden ? line : lines.line(block.first() + i, line, block.language(), above, ofServer));
      hidden &= !line.contains("-->");
      above = line;
    }
    return changed;
  }

  /** What becomes of a block that shows a client's configuration; empty if it shows none. */
  private Optional<String> snippet(Block block, PlainText file) {
    Optional<ClientFormat> format =
        ClientFormat.named(block.before()).or(() -> ClientFormat.named(first(block)));
    String text = block.text();
    boolean json = JSON.contains(block.language()) && text.stripLeading().startsWith("{");
    boolean other = Set.of("yaml", "yml", "toml").contains(block.language());
    if (format.isEmpty() || !json && !other) {
      return Optional.empty();
    }
    Parser parser =
        json
            ? JsonParser.builder().build()
            : block.language().equals("toml")
                ? TomlParser.builder().build()
                : YamlParser.builder().build();
    SourceFile parsed = parse(parser, text, file.getSourcePath()).orElse(null);
    Group content = parsed == null ? null : Setting.read(parsed).orElse(null);
    Setting container = content == null ? null : content.at(format.get().container()).orElse(null);
    if (container == null) {
      return Optional.empty();
    }
    ConfigEdits edits = new ConfigEdits();
    ConfigFindings findings =
        new ConfigFindings(
            table, rule, parsed, ctx, "documentation", Guide.MARKDOWN, block.first());
    entries(container)
        .filter(this::isOwn)
        .forEach(entry -> ClientConfigRecipe.entry(entry, format.get(), own, edits, findings));
    return Optional.of(((SourceFile) edits.apply(parsed)).printAll());
  }

  private static String first(Block block) {
    return block.lines().isEmpty() ? "" : block.lines().get(0);
  }

  private static Optional<SourceFile> parse(Parser parser, String text, Path path) {
    // Documentation leaves things out; what does not parse is looked at line by line.
    return parser
        .parseInputs(
            List.of(Parser.Input.fromString(path, text)),
            null,
            new InMemoryExecutionContext(e -> {}))
        .findFirst()
        .filter(parsed -> !(parsed instanceof ParseError) && parsed.printAll().equals(text));
  }

  private static Stream<Group> entries(Setting container) {
    Stream<Setting> entries =
        container instanceof Group group
            ? group.members().values().stream()
            : container instanceof Items items ? items.values().stream() : Stream.empty();
    return entries.filter(Group.class::isInstance).map(Group.class::cast);
  }

  /** Documentation shows servers of others, too, which are no business of ours. */
  private boolean isOwn(Group entry) {
    return entry.members().values().stream()
        .flatMap(
            member -> member instanceof Items items ? items.values().stream() : Stream.of(member))
        .filter(Text.class::isInstance)
        .map(text -> ((Text) text).value())
        .anyMatch(value -> value.contains("://") && own.owner(value) != OwnUrls.Owner.OTHER);
  }

  private void row(
      PlainText file,
      int line,
      int column,
      String construct,
      LegacySseUses.Action action,
      String reason) {
    // A second cycle would count it again.
    if (ctx.getCycle() > 1) {
      return;
    }
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            file.getSourcePath().toString().replace('\\', '/'),
            line + 1,
            column + 1,
            construct,
            "documentation",
            action.toString(),
            rule,
            reason,
            Guide.MARKDOWN.page()));
  }
}

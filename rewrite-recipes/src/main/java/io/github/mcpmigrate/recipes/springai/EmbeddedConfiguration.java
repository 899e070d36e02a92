package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import io.github.mcpmigrate.recipes.configuration.KeyPositions;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Parser;
import org.openrewrite.SourceFile;
import org.openrewrite.properties.PropertiesParser;
import org.openrewrite.yaml.YamlParser;
import org.openrewrite.yaml.tree.Yaml;

/**
 * A whole {@code application.yml} or {@code application.properties} in a ConfigMap or in the values
 * that one is made of, as a block of text.
 *
 * @param owner the manifest
 * @param fixed why nothing in it is edited, if so
 * @param lines where an entry begins
 */
record EmbeddedConfiguration(
    SourceFile owner,
    Optional<String> fixed,
    Function<Yaml.Mapping.Entry, KeyPositions.Position> lines,
    DeploymentDecisions decisions,
    DeploymentFindings findings) {

  private static final Pattern NAME =
      Pattern.compile("(application|bootstrap)[^/]*\\.(properties|ya?ml)");

  private static final Pattern MCP =
      Pattern.compile(
          "mcp\\W+(server|client)\\W.*(sse|protocol|base-?[uU]rl|keep-?[aA]live)", Pattern.DOTALL);

  /**
   * @param secret whether the entry is of a secret
   */
  Yaml.Mapping.Entry change(Yaml.Mapping.Entry entry, boolean secret) {
    String name = entry.getKey().getValue();
    if (!(entry.getValue() instanceof Yaml.Scalar scalar) || !NAME.matcher(name).matches()) {
      return entry;
    }
    if (scalar.getStyle() != Yaml.Scalar.Style.LITERAL) {
      if (MCP.matcher(scalar.getValue()).find()) {
        findings.insert(
            lines.apply(entry),
            name,
            "configuration",
            Action.MANUAL,
            "a file in a text that is no block is not edited: change the keys in it as they are in "
                + "the application's own");
      }
      return entry;
    }
    return secret
        ? new EmbeddedConfiguration(
                owner, Optional.of(YamlScopes.SECRET), lines, decisions, findings)
            .changeBlock(entry, name, scalar)
        : changeBlock(entry, name, scalar);
  }

  private Yaml.Mapping.Entry changeBlock(
      Yaml.Mapping.Entry entry, String name, Yaml.Scalar scalar) {
    String raw = scalar.getValue();
    int head = raw.indexOf('\n') + 1;
    String body = raw.substring(head);
    String indent =
        body.lines()
            .filter(line -> !line.isBlank())
            .findFirst()
            .map(line -> line.substring(0, line.length() - line.stripLeading().length()))
            .orElse("");
    if (indent.isEmpty() || raw.substring(0, head).matches("[-+]?\\d.*\\s*")) {
      return entry;
    }
    String text = body.replaceAll("(?m)^" + indent, "").replace("\r\n", "\n");
    Optional<ConfigurationFile> file = parse(name, text).flatMap(ConfigurationFile::of);
    if (file.isEmpty()) {
      return entry;
    }
    String changed = change(parse(name, text).orElseThrow(), file.get(), entry, indent.length());
    if (changed.equals(text)) {
      return entry;
    }
    String indented = changed.replaceAll("(?m)^(?=.)", indent);
    return entry.withValue(
        scalar.withValue(
            raw.substring(0, head)
                + (body.contains("\r\n") ? indented.replace("\n", "\r\n") : indented)));
  }

  private static Optional<SourceFile> parse(String name, String text) {
    Parser parser =
        name.endsWith(".properties") ? new PropertiesParser() : YamlParser.builder().build();
    try (Stream<SourceFile> parsed =
        parser.parseInputs(
            List.of(Parser.Input.fromString(Path.of(name), text)),
            null,
            new InMemoryExecutionContext())) {
      return parsed.findFirst();
    }
  }

  private String change(
      SourceFile source, ConfigurationFile file, Yaml.Mapping.Entry entry, int indent) {
    Map<Integer, KeyChanges> server = new HashMap<>();
    Map<Integer, KeyChanges> client = new HashMap<>();
    KeyPositions positions = new KeyPositions(source);
    for (ConfigurationDocument document : file.documents()) {
      Function<KeyPath, KeyPositions.Position> places =
          key -> {
            KeyPositions.Position inner = positions.of(document.index(), key);
            return new KeyPositions.Position(
                lines.apply(entry).line() + inner.line(), indent + inner.column());
          };
      server.put(
          document.index(),
          judge(document, decisions.server(document, owner, Optional.empty()), places));
      client.put(
          document.index(),
          judge(document, decisions.clients(document, owner, Optional.empty()), places));
    }
    if (fixed.isPresent()) {
      return source.printAll();
    }
    SourceFile changed =
        (SourceFile) ConfigurationFile.change(source, ServerKeys.PREFIX, server::get);
    return ((SourceFile) ConfigurationFile.change(changed, ClientKeys.PREFIX, client::get))
        .printAll();
  }

  private KeyChanges judge(
      ConfigurationDocument document,
      DeploymentDecisions.Decision decision,
      Function<KeyPath, KeyPositions.Position> places) {
    KeyChanges changes = decision.changes();
    for (KeyPath key : document.values().keySet()) {
      Optional<String> question = changes.question(key);
      Optional<String> words = question.or(() -> changes.fate(key));
      if (words.isPresent()) {
        findings.insert(
            places.apply(key),
            key.toString(),
            "configuration",
            decision
                .left()
                .orElse(fixed.isPresent() || question.isPresent() ? Action.MANUAL : Action.CHANGED),
            decision.left().isPresent() && !decision.reason().isEmpty()
                ? decision.reason()
                : fixed.map(why -> why + ": ").orElse("") + words.get());
      }
    }
    return decision.left().isPresent() ? new KeyChanges() : changes;
  }
}

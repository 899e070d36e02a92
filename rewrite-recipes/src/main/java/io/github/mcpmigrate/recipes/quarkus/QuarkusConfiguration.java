package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.build.QuarkusMcpBuild;
import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import io.github.mcpmigrate.recipes.configuration.KeyPositions;
import io.github.mcpmigrate.recipes.configuration.PropertiesConfiguration;
import io.github.mcpmigrate.recipes.configuration.YamlConfiguration;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.openrewrite.SourceFile;
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.yaml.tree.Yaml;

/**
 * Decides what becomes of the keys of one configuration file.
 *
 * @param drops whether HTTP+SSE ends
 */
record QuarkusConfiguration(
    QuarkusServers servers, boolean drops, SourceFile file, QuarkusFindings findings) {

  private static final String RULE = "quarkus.http.auth.permission.http-sse";
  private static final Pattern MAIN =
      Pattern.compile("(?:.*/)?src/main/resources/application\\.(?:properties|ya?ml)");

  SourceFile change() {
    KeyPositions positions = new KeyPositions(file);
    List<KeyChanges> changes = new ArrayList<>();
    List<ConfigurationDocument> documents = QuarkusServers.documents(file);
    boolean exposed =
        servers.ofModule(file).stream()
            .anyMatch(one -> one.values().keySet().stream().anyMatch(CorsKeys::isExposed));
    PathRules rules = new PathRules(servers.roots(file), servers.ofModule(file));
    for (ConfigurationDocument document : documents) {
      KeyChanges change = new KeyChanges();
      document
          .values()
          .forEach(
              (key, value) -> {
                KeyPositions.Position position = positions.of(document.index(), key);
                names(document, key, position, change);
                rules.of(key, value).ifPresent(verdict -> rule(key, verdict, position, change));
                CorsKeys.of(key, value).ifPresent(to -> set(key, to, position, change));
                if (!exposed && CorsKeys.switchOn(key, value)) {
                  change.add("exposed-headers", "Mcp-Session-Id");
                  findings.key(
                      position,
                      key.toString(),
                      Action.CHANGED,
                      "gets " + CorsKeys.PREFIX + ".exposed-headers=Mcp-Session-Id beside it");
                }
              });
      changes.add(change);
    }
    SourceFile changed = apply(file, CorsKeys.PREFIX, changes::get);
    return drops ? end(changed, rules) : changed;
  }

  private void names(
      ConfigurationDocument document,
      KeyPath key,
      KeyPositions.Position position,
      KeyChanges change) {
    QuarkusKeys.Renaming renaming =
        QuarkusKeys.renaming(written(key), servers.hasAutoInit()).orElse(null);
    if (renaming == null) {
      return;
    }
    Optional<String> obstacle = servers.build().flatMap(QuarkusMcpBuild::obstacle);
    String now = renaming.of(key.toString());
    KeyPath parent = new KeyPath(key.segments().subList(0, renaming.depth()));
    boolean meets =
        document.value(KeyPath.of(now)).isPresent()
            || file instanceof Yaml.Documents && document.hasBelow(parent.then(renaming.name()));
    if (obstacle.isPresent() || meets) {
      findings.key(
          position,
          key.toString(),
          Action.MANUAL,
          obstacle.orElse("becomes " + now + ", beside what is there already: put them together"));
      if (obstacle.isEmpty()) {
        change.comment(key, "this is " + now + " now, beside what is there already");
      }
      return;
    }
    change.rename(new KeyPath(key.segments().subList(0, renaming.depth() + 1)), renaming.name());
    findings.key(position, key.toString(), Action.CHANGED, "becomes " + now);
  }

  /** The dashes that a {@link KeyPath} is without. */
  private static String written(KeyPath key) {
    return key.toString()
        .replace("rootpath", "root-path")
        .replace("messageendpoint", "message-endpoint")
        .replace("includequeryparams", "include-query-params")
        .replace("dummyinit", "dummy-init");
  }

  private void rule(
      KeyPath key, PathRules.Verdict verdict, KeyPositions.Position position, KeyChanges change) {
    if (verdict.question().isPresent()) {
      findings.key(position, key.toString(), Action.MANUAL, verdict.question().get());
      change.comment(key, verdict.question().get());
    } else {
      set(key, verdict.value(), position, change);
    }
  }

  private void set(KeyPath key, String value, KeyPositions.Position position, KeyChanges change) {
    if (isList(key)) {
      findings.key(
          position, key.toString(), Action.MANUAL, "lists are not edited: it becomes " + value);
    } else {
      change.set(key, value);
      findings.key(position, key.toString(), Action.CHANGED, "becomes " + value);
    }
  }

  private boolean isList(KeyPath key) {
    boolean[] found = {false};
    if (file instanceof Yaml.Documents yaml) {
      new YamlLists(key, () -> found[0] = true).visit(yaml, 0);
    }
    return found[0];
  }

  /** Keeps everybody from HTTP+SSE, for which Quarkus has no other switch. */
  private SourceFile end(SourceFile changed, PathRules rules) {
    String path = file.getSourcePath().toString().replace('\\', '/');
    if (!MAIN.matcher(path).matches() || rules.endHttpSse() || !servers.hasSecurity(file)) {
      return changed;
    }
    KeyChanges added = new KeyChanges();
    added.add("paths", rules.legacyPaths());
    added.add("policy", "deny");
    findings.key(
        KeyPositions.Position.START,
        RULE,
        Action.CHANGED,
        "is written: HTTP+SSE is answered with 403 from now on");
    KeyChanges none = new KeyChanges();
    return apply(changed, RULE, index -> index == 0 ? added : none);
  }

  private static SourceFile apply(
      SourceFile file, String prefix, Function<Integer, KeyChanges> changes) {
    if (file instanceof Properties.File properties) {
      return PropertiesConfiguration.change(properties, prefix, changes);
    }
    return file instanceof Yaml.Documents yaml
        ? YamlConfiguration.change(yaml, prefix, changes)
        : file;
  }
}

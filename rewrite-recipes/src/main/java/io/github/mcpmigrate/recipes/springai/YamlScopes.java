package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.KeyPositions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.openrewrite.Cursor;
import org.openrewrite.yaml.tree.Yaml;

/**
 * Finds what sets environment variables in a YAML file: whatever is called {@code env} or {@code
 * environment} or has that in its name, the data of a ConfigMap, and the literals that kustomize
 * makes one of.
 *
 * @param file path of the file
 * @param fixed why nothing in the file is edited, if so
 * @param named the variables that other places know by their names
 * @param positions where mapping entries and scalars stand
 */
record YamlScopes(
    Path file,
    Optional<String> fixed,
    Set<String> named,
    Function<UUID, KeyPositions.Position> positions) {

  /** Variables and the entries, one each, that they are written in. */
  record Found(VariableScope scope, List<UUID> entries) {}

  private static final Set<String> NOT_VARIABLES = Set.of("env_file", "envfile", "envfrom");
  static final String SECRET = "secrets are not edited";

  /**
   * @param parent of the entry
   */
  Optional<Found> in(Yaml.Mapping.Entry entry, Cursor parent) {
    String key = entry.getKey().getValue();
    String kind = kind(entry, parent);
    boolean data = key.equals("data") || key.equals("stringData");
    boolean map = data && kind.equals("ConfigMap");
    boolean secret =
        data && kind.equals("Secret") || key.equals("literals") && below(parent, "secretGenerator");
    boolean variables =
        key.toLowerCase(Locale.ROOT).contains("env")
            && !NOT_VARIABLES.contains(key.toLowerCase(Locale.ROOT));
    if (!map && !secret && !variables && !key.equals("literals")) {
      return Optional.empty();
    }
    List<VariableScope.Variable> found = new ArrayList<>();
    List<UUID> entries = new ArrayList<>();
    boolean flow = false;
    boolean anchored = false;
    if (entry.getValue() instanceof Yaml.Mapping mapping) {
      flow = mapping.getOpeningBracePrefix() != null;
      anchored = mapping.getAnchor() != null;
      for (Yaml.Mapping.Entry variable : mapping.getEntries()) {
        if (variable.getKey() instanceof Yaml.Scalar name) {
          found.add(variable(name.getValue(), text(variable.getValue()), variable.getId()));
          entries.add(variable.getId());
        }
      }
    } else if (entry.getValue() instanceof Yaml.Sequence sequence) {
      flow = sequence.getOpeningBracketPrefix() != null;
      anchored = sequence.getAnchor() != null;
      for (Yaml.Sequence.Entry item : sequence.getEntries()) {
        item(item).ifPresent(found::add);
        if (found.size() > entries.size()) {
          entries.add(item.getId());
        }
      }
    }
    Optional<String> why =
        secret
            ? Optional.of(SECRET)
            : flow
                ? Optional.of("variables in one line are not edited")
                : anchored && found.stream().allMatch(variable -> variable.key().isPresent())
                    ? Optional.of("other places of this file refer to these variables")
                    : fixed;
    return found.stream().anyMatch(variable -> variable.key().isPresent())
        ? Optional.of(
            new Found(
                new VariableScope(
                    found, folder(parent), why, map || key.equals("literals") ? named : Set.of()),
                entries))
        : Optional.empty();
  }

  private VariableScope.Variable variable(String name, Optional<String> value, UUID place) {
    return new VariableScope.Variable(
        name, value.orElse(VariableScope.ELSEWHERE), positions.apply(place));
  }

  private static Optional<String> text(Yaml.Block value) {
    return value instanceof Yaml.Scalar scalar
        ? Optional.of(scalar.getValue()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  private Optional<VariableScope.Variable> item(Yaml.Sequence.Entry item) {
    if (item.getBlock() instanceof Yaml.Scalar scalar) {
      int equals = scalar.getValue().indexOf('=');
      return Optional.of(
          equals < 0
              ? variable(scalar.getValue(), Optional.empty(), scalar.getId())
              : variable(
                  scalar.getValue().substring(0, equals),
                  Optional.of(scalar.getValue().substring(equals + 1)),
                  scalar.getId()));
    }
    if (!(item.getBlock() instanceof Yaml.Mapping mapping)) {
      return Optional.empty();
    }
    return entry(mapping, "name")
        .filter(name -> name.getValue() instanceof Yaml.Scalar)
        .map(
            name ->
                variable(
                    ((Yaml.Scalar) name.getValue()).getValue(),
                    entry(mapping, "value").flatMap(value -> text(value.getValue())),
                    name.getValue().getId()));
  }

  private static Optional<Yaml.Mapping.Entry> entry(Yaml.Mapping mapping, String key) {
    return mapping.getEntries().stream()
        .filter(entry -> entry.getKey().getValue().equals(key))
        .findFirst();
  }

  /** The kind of Kubernetes object that an entry is directly in; empty if of none. */
  private static String kind(Yaml.Mapping.Entry entry, Cursor parent) {
    return parent.getValue() instanceof Yaml.Mapping mapping
        ? entry(mapping, "kind").flatMap(kind -> text(kind.getValue())).orElse("")
        : "";
  }

  private static boolean below(Cursor parent, String key) {
    return parent
        .getPathAsStream(Yaml.Mapping.Entry.class::isInstance)
        .map(Yaml.Mapping.Entry.class::cast)
        .anyMatch(entry -> entry.getKey().getValue().equals(key));
  }

  /** What docker compose builds the service of. */
  private Optional<Path> folder(Cursor parent) {
    if (!(parent.getValue() instanceof Yaml.Mapping service)) {
      return Optional.empty();
    }
    Path here = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    return entry(service, "build")
        .flatMap(
            build ->
                build.getValue() instanceof Yaml.Mapping mapping
                    ? entry(mapping, "context").flatMap(context -> text(context.getValue()))
                    : text(build.getValue()))
        .filter(context -> !context.contains(":") && !VariableScope.isPlaceholder(context))
        .map(context -> here.resolve(context).normalize());
  }

  /** Whether an entry is of the data of a secret. */
  static boolean isInSecret(Cursor entry) {
    Cursor data = entry.getParentTreeCursor().getParentTreeCursor();
    return data.getValue() instanceof Yaml.Mapping.Entry owner
        && kind(owner, data.getParentTreeCursor()).equals("Secret");
  }
}

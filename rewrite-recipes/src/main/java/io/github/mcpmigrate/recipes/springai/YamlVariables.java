package io.github.mcpmigrate.recipes.springai;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.yaml.YamlIsoVisitor;
import org.openrewrite.yaml.tree.Yaml;

/**
 * Changes environment variables in YAML: a mapping of names to values, a list of {@code NAME=value}
 * or a list of mappings with {@code name} and {@code value}, as docker compose, Kubernetes and Helm
 * have them. Comments stay where they are, even those of a line that goes.
 */
final class YamlVariables extends YamlIsoVisitor<Integer> {

  private final YamlScopes scopes;
  private final Function<VariableScope, VariableChanges> judge;
  private final BiFunction<Yaml.Mapping.Entry, Boolean, Yaml.Mapping.Entry> embedded;
  private final Map<UUID, VariableChanges.Fate> fates = new HashMap<>();

  /** What stood before an entry that went and belongs before the next thing that stays. */
  private @Nullable String carried;

  private boolean carriedLineEnds;

  /**
   * @param embedded changes an entry that may be a whole file; of a secret, or not
   */
  YamlVariables(
      YamlScopes scopes,
      Function<VariableScope, VariableChanges> judge,
      BiFunction<Yaml.Mapping.Entry, Boolean, Yaml.Mapping.Entry> embedded) {
    this.scopes = scopes;
    this.judge = judge;
    this.embedded = embedded;
  }

  @Override
  public Yaml.@Nullable Document visitDocument(Yaml.Document document, Integer p) {
    Yaml.Document visited =
        super.visitDocument(document.withPrefix(carry(document.getPrefix())), p);
    return carried == null
        ? visited
        : visited.withEnd(visited.getEnd().withPrefix(carry(visited.getEnd().getPrefix())));
  }

  @Override
  public Yaml.Mapping visitMapping(Yaml.Mapping mapping, Integer p) {
    return mapping.withEntries(
        ListUtils.flatMap(mapping.getEntries(), entry -> mappingEntries(entry, p)));
  }

  private @Nullable Object mappingEntries(Yaml.Mapping.Entry entry, Integer p) {
    VariableChanges.Fate fate = fates.get(entry.getId());
    if (fate != null && fate.goes()) {
      gone(entry.getPrefix());
      return null;
    }
    Yaml.Mapping.Entry visited = visitAndCast(entry, p);
    if (fate == null || visited == null) {
      return visited;
    }
    List<Yaml.Mapping.Entry> entries = new ArrayList<>();
    for (VariableChanges.Written added : fate.before()) {
      entries.add(
          visited
              .withId(Tree.randomId())
              .withKey(name(visited, added.name()))
              .withValue(value(visited.getValue(), added.value())));
      visited = visited.withPrefix(line(visited.getPrefix()));
    }
    entries.add(edited(visited, fate));
    return entries;
  }

  private static Yaml.Mapping.Entry edited(Yaml.Mapping.Entry entry, VariableChanges.Fate fate) {
    Yaml.Mapping.Entry edited = entry;
    String name = fate.name().orElseThrow();
    if (!name.equals(entry.getKey().getValue())) {
      edited = edited.withKey(name(entry, name));
    }
    if (fate.value().isPresent()) {
      edited = edited.withValue(value(entry.getValue(), fate.value().get()));
    }
    return fate.comment().isPresent()
        ? edited.withPrefix(commented(edited.getPrefix(), fate.comment().get()))
        : edited;
  }

  private static Yaml.Scalar name(Yaml.Mapping.Entry entry, String name) {
    return ((Yaml.Scalar) entry.getKey()).withValue(name);
  }

  private static Yaml.Block value(Yaml.Block old, String value) {
    return old instanceof Yaml.Scalar scalar ? scalar.withValue(value) : old;
  }

  @Override
  public Yaml.Mapping.@Nullable Entry visitMappingEntry(Yaml.Mapping.Entry entry, Integer p) {
    Yaml.Mapping.Entry carrying = entry.withPrefix(carry(entry.getPrefix()));
    boolean changes =
        scopes.in(carrying, getCursor().getParentTreeCursor()).map(this::plan).orElse(false);
    Yaml.Mapping.Entry visited = super.visitMappingEntry(carrying, p);
    visited = embedded.apply(visited, YamlScopes.isInSecret(getCursor()));
    boolean empty =
        visited.getValue() instanceof Yaml.Mapping m && m.getEntries().isEmpty()
            || visited.getValue() instanceof Yaml.Sequence s && s.getEntries().isEmpty();
    if (empty && changes) {
      String inner = carried == null ? "" : carried;
      carried = null;
      gone(visited.getPrefix());
      carried += inner;
      return null;
    }
    return visited;
  }

  /** Notes what becomes of the entries of a scope, if anything. */
  private boolean plan(YamlScopes.Found found) {
    VariableChanges changes = judge.apply(found.scope());
    if (!changes.areAny()) {
      return false;
    }
    for (int i = 0; i < found.entries().size(); i++) {
      if (changes.changes(i)) {
        fates.put(found.entries().get(i), changes.of(i));
      }
    }
    return true;
  }

  @Override
  public Yaml.Sequence visitSequence(Yaml.Sequence sequence, Integer p) {
    return sequence.withEntries(ListUtils.flatMap(sequence.getEntries(), entry -> items(entry, p)));
  }

  private @Nullable Object items(Yaml.Sequence.Entry entry, Integer p) {
    VariableChanges.Fate fate = fates.get(entry.getId());
    if (fate != null && fate.goes()) {
      gone(entry.getPrefix());
      return null;
    }
    Yaml.Sequence.Entry visited = visitAndCast(entry.withPrefix(carry(entry.getPrefix())), p);
    if (fate == null || visited == null) {
      return visited;
    }
    List<Yaml.Sequence.Entry> entries = new ArrayList<>();
    for (VariableChanges.Written added : fate.before()) {
      entries.add(
          visited
              .withId(Tree.randomId())
              .withBlock(item(visited.getBlock(), added.name(), Optional.of(added.value()))));
      visited = visited.withPrefix(line(visited.getPrefix()));
    }
    Yaml.Sequence.Entry edited =
        visited.withBlock(item(visited.getBlock(), fate.name().orElseThrow(), fate.value()));
    entries.add(
        fate.comment().isPresent()
            ? edited.withPrefix(commented(edited.getPrefix(), fate.comment().get()))
            : edited);
    return entries;
  }

  /** {@code NAME=value}, or a mapping with {@code name} and {@code value}. */
  private static Yaml.Block item(Yaml.Block old, String name, Optional<String> value) {
    if (old instanceof Yaml.Scalar scalar) {
      int equals = scalar.getValue().indexOf('=');
      String rest = equals < 0 ? "" : scalar.getValue().substring(equals);
      return scalar.withValue(name + value.map(v -> "=" + v).orElse(rest));
    }
    if (!(old instanceof Yaml.Mapping mapping)) {
      return old;
    }
    List<Yaml.Mapping.Entry> entries = new ArrayList<>();
    for (Yaml.Mapping.Entry entry : mapping.getEntries()) {
      Optional<String> text =
          switch (entry.getKey().getValue()) {
            case "name" -> Optional.of(name);
            case "value" -> value;
            default -> Optional.empty();
          };
      entries.add(text.map(t -> entry.withValue(value(entry.getValue(), t))).orElse(entry));
    }
    return mapping.withEntries(entries);
  }

  /** Keeps the comments before an entry that goes, and the one that ends the line before it. */
  private void gone(String prefix) {
    String before = carry(prefix);
    int line = before.lastIndexOf('\n');
    carriedLineEnds = line < 0;
    carried =
        line < 0
            ? ""
            : before.substring(0, before.charAt(Math.max(line - 1, 0)) == '\r' ? line - 1 : line);
  }

  /** What stands before the next thing that stays, with what went before it. */
  private String carry(String prefix) {
    if (carried == null) {
      return prefix;
    }
    int line = prefix.indexOf('\n');
    boolean windows = line > 0 && prefix.charAt(line - 1) == '\r';
    String rest = line < 0 ? "" : prefix.substring(windows ? line - 1 : line);
    if (carriedLineEnds && line >= 0) {
      rest = prefix.substring(line + 1);
    }
    String all = carried + rest;
    carried = null;
    carriedLineEnds = false;
    return all;
  }

  /** A line break and the white space that the last line of a prefix is. */
  private static String line(String prefix) {
    int line = prefix.lastIndexOf('\n');
    boolean windows = line > 0 && prefix.charAt(line - 1) == '\r';
    return line < 0 ? "\n" + prefix : prefix.substring(windows ? line - 1 : line);
  }

  private static String commented(String prefix, String comment) {
    return prefix + "#" + comment + line(prefix);
  }
}

package io.github.mcpmigrate.recipes.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.yaml.YamlParser;
import org.openrewrite.yaml.tree.Yaml;

/** A YAML file, of one document or several. */
public final class YamlConfiguration {

  private YamlConfiguration() {}

  public static List<ConfigurationDocument> read(Yaml.Documents file) {
    List<ConfigurationDocument> documents = new ArrayList<>();
    for (Yaml.Document document : file.getDocuments()) {
      Map<KeyPath, String> values = new LinkedHashMap<>();
      if (document.getBlock() instanceof Yaml.Mapping mapping) {
        read(mapping, KeyPath.ROOT, values);
      }
      documents.add(new ConfigurationDocument(documents.size(), values));
    }
    return documents;
  }

  private static void read(Yaml.Mapping mapping, KeyPath parent, Map<KeyPath, String> values) {
    for (Yaml.Mapping.Entry entry : mapping.getEntries()) {
      KeyPath key = parent.then(entry.getKey().getValue());
      if (entry.getValue() instanceof Yaml.Mapping below) {
        read(below, key, values);
      } else if (entry.getValue() instanceof Yaml.Scalar scalar) {
        values.put(key, scalar.getValue());
      } else if (entry.getValue() instanceof Yaml.Sequence list) {
        values.put(key, joined(list));
      }
    }
  }

  /** A list as Boot takes it, too, and as a {@code .properties} file has it. */
  private static String joined(Yaml.Sequence list) {
    return list.getEntries().stream()
        .map(Yaml.Sequence.Entry::getBlock)
        .filter(Yaml.Scalar.class::isInstance)
        .map(scalar -> ((Yaml.Scalar) scalar).getValue())
        .collect(Collectors.joining(","));
  }

  /**
   * @param prefix what the keys to add stand below
   * @param changes by the index of a document
   */
  public static Yaml.Documents change(
      Yaml.Documents file, String prefix, Function<Integer, KeyChanges> changes) {
    return file.withDocuments(
        ListUtils.map(
            file.getDocuments(),
            (index, document) -> {
              KeyChanges change = changes.apply(index);
              return change.isEmpty() || !(document.getBlock() instanceof Yaml.Mapping root)
                  ? document
                  : document.withBlock(new Editor(prefix, change, document.getPrefix()).edit(root));
            }));
  }

  /** Changes the keys of one document. */
  private static final class Editor {

    private final List<String> prefix;
    private final KeyChanges changes;
    private final String start;
    private boolean added;

    /**
     * @param start what stands before the first key of the document
     */
    Editor(String prefix, KeyChanges changes, String start) {
      this.prefix = KeyPath.split(prefix);
      this.changes = changes;
      this.start = start;
      this.added = changes.added().isEmpty();
    }

    Yaml.Mapping edit(Yaml.Mapping root) {
      return mapping(root, KeyPath.ROOT);
    }

    private Yaml.Mapping mapping(Yaml.Mapping mapping, KeyPath path) {
      List<Yaml.Mapping.Entry> entries = new ArrayList<>();
      Yaml.Mapping.@Nullable Entry gone = null;
      int place = -1;
      boolean beside = false;
      boolean afterSibling = false;
      String comments = "";
      String flat = "";
      for (Yaml.Mapping.Entry entry : mapping.getEntries()) {
        String name = entry.getKey().getValue();
        KeyPath key = path.then(name);
        Yaml.Mapping.Entry edited = entry(entry, path, key);
        if (edited != null) {
          edited = comments.isEmpty() ? edited : edited.withPrefix(comments + edited.getPrefix());
          entries.add(afterSibling ? withoutComment(edited, entries) : edited);
          comments = "";
          sibling(edited, key, indent(mapping)).ifPresent(entries::add);
          afterSibling = changes.after(key).isPresent();
        } else {
          boolean replaced = !added && (isOnTheWay(path) || passesPrefix(path, key));
          if (!entries.isEmpty() && (gone != null || !replaced)) {
            comments += comments(entry);
          }
          if (gone == null) {
            gone = entry;
            place = entries.size();
          }
        }
        if (changes.isBesideAdded(key) && (!beside || place == entries.size() - 1)) {
          beside = true;
          place = entries.size();
        }
        if (passesPrefix(path, key)) {
          flat = asWritten(path, name);
          place = gone == null && !beside ? entries.size() : place;
        }
      }
      String line = indent(mapping);
      if (!added && (isOnTheWay(path) || !flat.isEmpty())) {
        added = true;
        List<Yaml.Mapping.Entry> news = entries(path, flat, line);
        if (gone != null) {
          news.set(0, news.get(0).withPrefix(gone.getPrefix()));
        }
        entries.addAll(place < 0 ? entries.size() : place, news);
      } else if (gone != null && place == 0 && !entries.isEmpty()) {
        entries.set(0, entries.get(0).withPrefix(asFirst(gone, entries.get(0))));
      }
      return Trees.same(entries, mapping.getEntries()) ? mapping : mapping.withEntries(entries);
    }

    private Yaml.Mapping.@Nullable Entry entry(
        Yaml.Mapping.Entry entry, KeyPath path, KeyPath key) {
      Yaml.Mapping.Entry edited = entry;
      if (entry.getValue() instanceof Yaml.Mapping below) {
        Yaml.Mapping inner = mapping(below, key);
        if (inner.getEntries().isEmpty()) {
          return null;
        }
        edited = edited.withValue(inner);
      } else if (changes.isRemoved(key)) {
        return null;
      } else if (entry.getValue() instanceof Yaml.Scalar scalar) {
        edited =
            changes
                .newValue(key)
                .map(value -> entry.withValue(scalar.withValue(value)))
                .orElse(edited);
      }
      String line = line(entry);
      edited =
          changes
              .comment(key)
              .filter(
                  comment ->
                      !(path.length() == 0 ? start + entry.getPrefix() : entry.getPrefix())
                          .contains(comment))
              .map(comment -> entry.getPrefix() + "#" + comment + line)
              .map(edited::withPrefix)
              .orElse(edited);
      String name = changes.renamed(path, entry.getKey().getValue());
      return edited.getKey() instanceof Yaml.Scalar scalar && !name.equals(scalar.getValue())
          ? edited.withKey(scalar.withValue(name))
          : edited;
    }

    /** Gives a comment at the end of the line before the last entry to that line, back again. */
    private static Yaml.Mapping.Entry withoutComment(
        Yaml.Mapping.Entry entry, List<Yaml.Mapping.Entry> before) {
      int line = Math.max(0, entry.getPrefix().indexOf('\n'));
      Yaml.Mapping.Entry last = before.remove(before.size() - 1);
      before.add(last.withPrefix(entry.getPrefix().substring(0, line) + last.getPrefix()));
      return entry.withPrefix(entry.getPrefix().substring(line));
    }

    /** The comments above an entry that goes, which stay: above the next one. */
    private static String comments(Yaml.Mapping.Entry entry) {
      String prefix = entry.getPrefix();
      return prefix.contains("#") ? prefix.substring(0, prefix.lastIndexOf('\n')) : "";
    }

    private Optional<Yaml.Mapping.Entry> sibling(
        Yaml.Mapping.Entry entry, KeyPath key, String line) {
      String written = entry.getKey().getValue();
      return changes
          .after(key)
          .map(sibling -> sibling.key(written) + ": " + sibling.value())
          .map(text -> parse(text).getEntries().get(0).withPrefix(line));
    }

    /** The line break and white space before an entry; that of a first one is its parent's. */
    private static String line(Yaml.Mapping.Entry entry) {
      int at = entry.getPrefix().lastIndexOf('\n');
      return at < 0 ? "\n" : entry.getPrefix().substring(at);
    }

    /** Whether the prefix begins with this; inner mappings come first, so that none is nearer. */
    private boolean isOnTheWay(KeyPath path) {
      return path.length() <= prefix.size() && path.equals(prefix(path.length()));
    }

    private KeyPath prefix(int length) {
      return KeyPath.of(String.join(".", prefix.subList(0, length)));
    }

    /** Whether a key here names more than the prefix in one go. */
    private boolean passesPrefix(KeyPath path, KeyPath key) {
      return path.length() < prefix.size()
          && key.length() > prefix.size()
          && key.startsWith(prefix(prefix.size()));
    }

    /** The part of such a key up to the prefix's end. */
    private String asWritten(KeyPath path, String name) {
      return String.join(".", KeyPath.split(name).subList(0, prefix.size() - path.length())) + ".";
    }

    private List<Yaml.Mapping.Entry> entries(KeyPath path, String flat, String indent) {
      StringBuilder text = new StringBuilder();
      if (!flat.isEmpty()) {
        changes.added().forEach((key, value) -> line(text, indent, flat + key + ": " + value));
      } else {
        String below = indent;
        for (String segment : prefix.subList(path.length(), prefix.size())) {
          line(text, below, segment + ":");
          below += "  ";
        }
        nested(text, below);
      }
      Yaml.Mapping parsed = parse(text.toString());
      return new ArrayList<>(
          ListUtils.map(
              parsed.getEntries(),
              (index, entry) -> index == 0 ? entry.withPrefix(indent) : entry));
    }

    /** {@code a.b} and {@code a.c} have one {@code a}. */
    private void nested(StringBuilder text, String indent) {
      String group = "";
      for (Map.Entry<String, String> entry : changes.added().entrySet()) {
        int dot = entry.getKey().indexOf('.');
        String parent = dot < 0 ? "" : entry.getKey().substring(0, dot);
        if (!parent.isEmpty() && !parent.equals(group)) {
          line(text, indent, parent + ":");
        }
        group = parent;
        line(
            text,
            parent.isEmpty() ? indent : indent + "  ",
            entry.getKey().substring(dot + 1) + ": " + entry.getValue());
      }
    }

    private static void line(StringBuilder text, String indent, String line) {
      text.append(indent).append(line);
    }

    private static Yaml.Mapping parse(String text) {
      return new YamlParser()
          .parse(text)
          .findFirst()
          .map(Yaml.Documents.class::cast)
          .map(parsed -> (Yaml.Mapping) parsed.getDocuments().get(0).getBlock())
          .map(mapping -> mapping.withId(Tree.randomId()))
          .orElseThrow();
    }

    /** A line break and the white space that the entries of a mapping begin with. */
    private static String indent(Yaml.Mapping mapping) {
      for (Yaml.Mapping.Entry entry : mapping.getEntries()) {
        int line = entry.getPrefix().lastIndexOf('\n');
        if (line >= 0) {
          return entry.getPrefix().substring(line);
        }
      }
      return "\n";
    }

    /** What stands before an entry that becomes the first: no empty line, but its comments. */
    private static String asFirst(Yaml.Mapping.Entry gone, Yaml.Mapping.Entry next) {
      return next.getPrefix().contains("#")
          ? next.getPrefix().substring(gone.getPrefix().startsWith("\n") ? 0 : 1)
          : gone.getPrefix();
    }
  }
}

package io.github.mcpmigrate.recipes.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openrewrite.Tree;
import org.openrewrite.marker.Markers;
import org.openrewrite.properties.tree.Properties;

/** A {@code .properties} file. */
public final class PropertiesConfiguration {

  private PropertiesConfiguration() {}

  public static List<ConfigurationDocument> read(Properties.File file) {
    List<ConfigurationDocument> documents = new ArrayList<>();
    for (List<Properties.Content> part : parts(file)) {
      Map<KeyPath, String> values = new LinkedHashMap<>();
      for (Properties.Content content : part) {
        if (content instanceof Properties.Entry entry) {
          values.put(KeyPath.of(entry.getKey()), entry.getValue().getText());
        }
      }
      documents.add(new ConfigurationDocument(documents.size(), values));
    }
    return documents;
  }

  private static List<List<Properties.Content>> parts(Properties.File file) {
    List<List<Properties.Content>> parts = new ArrayList<>();
    List<Properties.Content> part = new ArrayList<>();
    parts.add(part);
    for (Properties.Content content : file.getContent()) {
      if (content instanceof Properties.Comment comment && separates(comment)) {
        part = new ArrayList<>();
        parts.add(part);
      }
      part.add(content);
    }
    return parts;
  }

  /** Whether a new document begins. */
  public static boolean separates(Properties.Comment comment) {
    return "---".equals(comment.getMessage().stripTrailing());
  }

  /**
   * @param prefix what the keys to add stand below
   * @param changes by the index of a document
   */
  public static Properties.File change(
      Properties.File file, String prefix, Function<Integer, KeyChanges> changes) {
    List<Properties.Content> contents = new ArrayList<>();
    int index = 0;
    for (List<Properties.Content> part : parts(file)) {
      KeyChanges change = changes.apply(index++);
      contents.addAll(change.isEmpty() ? part : changed(part, prefix, change));
    }
    if (!contents.isEmpty() && file.getContent().isEmpty()) {
      contents.set(0, (Properties.Content) contents.get(0).withPrefix(""));
    }
    return Trees.same(contents, file.getContent()) ? file : file.withContent(contents);
  }

  private static List<Properties.Content> changed(
      List<Properties.Content> part, String prefix, KeyChanges changes) {
    List<Properties.Content> changed = new ArrayList<>();
    KeyPath below = KeyPath.of(prefix);
    int place = -1;
    String firstPrefix = "\n";
    for (Properties.Content content : part) {
      if (!(content instanceof Properties.Entry entry)) {
        changed.add(content);
        continue;
      }
      KeyPath key = KeyPath.of(entry.getKey());
      if (changes.isRemoved(key)) {
        if (place < 0) {
          place = changed.size();
          firstPrefix = entry.getPrefix();
        }
        continue;
      }
      Properties.Entry edited =
          changes
              .newValue(key)
              .map(value -> entry.withValue(entry.getValue().withText(value)))
              .orElse(entry)
              .withKey(changes.renamed(KeyPath.ROOT, entry.getKey()));
      String comment = changes.comment(key).orElse(null);
      if (comment != null && !isAlready(changed, comment)) {
        changed.add(comment(comment, edited.getPrefix()));
        edited = edited.withPrefix("\n");
      }
      changed.add(edited);
      String written = edited.getKey();
      changes
          .after(key)
          .map(sibling -> entry(sibling.key(written), sibling.value(), "\n"))
          .ifPresent(changed::add);
      if (changes.isBesideAdded(key) && (place < 0 || place == changed.size() - 1)) {
        place = changed.size();
      }
    }
    if (place < 0) {
      place = afterLast(changed, below);
    }
    for (Map.Entry<String, String> added : changes.added().entrySet()) {
      changed.add(place++, entry(prefix + "." + added.getKey(), added.getValue(), firstPrefix));
      firstPrefix = "\n";
    }
    if (place < changed.size() && place == 0 && part.get(0) != changed.get(0)) {
      changed.set(0, (Properties.Content) changed.get(0).withPrefix(part.get(0).getPrefix()));
    }
    return changed;
  }

  private static boolean isAlready(List<Properties.Content> before, String comment) {
    return !before.isEmpty()
        && before.get(before.size() - 1) instanceof Properties.Comment last
        && last.getMessage().equals(comment);
  }

  /** Where a key goes that replaces none: after those of its kind, or at the end. */
  private static int afterLast(List<Properties.Content> contents, KeyPath prefix) {
    for (int i = contents.size() - 1; i >= 0; i--) {
      if (contents.get(i) instanceof Properties.Entry entry
          && KeyPath.of(entry.getKey()).startsWith(prefix)) {
        return i + 1;
      }
    }
    return contents.size();
  }

  private static Properties.Comment comment(String text, String prefix) {
    return new Properties.Comment(
        Tree.randomId(), prefix, Markers.EMPTY, Properties.Comment.Delimiter.HASH_TAG, text);
  }

  private static Properties.Entry entry(String key, String value, String prefix) {
    return new Properties.Entry(
        Tree.randomId(),
        prefix,
        Markers.EMPTY,
        key,
        "",
        Properties.Entry.Delimiter.EQUALS,
        new Properties.Value(Tree.randomId(), "", Markers.EMPTY, value));
  }
}

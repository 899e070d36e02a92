package io.github.mcpmigrate.recipes.configuration;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** What becomes of the keys of one {@link ConfigurationDocument}. */
public final class KeyChanges {

  private final Map<KeyPath, String> values = new LinkedHashMap<>();
  private final Map<KeyPath, String> names = new LinkedHashMap<>();
  private final Map<KeyPath, String> removed = new LinkedHashMap<>();
  private final Map<String, String> added = new LinkedHashMap<>();
  private final Set<KeyPath> neighbours = new LinkedHashSet<>();
  private final Map<KeyPath, String> comments = new LinkedHashMap<>();
  private final Map<KeyPath, Sibling> siblings = new LinkedHashMap<>();
  private final Set<String> moved = new LinkedHashSet<>();

  /** A key that has all but its last segment in common with another, and its value. */
  public record Sibling(String name, String value) {

    /** The whole key, as the other one is written. */
    public String key(String other) {
      int dot = other.lastIndexOf('.');
      return other.substring(0, dot + 1) + name;
    }
  }

  public boolean isEmpty() {
    return values.isEmpty()
        && names.isEmpty()
        && removed.isEmpty()
        && added.isEmpty()
        && comments.isEmpty()
        && siblings.isEmpty();
  }

  public void set(KeyPath key, String value) {
    values.put(key, value);
  }

  /**
   * @param pattern a key or the beginning of one; {@code *} stands for any segment
   * @param name what the last segment is called from now on
   */
  public void rename(KeyPath pattern, String name) {
    names.put(pattern, name);
  }

  public void remove(KeyPath key) {
    remove(key, "goes: only HTTP+SSE has it");
  }

  /**
   * @param fate what becomes of it, in words
   */
  public void remove(KeyPath key, String fate) {
    removed.put(key, fate);
  }

  /**
   * @param key below the prefix, as it is to be written
   */
  public void add(String key, String value) {
    added.put(key, value);
  }

  /**
   * Writes added keys right after the first such key that the document has and those that follow
   * it: where they stand as well if these keys go.
   */
  public void addBeside(KeyPath key) {
    neighbours.add(key);
  }

  public boolean isBesideAdded(KeyPath key) {
    return neighbours.stream().anyMatch(key::matches);
  }

  /**
   * Takes a key away and writes its value under another.
   *
   * @param newKey below the prefix, as it is to be written
   */
  public void move(KeyPath key, String newKey, String value) {
    remove(key, "becomes " + newKey);
    add(newKey, value);
    moved.add(newKey);
  }

  /**
   * @param text what a person has to decide there, in one line
   */
  public void comment(KeyPath key, String text) {
    comments.put(key, text);
  }

  /** What a person has to decide. */
  public Optional<String> question(KeyPath key) {
    return Optional.ofNullable(comments.get(key));
  }

  /** The comment above a key, without what begins it. */
  public Optional<String> comment(KeyPath key) {
    return question(key).map(text -> " TODO mcp-migrate: " + text);
  }

  /** Writes another key right after one that is there. */
  public void addAfter(KeyPath key, String name, String value) {
    siblings.put(key, new Sibling(name, value));
  }

  public Optional<Sibling> after(KeyPath key) {
    return Optional.ofNullable(siblings.get(key));
  }

  public Optional<String> newValue(KeyPath key) {
    return Optional.ofNullable(values.get(key));
  }

  public boolean isRemoved(KeyPath key) {
    return removed.keySet().stream().anyMatch(key::matches);
  }

  /** What becomes of a key, in words; empty if it stays as it is. */
  public Optional<String> fate(KeyPath key) {
    if (isRemoved(key)) {
      return removed.entrySet().stream()
          .filter(gone -> key.matches(gone.getKey()))
          .map(Map.Entry::getValue)
          .findFirst();
    }
    String renamed = renamed(KeyPath.ROOT, key.toString());
    return newValue(key)
        .map(value -> "becomes " + value)
        .or(() -> Optional.of("becomes " + renamed).filter(n -> !renamed.equals(key.toString())));
  }

  /** Whether a key that is added has its value from one that goes. */
  public boolean isMoved(String newKey) {
    return moved.contains(newKey);
  }

  /** Keys that the document does not have, with their values, in the order to write them. */
  public Map<String, String> added() {
    return added;
  }

  /** A key as it is written, with the new names of its segments. */
  public String renamed(KeyPath parent, String key) {
    KeyPath path = parent;
    StringJoiner renamed = new StringJoiner(".");
    boolean changed = false;
    for (String part : KeyPath.split(key)) {
      path = path.then(part);
      Optional<String> name = newName(path);
      changed |= name.isPresent();
      renamed.add(name.orElse(part));
    }
    return changed ? renamed.toString().replace(".[", "[") : key;
  }

  private Optional<String> newName(KeyPath path) {
    return names.entrySet().stream()
        .filter(name -> path.matches(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}

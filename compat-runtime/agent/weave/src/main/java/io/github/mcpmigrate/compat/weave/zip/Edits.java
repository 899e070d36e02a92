package io.github.mcpmigrate.compat.weave.zip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be other in a copy. Entries are meant by their index, as names may be double. */
public final class Edits {

  /**
   * An entry that is new.
   *
   * @param stored whether it is to lie there as it is
   */
  public record Added(String name, Content content, boolean stored) {}

  private final Map<Integer, Content> replaced = new HashMap<>();
  private final Set<Integer> removed = new HashSet<>();
  private final Map<Integer, List<Added>> added = new HashMap<>();

  /** Other bytes for an entry, which keeps its place, its time and the way it is compressed. */
  public void replace(int index, Content content) {
    replaced.put(index, content);
  }

  /** Leaves an entry out. */
  public void remove(int index) {
    removed.add(index);
  }

  /**
   * Puts a new entry behind another.
   *
   * @param index of that one; -1 for the end
   */
  public void add(int index, Added entry) {
    added.computeIfAbsent(index, key -> new ArrayList<>()).add(entry);
  }

  /** Whether the copy is to be like the original. */
  public boolean isEmpty() {
    return replaced.isEmpty() && removed.isEmpty() && added.isEmpty();
  }

  /** The other bytes of an entry; null if it keeps its own. */
  public Content replacement(int index) {
    return replaced.get(index);
  }

  /** Whether an entry is left out. */
  public boolean isRemoved(int index) {
    return removed.contains(index);
  }

  /** What comes behind an entry; with -1, at the end. */
  public List<Added> addedAfter(int index) {
    return List.copyOf(added.getOrDefault(index, List.of()));
  }
}

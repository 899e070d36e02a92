package io.github.mcpmigrate.recipes.configuration;

import java.util.List;
import java.util.stream.IntStream;
import org.openrewrite.Tree;

/** Parts of a file before and after an edit. */
public final class Trees {

  private Trees() {}

  /** Whether nothing was edited. Two trees are equal already if their ids are. */
  public static boolean same(List<? extends Tree> one, List<? extends Tree> other) {
    return one.size() == other.size()
        && IntStream.range(0, one.size()).allMatch(i -> one.get(i) == other.get(i));
  }
}

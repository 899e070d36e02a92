package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.configuration.KeyPath;
import org.openrewrite.yaml.YamlIsoVisitor;
import org.openrewrite.yaml.tree.Yaml;

/** Tells when a key of a YAML file has a list for its value, which is not written in one line. */
final class YamlLists extends YamlIsoVisitor<Integer> {

  private final KeyPath wanted;
  private final Runnable found;
  private KeyPath path = KeyPath.ROOT;

  YamlLists(KeyPath wanted, Runnable found) {
    this.wanted = wanted;
    this.found = found;
  }

  @Override
  public Yaml.Mapping.Entry visitMappingEntry(Yaml.Mapping.Entry entry, Integer p) {
    KeyPath parent = path;
    path = parent.then(entry.getKey().getValue());
    if (path.equals(wanted) && entry.getValue() instanceof Yaml.Sequence) {
      found.run();
    }
    Yaml.Mapping.Entry visited = super.visitMappingEntry(entry, p);
    path = parent;
    return visited;
  }
}

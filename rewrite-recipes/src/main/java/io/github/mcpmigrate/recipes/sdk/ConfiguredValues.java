package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.properties.PropertiesVisitor;
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.yaml.YamlIsoVisitor;
import org.openrewrite.yaml.tree.Yaml;

/** The values in a project's {@code .properties} and YAML files that name an HTTP+SSE endpoint. */
final class ConfiguredValues {

  /** Gives the new value of a key's value; empty to leave it. */
  interface Change extends BiFunction<String, String, Optional<String>> {}

  private static final Change NONE = (key, value) -> Optional.empty();

  private final Map<String, List<String>> values = new HashMap<>();

  /** Takes in a file; of any other kind, nothing. */
  void read(Tree file, ExecutionContext ctx) {
    change(
        file,
        (key, value) -> {
          values.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
          return NONE.apply(key, value);
        },
        ctx);
  }

  /** All values of a key, whatever file or profile they are in. */
  List<String> valuesOf(String key) {
    return values.getOrDefault(key, List.of());
  }

  /** Gives new values to the keys in a file. */
  static Tree change(Tree file, Change change, ExecutionContext ctx) {
    if (file instanceof Properties.File properties) {
      return new InProperties(change).visitNonNull(properties, ctx);
    }
    return file instanceof Yaml.Documents documents
        ? new InYaml(change).visitNonNull(documents, ctx)
        : file;
  }

  private static final class InProperties extends PropertiesVisitor<ExecutionContext> {

    private final Change change;

    InProperties(Change change) {
      this.change = change;
    }

    @Override
    public Properties visitEntry(Properties.Entry entry, ExecutionContext ctx) {
      return change
          .apply(entry.getKey(), entry.getValue().getText())
          .<Properties>map(value -> entry.withValue(entry.getValue().withText(value)))
          .orElse(entry);
    }
  }

  private static final class InYaml extends YamlIsoVisitor<ExecutionContext> {

    private final Change change;
    private final Deque<String> path = new ArrayDeque<>();

    InYaml(Change change) {
      this.change = change;
    }

    @Override
    public Yaml.Mapping.Entry visitMappingEntry(Yaml.Mapping.Entry entry, ExecutionContext ctx) {
      path.addLast(entry.getKey().getValue());
      try {
        if (entry.getValue() instanceof Yaml.Scalar scalar) {
          return change
              .apply(String.join(".", path), scalar.getValue())
              .map(value -> entry.withValue(scalar.withValue(value)))
              .orElse(entry);
        }
        return super.visitMappingEntry(entry, ctx);
      } finally {
        path.removeLast();
      }
    }
  }
}

package io.github.mcpmigrate.recipes.configuration;

import java.util.HashMap;
import java.util.Map;
import org.openrewrite.PrintOutputCapture;
import org.openrewrite.SourceFile;
import org.openrewrite.properties.internal.PropertiesPrinter;
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.yaml.internal.YamlPrinter;
import org.openrewrite.yaml.tree.Yaml;

/** Where the keys of a configuration file stand. */
public final class KeyPositions {

  /** Line and column, counted from 1. */
  public record Position(int line, int column) {

    public static final Position START = new Position(1, 1);

    public static Position after(String text) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      return new Position(line, text.length() - text.lastIndexOf('\n'));
    }
  }

  private record Place(int document, KeyPath key) {}

  private final Map<Place, Position> positions = new HashMap<>();

  public KeyPositions(SourceFile file) {
    PrintOutputCapture<Integer> out = new PrintOutputCapture<>(0);
    if (file instanceof Properties.File) {
      new PropertiesPrinter<Integer>() {
        private int document;

        @Override
        public Properties visitComment(Properties.Comment comment, PrintOutputCapture<Integer> p) {
          if (PropertiesConfiguration.separates(comment)) {
            document++;
          }
          return super.visitComment(comment, p);
        }

        @Override
        public Properties visitEntry(Properties.Entry entry, PrintOutputCapture<Integer> p) {
          note(document, KeyPath.of(entry.getKey()), p.getOut() + entry.getPrefix());
          return super.visitEntry(entry, p);
        }
      }.visit(file, out);
    } else {
      new YamlPrinter<Integer>() {
        private int document = -1;
        private KeyPath path = KeyPath.ROOT;

        @Override
        public Yaml visitDocument(Yaml.Document next, PrintOutputCapture<Integer> p) {
          document++;
          return super.visitDocument(next, p);
        }

        @Override
        public Yaml visitMappingEntry(Yaml.Mapping.Entry entry, PrintOutputCapture<Integer> p) {
          KeyPath parent = path;
          path = parent.then(entry.getKey().getValue());
          note(document, path, p.getOut() + entry.getPrefix());
          Yaml visited = super.visitMappingEntry(entry, p);
          path = parent;
          return visited;
        }
      }.visit(file, out);
    }
  }

  private void note(int document, KeyPath key, String before) {
    positions.put(new Place(document, key), Position.after(before));
  }

  public Position of(int document, KeyPath key) {
    return positions.getOrDefault(new Place(document, key), Position.START);
  }
}

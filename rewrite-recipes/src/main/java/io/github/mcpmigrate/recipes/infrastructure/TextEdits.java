package io.github.mcpmigrate.recipes.infrastructure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openrewrite.SourceFile;
import org.openrewrite.docker.DockerVisitor;
import org.openrewrite.docker.tree.Docker;
import org.openrewrite.text.PlainText;
import org.openrewrite.yaml.YamlVisitor;
import org.openrewrite.yaml.tree.Yaml;

/** Changes to pieces of a file's text; in YAML and in a Dockerfile each is within one value. */
final class TextEdits {

  private record Edit(int start, int end, String text) {}

  private final List<Edit> edits = new ArrayList<>();

  void replace(int start, int end, String text) {
    edits.add(new Edit(start, end, text));
  }

  SourceFile apply(SourceFile source) {
    if (edits.isEmpty()) {
      return source;
    }
    if (source instanceof PlainText text) {
      return text.withText(applied(text.getText(), 0, edits));
    }
    Map<UUID, String> values = new HashMap<>();
    for (Leaves.Leaf leaf : Leaves.of(source)) {
      List<Edit> inside =
          edits.stream()
              .filter(edit -> edit.start() >= leaf.start() && edit.end() <= leaf.end())
              .toList();
      if (!inside.isEmpty()) {
        values.put(leaf.id(), applied(leaf.text(), leaf.start(), inside));
      }
    }
    return (SourceFile)
        (source instanceof Yaml.Documents
            ? new YamlValues(values).visitNonNull(source, 0)
            : new DockerValues(values).visitNonNull(source, 0));
  }

  private static String applied(String text, int offset, List<Edit> edits) {
    StringBuilder changed = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::start).reversed())
        .forEach(edit -> changed.replace(edit.start() - offset, edit.end() - offset, edit.text()));
    return changed.toString();
  }

  private static final class YamlValues extends YamlVisitor<Integer> {

    private final Map<UUID, String> values;

    YamlValues(Map<UUID, String> values) {
      this.values = values;
    }

    @Override
    public Yaml visitScalar(Yaml.Scalar scalar, Integer p) {
      String value = values.get(scalar.getId());
      return value == null ? scalar : scalar.withValue(value);
    }
  }

  private static final class DockerValues extends DockerVisitor<Integer> {

    private final Map<UUID, String> values;

    DockerValues(Map<UUID, String> values) {
      this.values = values;
    }

    @Override
    public Docker visitLiteral(Docker.Literal literal, Integer p) {
      String value = values.get(literal.getId());
      return value == null ? literal : literal.withText(value);
    }
  }
}

package io.github.mcpmigrate.recipes.infrastructure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.openrewrite.PrintOutputCapture;
import org.openrewrite.SourceFile;
import org.openrewrite.docker.internal.DockerPrinter;
import org.openrewrite.docker.tree.Docker;
import org.openrewrite.yaml.internal.YamlPrinter;
import org.openrewrite.yaml.tree.Yaml;

/** The values of a YAML file and the words of a Dockerfile, with their places in its text. */
final class Leaves {

  /**
   * A value.
   *
   * @param keys by which it is reached, that of its document the first; {@code #0} is the first
   *     item of a list. Empty in a Dockerfile
   * @param start where its text begins, behind a quotation mark
   */
  record Leaf(UUID id, List<String> keys, String text, int start) {

    int end() {
      return start + text.length();
    }
  }

  private Leaves() {}

  /** All of them, in the order of the file; those that are not printed as they are left out. */
  static List<Leaf> of(SourceFile source) {
    PrintOutputCapture<Integer> out = new PrintOutputCapture<>(0);
    List<Leaf> found = new ArrayList<>();
    if (source instanceof Yaml.Documents) {
      new YamlLeaves(found).visit(source, out);
    } else if (source instanceof Docker.File) {
      new DockerPrinter<Integer>() {
        @Override
        public Docker visitLiteral(Docker.Literal literal, PrintOutputCapture<Integer> p) {
          int start = p.out.length() + literal.getPrefix().getWhitespace().length();
          found.add(new Leaf(literal.getId(), List.of(), literal.getText(), start));
          return super.visitLiteral(literal, p);
        }
      }.visit(source, out);
    }
    String text = out.getOut();
    return found.stream()
        .map(leaf -> placed(leaf, text))
        .filter(leaf -> leaf.start() >= 0)
        .toList();
  }

  private static Leaf placed(Leaf leaf, String text) {
    boolean here = text.startsWith(leaf.text(), leaf.start());
    boolean quoted = text.startsWith(leaf.text(), leaf.start() + 1);
    return new Leaf(
        leaf.id(), leaf.keys(), leaf.text(), here ? leaf.start() : quoted ? leaf.start() + 1 : -1);
  }

  private static final class YamlLeaves extends YamlPrinter<Integer> {

    private final List<Leaf> found;
    private final Deque<String> keys = new ArrayDeque<>();
    private final Deque<Integer> items = new ArrayDeque<>();
    private int document = -1;

    YamlLeaves(List<Leaf> found) {
      this.found = found;
    }

    @Override
    public Yaml visitDocument(Yaml.Document next, PrintOutputCapture<Integer> p) {
      document++;
      keys.clear();
      keys.add("document " + document);
      return super.visitDocument(next, p);
    }

    @Override
    public Yaml visitMappingEntry(Yaml.Mapping.Entry entry, PrintOutputCapture<Integer> p) {
      keys.addLast(entry.getKey().getValue());
      Yaml visited = super.visitMappingEntry(entry, p);
      keys.removeLast();
      return visited;
    }

    @Override
    public Yaml visitSequence(Yaml.Sequence sequence, PrintOutputCapture<Integer> p) {
      items.addLast(0);
      Yaml visited = super.visitSequence(sequence, p);
      items.removeLast();
      return visited;
    }

    @Override
    public Yaml visitSequenceEntry(Yaml.Sequence.Entry entry, PrintOutputCapture<Integer> p) {
      int index = items.removeLast();
      items.addLast(index + 1);
      keys.addLast("#" + index);
      Yaml visited = super.visitSequenceEntry(entry, p);
      keys.removeLast();
      return visited;
    }

    @Override
    public Yaml visitScalar(Yaml.Scalar scalar, PrintOutputCapture<Integer> p) {
      int start = p.out.length() + scalar.getPrefix().length();
      boolean line =
          scalar.getStyle() != Yaml.Scalar.Style.LITERAL
              && scalar.getStyle() != Yaml.Scalar.Style.FOLDED
              && scalar.getAnchor() == null
              && !(getCursor().getParentOrThrow().getValue() instanceof Yaml.Mapping.Entry entry
                  && entry.getKey() == scalar);
      if (line) {
        found.add(new Leaf(scalar.getId(), List.copyOf(keys), scalar.getValue(), start));
      }
      return super.visitScalar(scalar, p);
    }
  }
}

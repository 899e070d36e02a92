package io.github.mcpmigrate.recipes.springai;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.openrewrite.PrintOutputCapture;
import org.openrewrite.SourceFile;
import org.openrewrite.docker.internal.DockerPrinter;
import org.openrewrite.docker.tree.Docker;
import org.openrewrite.yaml.internal.YamlPrinter;
import org.openrewrite.yaml.tree.Yaml;

/** Where the parts of a YAML file or Dockerfile stand that may set a variable. */
final class TreePositions {

  private final Map<UUID, KeyPositions.Position> positions = new HashMap<>();

  TreePositions(SourceFile file) {
    PrintOutputCapture<Integer> out = new PrintOutputCapture<>(0);
    if (file instanceof Docker.File) {
      new DockerPrinter<Integer>() {
        @Override
        public Docker visitLiteral(Docker.Literal literal, PrintOutputCapture<Integer> p) {
          note(literal.getId(), p.getOut() + literal.getPrefix().getWhitespace());
          return super.visitLiteral(literal, p);
        }
      }.visit(file, out);
    } else {
      new YamlPrinter<Integer>() {
        @Override
        public Yaml visitMappingEntry(Yaml.Mapping.Entry entry, PrintOutputCapture<Integer> p) {
          note(entry.getId(), p.getOut() + entry.getPrefix());
          return super.visitMappingEntry(entry, p);
        }

        @Override
        public Yaml visitScalar(Yaml.Scalar scalar, PrintOutputCapture<Integer> p) {
          note(scalar.getId(), p.getOut() + scalar.getPrefix());
          return super.visitScalar(scalar, p);
        }
      }.visit(file, out);
    }
  }

  private void note(UUID id, String before) {
    positions.put(id, KeyPositions.Position.after(before));
  }

  KeyPositions.Position of(UUID id) {
    return positions.getOrDefault(id, KeyPositions.Position.START);
  }
}

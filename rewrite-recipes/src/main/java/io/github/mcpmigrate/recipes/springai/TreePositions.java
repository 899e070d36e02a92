package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.KeyPositions;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.openrewrite.PrintOutputCapture;
import org.openrewrite.SourceFile;
import org.openrewrite.docker.internal.DockerPrinter;
import org.openrewrite.docker.tree.Docker;
import org.openrewrite.yaml.internal.YamlPrinter;
import org.openrewrite.yaml.tree.Yaml;

/** Where the parts of a YAML file or Dockerfile stand that may set a variable. */
final class TreePositions {

  /** Variables, and files in a ConfigMap. */
  private static final Pattern NAME =
      Pattern.compile("(?i)spring[_.]ai[_.]mcp|mcp[_.]compat|application|bootstrap");

  private final Map<UUID, KeyPositions.Position> positions = new HashMap<>();

  TreePositions(SourceFile file) {
    PrintOutputCapture<Integer> out = new PrintOutputCapture<>(0);
    if (file instanceof Docker.File) {
      new DockerPrinter<Integer>() {
        @Override
        public Docker visitLiteral(Docker.Literal literal, PrintOutputCapture<Integer> p) {
          note(literal.getText(), literal.getId(), p, literal.getPrefix().getWhitespace());
          return super.visitLiteral(literal, p);
        }
      }.visit(file, out);
    } else {
      new YamlPrinter<Integer>() {
        @Override
        public Yaml visitMappingEntry(Yaml.Mapping.Entry entry, PrintOutputCapture<Integer> p) {
          note(entry.getKey().getValue(), entry.getId(), p, entry.getPrefix());
          return super.visitMappingEntry(entry, p);
        }

        @Override
        public Yaml visitScalar(Yaml.Scalar scalar, PrintOutputCapture<Integer> p) {
          note(scalar.getValue(), scalar.getId(), p, scalar.getPrefix());
          return super.visitScalar(scalar, p);
        }
      }.visit(file, out);
    }
  }

  /** Counts the lines before a part, which takes a copy of them, only if it may be asked for. */
  private void note(String text, UUID id, PrintOutputCapture<Integer> out, String prefix) {
    if (NAME.matcher(text).lookingAt()) {
      positions.put(id, KeyPositions.Position.after(out.getOut() + prefix));
    }
  }

  KeyPositions.Position of(UUID id) {
    return positions.getOrDefault(id, KeyPositions.Position.START);
  }
}

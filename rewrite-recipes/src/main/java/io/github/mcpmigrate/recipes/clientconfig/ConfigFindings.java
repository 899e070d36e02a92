package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.clientconfig.Setting.Text;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.PrintOutputCapture;
import org.openrewrite.SourceFile;
import org.openrewrite.json.internal.JsonPrinter;
import org.openrewrite.json.tree.Json;
import org.openrewrite.toml.internal.TomlPrinter;
import org.openrewrite.toml.tree.Toml;
import org.openrewrite.yaml.internal.YamlPrinter;
import org.openrewrite.yaml.tree.Yaml;

/** Writes into the data table what becomes of the entries of one file. */
final class ConfigFindings {

  private final LegacySseUses table;
  private final String rule;
  private final SourceFile file;
  private final ExecutionContext ctx;
  private final String shape;
  private final Guide guide;
  private final int above;
  private @Nullable Positions positions;

  ConfigFindings(LegacySseUses table, String rule, SourceFile file, ExecutionContext ctx) {
    this(table, rule, file, ctx, "client configuration", Guide.CLIENT_CONFIG, 0);
  }

  /**
   * @param above how many lines stand above these in the file
   */
  ConfigFindings(
      LegacySseUses table,
      String rule,
      SourceFile file,
      ExecutionContext ctx,
      String shape,
      Guide guide,
      int above) {
    this.table = table;
    this.rule = rule;
    this.file = file;
    this.ctx = ctx;
    this.shape = shape;
    this.guide = guide;
    this.above = above;
  }

  void changed(Text text, String reason) {
    insert(text, Action.CHANGED, reason);
  }

  void manual(Text text, String reason) {
    insert(text, Action.MANUAL, reason);
  }

  void unknown(Text text, String reason) {
    insert(text, Action.UNKNOWN, reason);
  }

  private void insert(Text text, Action action, String reason) {
    // A second cycle would count it again.
    if (ctx.getCycle() > 1) {
      return;
    }
    if (positions == null) {
      positions = new Positions(file);
    }
    String head = positions.before(text);
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            file.getSourcePath().toString().replace('\\', '/'),
            above + 1 + (int) head.chars().filter(c -> c == '\n').count(),
            head.length() - head.lastIndexOf('\n'),
            text.value(),
            shape,
            action.toString(),
            rule,
            reason,
            guide.page()));
  }

  /** Where the values of a file stand. */
  private static final class Positions {

    private final Map<UUID, Integer> offsets = new HashMap<>();
    private final String text;

    Positions(SourceFile file) {
      PrintOutputCapture<Integer> out = new PrintOutputCapture<>(0);
      if (file instanceof Json.Document) {
        new JsonPrinter<Integer>() {
          @Override
          public Json visitLiteral(Json.Literal literal, PrintOutputCapture<Integer> p) {
            note(literal.getId(), p, literal.getPrefix().getWhitespace());
            return super.visitLiteral(literal, p);
          }
        }.visit(file, out);
      } else if (file instanceof Yaml.Documents) {
        new YamlPrinter<Integer>() {
          @Override
          public Yaml visitScalar(Yaml.Scalar scalar, PrintOutputCapture<Integer> p) {
            note(scalar.getId(), p, scalar.getPrefix());
            return super.visitScalar(scalar, p);
          }
        }.visit(file, out);
      } else {
        new TomlPrinter<Integer>() {
          @Override
          public Toml visitLiteral(Toml.Literal literal, PrintOutputCapture<Integer> p) {
            note(literal.getId(), p, literal.getPrefix().getWhitespace());
            return super.visitLiteral(literal, p);
          }
        }.visit(file, out);
      }
      text = out.getOut();
    }

    private void note(UUID id, PrintOutputCapture<Integer> out, String prefix) {
      offsets.put(id, out.out.length() + prefix.length());
    }

    String before(Text value) {
      return text.substring(0, offsets.getOrDefault(value.id(), 0));
    }
  }
}

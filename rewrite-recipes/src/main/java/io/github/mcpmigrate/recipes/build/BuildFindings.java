package io.github.mcpmigrate.recipes.build;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import org.openrewrite.ExecutionContext;
import org.openrewrite.PrintOutputCapture;
import org.openrewrite.SourceFile;
import org.openrewrite.xml.internal.XmlPrinter;
import org.openrewrite.xml.tree.Xml;

/** Writes what a person has to do in a build file into the data table. */
public final class BuildFindings {

  private final LegacySseUses table;
  private final String rule;
  private final SourceFile file;
  private final ExecutionContext ctx;

  public BuildFindings(LegacySseUses table, String rule, SourceFile file, ExecutionContext ctx) {
    this.table = table;
    this.rule = rule;
    this.file = file;
    this.ctx = ctx;
  }

  void report(Xml.Tag dependency, String reason) {
    report(
        dependency.getChildValue("artifactId").orElse("dependency"),
        Position.of(dependency, file),
        reason);
  }

  void report(GradleDependency dependency, String reason) {
    report(dependency.artifact(), Position.of(dependency, file), reason);
  }

  /** Reports what the file as a whole lacks. */
  public void report(String artifact, String reason) {
    report(artifact, new Position(1, 1), reason);
  }

  private void report(String artifact, Position position, String reason) {
    // A second cycle would count it again.
    if (ctx.getCycle() > 1) {
      return;
    }
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            file.getSourcePath().toString().replace('\\', '/'),
            position.line(),
            position.column(),
            artifact,
            "build",
            Action.MANUAL.toString(),
            rule,
            reason,
            Guide.RELEASES.page()));
  }

  /** Where a tag begins; line and column count from 1. */
  private record Position(int line, int column) {

    static Position of(Xml.Tag tag, SourceFile file) {
      StringBuilder before = new StringBuilder();
      PrintOutputCapture<Integer> out = new PrintOutputCapture<>(0);
      new XmlPrinter<Integer>() {
        @Override
        public Xml visitTag(Xml.Tag printed, PrintOutputCapture<Integer> p) {
          if (printed.getId().equals(tag.getId())) {
            before.append(p.getOut()).append(printed.getPrefix());
          }
          return super.visitTag(printed, p);
        }
      }.visit(file, out);
      return after(before);
    }

    /** The first mention of the coordinates, which in a Gradle build stand in one line. */
    static Position of(GradleDependency dependency, SourceFile file) {
      String text = file.printAll();
      int name = text.indexOf(dependency.group() + ":" + dependency.artifact());
      return after(
          new StringBuilder(
              text.substring(0, Math.max(name < 0 ? text.indexOf(dependency.group()) : name, 0))));
    }

    private static Position after(StringBuilder before) {
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      return new Position(line, before.length() - before.lastIndexOf("\n"));
    }
  }
}

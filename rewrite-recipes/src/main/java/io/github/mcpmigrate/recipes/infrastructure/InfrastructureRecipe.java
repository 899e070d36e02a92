package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.binary.Binary;
import org.openrewrite.quark.Quark;
import org.openrewrite.remote.Remote;

/** What the recipes have in common that look at what stands around servers. */
abstract class InfrastructureRecipe extends ScanningRecipe<Neighbourhood> {

  private final transient LegacySseUses table = new LegacySseUses(this);

  /** Whether files are changed, or it is only said what would be. */
  abstract boolean edits();

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(Neighbourhood around) {
    return around.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(Neighbourhood around) {
    OwnAddresses own = OwnAddresses.of(around.servers());
    if (!own.areAny()) {
      return TreeVisitor.noop();
    }
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source && !isOpaque(source)) {
          Optional<DeployedFile> kind = DeployedFile.of(source.getSourcePath());
          if (kind.isPresent()) {
            return look(source, kind.get(), own, around.health(), ctx);
          }
        }
        return tree;
      }
    };
  }

  private static boolean isOpaque(SourceFile source) {
    return source instanceof Binary || source instanceof Quark || source instanceof Remote;
  }

  private SourceFile look(
      SourceFile source,
      DeployedFile kind,
      OwnAddresses own,
      HealthEndpoints health,
      ExecutionContext ctx) {
    String text = source.printAll();
    if (!own.mayBeIn(text)) {
      return source;
    }
    InfrastructureFindings findings = new InfrastructureFindings(table, getName(), source, ctx);
    TextEdits edits = new TextEdits();
    if (own.urls().stays().isEmpty()) {
      for (HealthChecks.Change change : new HealthChecks(own, health, source).changes(kind, text)) {
        edits.replace(change.start(), change.end(), change.becomes());
        findings.insert(
            text,
            change.start(),
            change.written(),
            "health check",
            Action.CHANGED,
            "becomes " + change.becomes());
      }
      if (kind.isProxy() && text.contains("location")) {
        NginxServer.lookAt(text, own, findings, edits);
      }
    }
    Path folder = Optional.ofNullable(source.getSourcePath().getParent()).orElse(Path.of(""));
    Advice advice = new Advice(own.keepsHttpSse(), health.in(folder).whyNot());
    new InfrastructureLines(own, kind, text, findings, advice).report();
    return edits() ? edits.apply(source) : source;
  }
}

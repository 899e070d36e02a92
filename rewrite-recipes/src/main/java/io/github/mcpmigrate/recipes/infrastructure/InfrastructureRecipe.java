package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.recipes.sdk.OwnServers;
import io.github.mcpmigrate.table.LegacySseUses;
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
abstract class InfrastructureRecipe extends ScanningRecipe<OwnServers> {

  private final transient LegacySseUses table = new LegacySseUses(this);

  /** Whether files are changed, or it is only said what would be. */
  abstract boolean edits();

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(OwnServers servers) {
    return servers.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(OwnServers servers) {
    OwnAddresses own = OwnAddresses.of(servers);
    if (!own.areAny()) {
      return TreeVisitor.noop();
    }
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source && !isOpaque(source)) {
          Optional<DeployedFile> kind = DeployedFile.of(source.getSourcePath());
          if (kind.isPresent()) {
            look(source, kind.get(), own, ctx);
          }
        }
        return tree;
      }
    };
  }

  private static boolean isOpaque(SourceFile source) {
    return source instanceof Binary || source instanceof Quark || source instanceof Remote;
  }

  private void look(SourceFile source, DeployedFile kind, OwnAddresses own, ExecutionContext ctx) {
    String text = source.printAll();
    if (!own.mayBeIn(text)) {
      return;
    }
    InfrastructureFindings findings = new InfrastructureFindings(table, getName(), source, ctx);
    Advice advice = new Advice(own.keepsHttpSse(), "ask a health endpoint of the server");
    new InfrastructureLines(own, kind, text, findings, advice).report();
  }
}

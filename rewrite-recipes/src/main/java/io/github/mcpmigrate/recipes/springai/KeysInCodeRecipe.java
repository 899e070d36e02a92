package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.kotlin.tree.K;

/** What the recipes have in common that look at Spring AI's keys in sources. */
abstract class KeysInCodeRecipe extends ScanningRecipe<SpringAiServers> {

  private static final String READS_FILES =
      "org.springframework.boot.test.context.ConfigDataApplicationContextInitializer";

  private final transient LegacySseUses table = new LegacySseUses(this);

  abstract SpringAiMove move();

  /** Whether servers are on both transports so far. */
  boolean drops() {
    return false;
  }

  /** Whether files are changed, or it is only said what would be. */
  boolean edits() {
    return true;
  }

  @Override
  public SpringAiServers getInitialValue(ExecutionContext ctx) {
    return new SpringAiServers();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(SpringAiServers servers) {
    return servers.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(SpringAiServers servers) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
        return source instanceof J.CompilationUnit || source instanceof K.CompilationUnit;
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return tree instanceof JavaSourceFile source && isAcceptable(source, ctx)
            ? follow(source, keys(servers, source), ctx)
            : tree;
      }
    };
  }

  private CodeKeys keys(SpringAiServers servers, SourceFile source) {
    SpringAiMove move = move();
    Optional<SpringAiServers.Module> legacy =
        drops() ? servers.onBoth(source) : servers.legacy(source);
    Optional<String> stays =
        drops()
            ? Optional.empty()
            : legacy.flatMap(m -> move.keepsSse() ? m.obstacleToBoth() : m.obstacle());
    Optional<SpringAiPaths> paths =
        drops()
            ? SpringAiPaths.dropping(servers, source)
            : SpringAiPaths.moved(
                servers, source, move.mcpEndpoint(), move.keepUrl(), move.keepsSse());
    return new CodeKeys(
        move,
        legacy.isPresent() && stays.isEmpty(),
        stays,
        servers.obstacle(source),
        (drops() ? servers.whyOneSpeaksSse() : servers.whyOneStays(move.keepsSse()))
            .map(SpringAiClientRecipe.OWN_SERVER_STAYS::concat),
        paths.map(SpringAiPaths::streamable).orElse(move.mcpEndpoint()));
  }

  private Tree follow(JavaSourceFile source, CodeKeys keys, ExecutionContext ctx) {
    CodeFindings findings = new CodeFindings();
    boolean readsFiles =
        source.getTypesInUse().getTypesInUse().stream()
            .anyMatch(type -> TypeUtils.isOfClassType(type, READS_FILES));
    Tree edited = new KeysInCode(keys, findings, readsFiles).visitNonNull(source, ctx);
    findings.report(table, getName(), "configuration", source, ctx);
    return edits() ? findings.comment(edited, ctx) : source;
  }
}

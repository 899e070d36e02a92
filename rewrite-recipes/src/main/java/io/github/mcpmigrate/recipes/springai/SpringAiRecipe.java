package io.github.mcpmigrate.recipes.springai;

import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.TreeVisitor;

/** What the recipes have in common that look at Spring AI in all modules before they edit one. */
abstract class SpringAiRecipe extends ScanningRecipe<SpringAiServers> {

  /** Whether files are changed, or it is only said what would be. */
  boolean edits() {
    return true;
  }

  @Override
  public SpringAiServers getInitialValue(ExecutionContext ctx) {
    return new SpringAiServers();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(SpringAiServers build) {
    return build.scanner();
  }
}

package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.List;
import java.util.stream.Stream;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Lists the uses of the SDK's HTTP+SSE classes. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindLegacySdkTransports extends ScanningRecipe<ServerProviderUses> {

  private static final ServerMove MOVE = ServerMove.fromSse(ServerTransport.STREAMABLE, null, null);

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Find the HTTP+SSE servers of the MCP Java SDK";

  String description =
      "Lists every mention of the SDK's HTTP+SSE servers in the data table `LegacySseUses`. Imports are not "
          + "counted.";

  @Override
  public ServerProviderUses getInitialValue(ExecutionContext ctx) {
    return new ServerProviderUses(MOVE);
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(ServerProviderUses uses) {
    return new ServerSources(MOVE, uses);
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(ServerProviderUses uses) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
        return source instanceof JavaSourceFile;
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        LegacySseReport report =
            new LegacySseReport(
                table,
                getName(),
                uses.areToMove() ? uses.toLookAt() : List.of(),
                (type, mention) -> ServerMoveRecipe.judge(uses, MOVE, type, mention));
        if (tree instanceof JavaSourceFile source && ClientSources.isEditable(source)) {
          report.visit(tree, ctx);
        } else if (tree instanceof JavaSourceFile other) {
          legacyTypes(other).forEach(type -> report.reportOtherLanguage(other, type, ctx));
        }
        return tree;
      }
    };
  }

  private static Stream<String> legacyTypes(JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .map(TypeUtils::asFullyQualified)
        .filter(type -> type != null && MOVE.origin(type).isPresent())
        .map(JavaType.FullyQualified::getClassName)
        .distinct()
        .sorted();
  }
}

package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.search.UsesType;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Uses the new name of a transport's interface, unless the file implements it. */
@Value
@EqualsAndHashCode(callSuper = false)
public class RenameTransportContract extends Recipe {

  private static final String SPEC = "io.modelcontextprotocol.spec.";

  /** The interfaces of SDK 0.7, and those that take their place where they are used. */
  private static final Map<String, String> CONTRACTS =
      Map.of(
          SPEC + "ServerMcpTransport", SPEC + "McpServerTransportProvider",
          SPEC + "ClientMcpTransport", SPEC + "McpClientTransport");

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Rename the interface of a transport where it is used";

  String description =
      "Names the interfaces of SDK 0.7 as the SDK does since 0.9. A file with a class that implements it stays as it is, gets a "
          + "`TODO mcp-migrate:` comment and becomes a finding: the new interface has other methods.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    Function<Handwork, TreeVisitor<?, ExecutionContext>> rename =
        handwork ->
            new TreeVisitor<Tree, ExecutionContext>() {
              @Override
              public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
                AtomicBoolean own = new AtomicBoolean();
                new OwnTransports(handwork, own).visit(tree, ctx);
                return own.get() ? tree : renamed(tree, ctx);
              }
            };
    return Handwork.doing(
        table,
        getName(),
        () ->
            Preconditions.or(
                CONTRACTS.keySet().stream()
                    .map(type -> new UsesType<>(type, false))
                    .toArray(TreeVisitor[]::new)),
        rename,
        rename);
  }

  private static @Nullable Tree renamed(@Nullable Tree source, ExecutionContext ctx) {
    Tree renamed = source;
    for (Map.Entry<String, String> contract : CONTRACTS.entrySet()) {
      renamed =
          new ChangeType(contract.getKey(), contract.getValue(), true)
              .getVisitor()
              .visit(renamed, ctx);
    }
    return renamed;
  }

  private static String simple(String type) {
    return type.substring(SPEC.length());
  }

  private static final class OwnTransports extends JavaIsoVisitor<ExecutionContext> {
    private final Handwork handwork;
    private final AtomicBoolean found;

    OwnTransports(Handwork handwork, AtomicBoolean found) {
      this.handwork = handwork;
      this.found = found;
    }

    @Override
    public J.ClassDeclaration visitClassDeclaration(
        J.ClassDeclaration declaration, ExecutionContext ctx) {
      check(declaration.getType(), ctx);
      return super.visitClassDeclaration(declaration, ctx);
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass call, ExecutionContext ctx) {
      if (call.getBody() != null) {
        check(call.getType(), ctx);
      }
      return super.visitNewClass(call, ctx);
    }

    private void check(@Nullable JavaType type, ExecutionContext ctx) {
      CONTRACTS.forEach(
          (before, now) -> {
            if (TypeUtils.isAssignableTo(before, type)) {
              found.set(true);
              handwork.leave(
                  getCursor(),
                  "own transport",
                  "a transport of this project's own, written against "
                      + simple(before)
                      + ": since SDK 0.9 it is "
                      + simple(now)
                      + ", which has other methods",
                  ctx);
            }
          });
    }
  }
}

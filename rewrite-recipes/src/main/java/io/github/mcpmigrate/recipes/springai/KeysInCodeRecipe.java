package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
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
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.yaml.YamlVisitor;
import org.openrewrite.yaml.tree.Yaml;

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
        return source instanceof J.CompilationUnit
            || source instanceof K.CompilationUnit
            || source instanceof Properties.File
            || source instanceof Yaml.Documents;
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (!(tree instanceof SourceFile source)
            || !isAcceptable(source, ctx)
            || source instanceof JavaSourceFile code && !KeysMayBeInCode.in(code)) {
          return tree;
        }
        CodeKeys keys = keys(servers, source);
        return source instanceof JavaSourceFile code
            ? follow(code, keys, ctx)
            : followFile(source, keys, ctx);
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
            .map(SpringAiServers.OWN_SERVER_STAYS::concat),
        servers.of(source).filter(SpringAiServers.Module::isTooOld).isPresent(),
        paths.map(SpringAiPaths::streamable).orElse(move.mcpEndpoint()),
        SpringAiPaths.ofOwnServers(servers, move));
  }

  private Tree follow(JavaSourceFile source, CodeKeys keys, ExecutionContext ctx) {
    CodeFindings findings = new CodeFindings();
    boolean readsFiles =
        source.getTypesInUse().getTypesInUse().stream()
            .anyMatch(type -> TypeUtils.isOfClassType(type, READS_FILES));
    Tree edited = new KeysInCode(keys, findings, readsFiles).visitNonNull(source, ctx);
    edited = AutoConfigurationsInCode.follow(source, edited, keys, findings, ctx);
    new WithoutTwin(keys, findings).visit(source, ctx);
    boolean stays = edits() && BeanNames.hasSse(source);
    if (keys.serverMoves() && !keys.move().keepsSse() && !stays) {
      edited = new BeanNames(findings).visitNonNull(edited, ctx);
    }
    findings.report(table, getName(), "configuration", source, ctx);
    return edits() ? findings.comment(edited, ctx) : source;
  }

  private Tree followFile(SourceFile source, CodeKeys keys, ExecutionContext ctx) {
    Tree edited =
        AutoConfigurationsInFiles.follow(
            source,
            AutoConfigurationNames.successors(keys),
            (old, name) -> insert(source, old, Action.CHANGED, "becomes " + name, ctx));
    if (source instanceof Yaml.Documents && isCompose(source)) {
      new YamlVisitor<Integer>() {
        @Override
        public Yaml visitScalar(Yaml.Scalar scalar, Integer p) {
          if (WithoutTwin.GATEWAY.matcher(scalar.getValue()).matches()) {
            insert(source, scalar.getValue(), Action.MANUAL, WithoutTwin.gateway(), ctx);
          }
          return scalar;
        }
      }.visit(source, 0);
    }
    return edits() ? edited : source;
  }

  /** The names that Docker looks for, with anything between. */
  private static boolean isCompose(SourceFile source) {
    return source
        .getSourcePath()
        .getFileName()
        .toString()
        .matches("(docker-)?compose([.-].*)?\\.ya?ml");
  }

  private void insert(
      SourceFile source, String construct, Action action, String reason, ExecutionContext ctx) {
    if (ctx.getCycle() > 1) {
      return;
    }
    String text = source.printAll();
    String before = text.substring(0, Math.max(0, text.indexOf(construct)));
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            source.getSourcePath().toString().replace('\\', '/'),
            1 + (int) before.chars().filter(c -> c == '\n').count(),
            before.length() - before.lastIndexOf('\n'),
            construct,
            "configuration",
            action.toString(),
            getName(),
            reason,
            Guide.SPRING_AI.page()));
  }
}

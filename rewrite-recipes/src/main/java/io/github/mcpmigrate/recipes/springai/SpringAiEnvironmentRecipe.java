package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.table.LegacySseUses;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.binary.Binary;
import org.openrewrite.docker.tree.Docker;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.quark.Quark;
import org.openrewrite.remote.Remote;
import org.openrewrite.text.PlainText;
import org.openrewrite.yaml.tree.Yaml;

/**
 * What the recipes have in common that look at how Spring AI's servers and clients are deployed:
 * environment variables and ConfigMaps, which they change, and commands and scripts, which they
 * only report.
 */
abstract class SpringAiEnvironmentRecipe extends ScanningRecipe<Deployments> {

  /** A line that is more than YAML; a value with a template in it is one like others. */
  private static final Pattern TEMPLATE = Pattern.compile("(?m)^\\s*(?:- *)?\\{\\{");

  private final transient LegacySseUses table = new LegacySseUses(this);

  abstract SpringAiMove move();

  /** Whether files are changed, or it is only said what would be. */
  boolean edits() {
    return true;
  }

  /** Whether servers on both transports lose HTTP+SSE. */
  boolean drops() {
    return false;
  }

  @Override
  public Deployments getInitialValue(ExecutionContext ctx) {
    return new Deployments();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(Deployments deployments) {
    return deployments.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(Deployments deployments) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (!(tree instanceof SourceFile source) || !mayDeploy(source)) {
          return tree;
        }
        DeploymentFindings findings = new DeploymentFindings(table, getName(), source, ctx);
        DeploymentDecisions decisions = new DeploymentDecisions(deployments, move(), drops());
        SourceFile edited = edit(source, decisions, findings);
        new CommandLines(source, decisions, findings).report();
        return edits() ? edited : source;
      }
    };
  }

  private static boolean mayDeploy(SourceFile source) {
    if (source instanceof Binary || source instanceof Quark || source instanceof Remote) {
      return false;
    }
    boolean script = source.getSourcePath().getFileName().toString().contains(".gradle");
    return (script || !(source instanceof JavaSourceFile))
        && ConfigurationFile.of(source).isEmpty()
        && source.printAll().toLowerCase(Locale.ROOT).contains("mcp");
  }

  private static SourceFile edit(
      SourceFile source, DeploymentDecisions decisions, DeploymentFindings findings) {
    Function<VariableScope, VariableChanges> judge = scope -> findings.judge(scope, decisions);
    if (source instanceof Yaml.Documents yaml) {
      return yaml(yaml, judge, decisions, findings);
    }
    if (source instanceof Docker.File docker) {
      return new DockerVariables(docker, new TreePositions(docker)::of, judge).change();
    }
    if (source instanceof PlainText text && EnvFile.is(text.getSourcePath())) {
      return text.withText(
          new EnvFile(text.getText(), decisions.deployments().named()).change(judge));
    }
    return source;
  }

  private static SourceFile yaml(
      Yaml.Documents yaml,
      Function<VariableScope, VariableChanges> judge,
      DeploymentDecisions decisions,
      DeploymentFindings findings) {
    TreePositions positions = new TreePositions(yaml);
    Optional<String> fixed = whyFixed(yaml);
    YamlScopes scopes =
        new YamlScopes(yaml.getSourcePath(), fixed, decisions.deployments().named(), positions::of);
    EmbeddedConfiguration embedded =
        new EmbeddedConfiguration(
            yaml, fixed, entry -> positions.of(entry.getId()), decisions, findings);
    Tree edited = new YamlVariables(scopes, judge, embedded::change).visit(yaml, 0);
    return edited instanceof SourceFile file ? file : yaml;
  }

  private static Optional<String> whyFixed(Yaml.Documents yaml) {
    Path path = yaml.getSourcePath();
    if (path.startsWith(".github")) {
      return Optional.of("workflows are not edited");
    }
    return TEMPLATE.matcher(yaml.printAll()).find()
        ? Optional.of("templates are not edited")
        : Optional.empty();
  }
}

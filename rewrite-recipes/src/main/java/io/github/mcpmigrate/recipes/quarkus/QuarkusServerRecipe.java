package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.build.QuarkusMcpBuild;
import io.github.mcpmigrate.recipes.build.QuarkusMcpFiles;
import io.github.mcpmigrate.recipes.configuration.KeyPositions;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.binary.Binary;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.quark.Quark;
import org.openrewrite.remote.Remote;

/** What the recipes have in common that look at Quarkus' MCP servers. */
abstract class QuarkusServerRecipe extends ScanningRecipe<QuarkusServers> {

  private final transient LegacySseUses table = new LegacySseUses(this);

  /** Whether files are changed, or it is only said what would be. */
  abstract boolean edits();

  /** Whether the servers serve HTTP+SSE on purpose afterwards. */
  abstract boolean keepsSse();

  /** Whether HTTP+SSE ends. */
  abstract boolean drops();

  @Override
  public QuarkusServers getInitialValue(ExecutionContext ctx) {
    return new QuarkusServers();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(QuarkusServers servers) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source) {
          servers.read(source);
        }
        return tree;
      }
    };
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(QuarkusServers servers) {
    QuarkusMcpBuild build = servers.build().orElse(null);
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return build != null && tree instanceof SourceFile source
            ? follow(source, servers, build, ctx)
            : tree;
      }
    };
  }

  private Tree follow(
      SourceFile source, QuarkusServers servers, QuarkusMcpBuild build, ExecutionContext ctx) {
    if (source instanceof Binary || source instanceof Quark || source instanceof Remote) {
      return source;
    }
    QuarkusFindings findings = new QuarkusFindings(table, getName(), source, ctx);
    SourceFile edited = source;
    if (QuarkusMcpFiles.isBuildFile(source)) {
      report(source, servers, build, findings);
      new Deployment(source, servers, findings).report(source);
      edited = build.edit(source, ctx);
    } else if (QuarkusServers.isConfiguration(source)) {
      edited = new QuarkusConfiguration(servers, drops(), source, findings).change();
    } else if (source instanceof JavaSourceFile code) {
      edited = new QuarkusCode(servers, !keepsSse(), findings).change(code, ctx);
    } else {
      edited = new Deployment(source, servers, findings).change();
    }
    return edits() ? edited : source;
  }

  /** Says of each dependency what becomes of it, and how HTTP+SSE can be ended. */
  private void report(
      SourceFile source, QuarkusServers servers, QuarkusMcpBuild build, QuarkusFindings findings) {
    for (String artifact : QuarkusMcpFiles.servers(source)) {
      KeyPositions.Position position = position(source, artifact);
      Optional<String> obstacle = build.obstacle();
      if (obstacle.isPresent()) {
        findings.insert(position, artifact, "quarkus server", Action.MANUAL, obstacle.get());
      } else if (artifact.contains("-sse")) {
        findings.insert(
            position,
            artifact,
            "quarkus server",
            Action.CHANGED,
            "becomes "
                + artifact.replace("-sse", "-http")
                + build.version().map(" "::concat).orElse("")
                + ", which serves Streamable HTTP at "
                + String.join(" and ", servers.roots(source))
                + " and HTTP+SSE as before");
      }
      PathRules rules = new PathRules(servers.roots(source), servers.ofModule(source));
      boolean ended = rules.endHttpSse() || drops() && servers.hasSecurity(source);
      if (!keepsSse() && !artifact.endsWith("-deployment") && !ended) {
        findings.insert(
            position,
            artifact + " on HTTP+SSE",
            "quarkus server",
            Action.MANUAL,
            "Quarkus serves both transports and has no switch for HTTP+SSE: to end it, write quarkus.http.auth.permission.http-sse.paths="
                + rules.legacyPaths()
                + " and quarkus.http.auth.permission.http-sse.policy=deny"
                + (servers.hasSecurity(source)
                    ? ""
                    : ", and add io.quarkus:quarkus-security, without which such rules do not count"));
      }
    }
  }

  private static KeyPositions.Position position(SourceFile source, String artifact) {
    String text = source.printAll();
    Matcher name = Pattern.compile(Pattern.quote(artifact) + "(?![\\w-])").matcher(text);
    return name.find()
        ? KeyPositions.Position.after(text.substring(0, name.start()))
        : KeyPositions.Position.START;
  }
}

package io.github.mcpmigrate.recipes.langchain4j;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.client.ClientProjects;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.JavaSourceFile;

/** The clients of LangChain4j in a build, and the build files that can raise it for them. */
public final class LangChain4jClients {

  private final ClientProjects projects;
  private final Map<Optional<JavaProject>, List<JavaSourceFile>> users = new HashMap<>();

  /** The version that a project's build file names and can raise. */
  private final Map<Optional<JavaProject>, String> raisable = new HashMap<>();

  private final Set<Optional<JavaProject>> ambiguous = new HashSet<>();

  LangChain4jClients(ClientProjects projects) {
    this.projects = projects;
  }

  TreeVisitor<Tree, ExecutionContext> scanner() {
    TreeVisitor<Tree, ExecutionContext> scanner = projects.scanner();
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source) {
          read(source);
        }
        return scanner.visit(tree, ctx);
      }
    };
  }

  private void read(SourceFile source) {
    Optional<JavaProject> project = project(source);
    if (source instanceof JavaSourceFile code && TransportUses.areIn(code)) {
      users.computeIfAbsent(project, key -> new ArrayList<>()).add(code);
    }
    RaiseLangChain4j.from(source)
        .ifPresent(
            version -> {
              if (raisable.put(project, version) != null) {
                ambiguous.add(project);
              }
            });
  }

  private static Optional<JavaProject> project(SourceFile source) {
    return source.getMarkers().findFirst(JavaProject.class);
  }

  TransportUses uses(JavaSourceFile source, ExecutionContext ctx) {
    return TransportUses.in(
        source, LangChain4j.of(source, projects, isRaised(source)), projects, ctx);
  }

  /** Whether a file's build names a LangChain4j that rises, if something needs it. */
  private boolean isRaised(SourceFile source) {
    return raisable.containsKey(project(source)) && !ambiguous.contains(project(source));
  }

  /** The version that a build file has to leave behind, for a client that moves. */
  Optional<String> toRaise(SourceFile file, ExecutionContext ctx) {
    if (!isRaised(file) || !users.containsKey(project(file))) {
      return Optional.empty();
    }
    return RaiseLangChain4j.from(file)
        .filter(
            version ->
                users.get(project(file)).stream()
                    .anyMatch(user -> !uses(user, ctx).findings().stays()));
  }

  /** Says what becomes of the version in a build file. */
  static void report(
      LegacySseUses table, String rule, SourceFile file, String version, ExecutionContext ctx) {
    // A second cycle would count it again.
    if (ctx.getCycle() > 1) {
      return;
    }
    String text = file.printAll();
    // In a tag, or behind the artifact.
    int at = Math.max(text.indexOf('>' + version), text.indexOf(':' + version)) + 1;
    String before = text.substring(0, at);
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            file.getSourcePath().toString().replace('\\', '/'),
            1 + (int) before.chars().filter(c -> c == '\n').count(),
            before.length() - before.lastIndexOf('\n'),
            LangChain4j.ARTIFACT + " " + version,
            "dependency",
            Action.CHANGED.toString(),
            rule,
            "becomes "
                + RaiseLangChain4j.FIRST
                + ", the first release with StreamableHttpMcpTransport",
            Guide.CLIENTS.page()));
  }
}

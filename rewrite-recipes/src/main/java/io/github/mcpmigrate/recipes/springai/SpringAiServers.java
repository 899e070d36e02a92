package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.build.GradleCompanion;
import io.github.mcpmigrate.recipes.build.SpringAiReach;
import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.maven.tree.MavenResolutionResult;

/** What Spring AI makes in the modules of a build, by their starters and configuration. */
public final class SpringAiServers {

  public static final String OWN_SERVER_STAYS = "the project's own server stays on HTTP+SSE: ";

  private static final KeyPath PORT = KeyPath.of("server.port");

  private final Map<Optional<JavaProject>, Module> modules = new LinkedHashMap<>();

  private final SpringAiReach reach = new SpringAiReach();
  private final ImportedFiles imported = new ImportedFiles();

  TreeVisitor<Tree, ExecutionContext> scanner() {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree != null) {
          read(tree);
        }
        return tree;
      }
    };
  }

  /** Takes in a file of the build. */
  public void read(Tree tree) {
    if (!(tree instanceof SourceFile source)) {
      return;
    }
    reach.read(source);
    source
        .getMarkers()
        .findFirst(MavenResolutionResult.class)
        .ifPresent(pom -> module(source).build.read(source.getSourcePath(), pom));
    if (GradleCompanion.isScript(source)) {
      module(source).build.readGradle(source);
    } else if (source instanceof JavaSourceFile code) {
      module(source).code.read(code);
      imported.read(code);
    }
    ConfigurationFile.of(source)
        .or(() -> ConfigurationFile.ofAnotherName(source))
        .ifPresent(
            file -> {
              module(source).files.add(file);
              imported.read(file);
            });
  }

  /** What a file configures; empty if nobody is known to read it. */
  Optional<ConfigurationFile> file(SourceFile source) {
    return ConfigurationFile.of(source)
        .or(
            () ->
                imported.include(source.getSourcePath())
                    ? ConfigurationFile.ofAnotherName(source)
                    : Optional.empty());
  }

  private Module module(SourceFile source) {
    return modules.computeIfAbsent(
        source.getMarkers().findFirst(JavaProject.class),
        project -> new Module(project, reach, imported));
  }

  /** Why the clients that a file configures have to stay, if they have to. */
  Optional<String> obstacle(SourceFile source) {
    return of(source).flatMap(Module::obstacle);
  }

  /** The module that a file belongs to. */
  Optional<Module> of(SourceFile source) {
    return Optional.ofNullable(modules.get(source.getMarkers().findFirst(JavaProject.class)));
  }

  /** The server that a file configures, if it speaks HTTP+SSE. */
  Optional<Module> legacy(SourceFile source) {
    return of(source).filter(Module::speaksSse);
  }

  /**
   * Why one of the servers stays on HTTP+SSE when the others move, if one does.
   *
   * @param toBoth whether they move to both transports
   */
  public Optional<String> whyOneStays(boolean toBoth) {
    return modules.values().stream()
        .flatMap(module -> module.whyItStays(toBoth).stream())
        .findFirst();
  }

  /** Why one of the servers is on HTTP+SSE alone, if one is. */
  public Optional<String> whyOneSpeaksSse() {
    return modules.values().stream().anyMatch(Module::speaksSse)
        ? Optional.of(
            "Spring AI serves HTTP+SSE unless spring.ai.mcp.server.protocol is STREAMABLE")
        : Optional.empty();
  }

  /** Whether a server or a connection of the build is on HTTP+SSE. */
  public boolean areOnSse() {
    return modules.values().stream()
        .anyMatch(module -> module.speaksSse() || module.documents().anyMatch(ClientKeys::areIn));
  }

  /** Whether one of the servers is on both transports. */
  public boolean areOnBoth() {
    return modules.values().stream().anyMatch(Module::isOnBoth);
  }

  /** The server that a file configures, if it is on both transports. */
  Optional<Module> onBoth(SourceFile source) {
    return of(source).filter(Module::isOnBoth);
  }

  /** The values of {@code server.port}, whatever the profile; those that are computed left out. */
  public Set<String> ports() {
    return modules.values().stream()
        .flatMap(Module::documents)
        .flatMap(document -> document.value(PORT).stream())
        .filter(port -> port.matches("[1-9]\\d*"))
        .collect(Collectors.toSet());
  }

  /** Whether Spring AI is raised in some module. */
  boolean rise() {
    return reach.rises();
  }

  Map<Optional<JavaProject>, Module> modules() {
    return modules;
  }

  /** One module. */
  static final class Module {

    private final Optional<JavaProject> project;
    private final SpringAiReach reach;
    private final ModuleFiles files;
    private final ModuleBuild build;
    private final ModuleCode code = new ModuleCode();

    private Module(Optional<JavaProject> project, SpringAiReach reach, ImportedFiles imported) {
      this.project = project;
      this.reach = reach;
      this.files = new ModuleFiles(imported);
      this.build = new ModuleBuild(project, reach);
    }

    /** The build file beside which the module's sources are. */
    Optional<Path> build() {
      return build.file();
    }

    /** Why a server has to stay, if it has to. */
    Optional<String> obstacle() {
      return reach.obstacle(project);
    }

    /** Why a server has to stay that is to serve both transports. */
    Optional<String> obstacleToBoth() {
      return obstacle().or(code::obstacleToBoth).or(build::obstacleToBoth);
    }

    private Optional<String> whyItStays(boolean toBoth) {
      if (speaksSse()) {
        return toBoth ? obstacleToBoth() : obstacle();
      }
      return documents()
          .filter(
              document ->
                  document.value(ServerKeys.PROTOCOL).filter(ServerKeys::isElsewhere).isPresent())
          .flatMap(document -> ServerKeys.question(document).stream())
          .filter(question -> serves())
          .findFirst();
    }

    /** Whether Spring AI itself is raised. */
    boolean isTooOld() {
      return reach.rises(project);
    }

    boolean isOnStdio() {
      return always().anyMatch(d -> d.value(ServerKeys.STDIO).filter("true"::equals).isPresent());
    }

    /** Whether anything of Spring AI's MCP is here. */
    boolean hasMcp() {
      return reach.hasMcp(project)
          || hasServer()
          || documents().anyMatch(d -> d.hasBelow(KeyPath.of("spring.ai.mcp")));
    }

    boolean hasConfiguration() {
      return files.haveMain();
    }

    boolean speaksSse() {
      return serves()
          && (always().allMatch(document -> document.value(ServerKeys.PROTOCOL).isEmpty())
              || documents().anyMatch(ServerKeys::choosesSse));
    }

    private boolean serves() {
      return hasServer() && !isOnStdio() && isApplication();
    }

    /** Whether something is started here, where a parent only hands on and tests only look on. */
    private boolean isApplication() {
      return hasConfiguration() || code.starts() || !build.isAggregator() && code.mayStart();
    }

    /** Whether there is a server, whatever its protocol. */
    boolean hasServer() {
      return build.hasStarter()
          || !build.isMaven() && documents().anyMatch(d -> d.hasBelow(ServerKeys.SERVER));
    }

    boolean isOnBoth() {
      return build.hasCompat();
    }

    Stream<ConfigurationDocument> documents() {
      return files.documents();
    }

    /** The values that a key has, whatever the profile; where it is absent, the default counts. */
    Set<String> values(KeyPath key, String byDefault) {
      return files.values(key, byDefault);
    }

    private Stream<ConfigurationDocument> always() {
      return files.always();
    }

    /** What becomes of a document. */
    KeyChanges changes(ConfigurationFile file, ConfigurationDocument document, SpringAiMove move) {
      Optional<String> question = ServerKeys.question(document).filter(text -> serves());
      if (question.isPresent()) {
        KeyChanges changes = new KeyChanges();
        changes.comment(ServerKeys.PROTOCOL, question.get());
        return changes;
      }
      if (!speaksSse()) {
        return new KeyChanges();
      }
      boolean first = DecidingDocument.is(file, document, files.all());
      boolean otherProtocol =
          document.value(ServerKeys.PROTOCOL).isPresent() && !ServerKeys.choosesSse(document);
      return otherProtocol || !first && !document.hasBelow(ServerKeys.SERVER)
          ? new KeyChanges()
          : ServerKeys.changes(document, first, move);
    }
  }
}

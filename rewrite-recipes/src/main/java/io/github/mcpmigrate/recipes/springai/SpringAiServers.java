package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.build.SpringAiVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.openrewrite.maven.tree.ResolvedDependency;

/** What Spring AI makes in the modules of a build, by their starters and configuration. */
public final class SpringAiServers {

  /** The starters of servers on HTTP, under all their names since 1.0.0-M6. */
  private static final List<String> STARTERS =
      List.of("spring-ai-starter-mcp-server-web*", "spring-ai-mcp-server-web*");

  private static final Pattern GRADLE_STARTER =
      Pattern.compile("spring-ai(-starter)?-mcp-server-web(mvc|flux)");

  private static final Pattern GRADLE_VERSION =
      Pattern.compile(
          "org\\.springframework\\.ai:spring-ai-[a-z-]*(?:mcp|bom)[a-z-]*:(\\d[\\w.-]*)");

  private final Map<Optional<JavaProject>, Module> modules = new LinkedHashMap<>();

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
    source
        .getMarkers()
        .findFirst(MavenResolutionResult.class)
        .ifPresent(pom -> module(source).read(source.getSourcePath(), pom));
    if (tree instanceof JavaSourceFile
        && source.getSourcePath().getFileName().toString().startsWith("build.gradle")) {
      module(source).readGradle(source.getSourcePath(), source.printAll());
    }
    ConfigurationFile.of(tree).ifPresent(file -> module(source).files.add(file));
  }

  private Module module(SourceFile source) {
    return modules.computeIfAbsent(
        source.getMarkers().findFirst(JavaProject.class), project -> new Module());
  }

  /** Why the clients that a file configures have to stay, if they have to. */
  Optional<String> obstacle(SourceFile source) {
    return Optional.ofNullable(modules.get(source.getMarkers().findFirst(JavaProject.class)))
        .flatMap(Module::obstacle);
  }

  /** The server that a file configures, if it speaks HTTP+SSE. */
  Optional<Module> legacy(SourceFile source) {
    return Optional.ofNullable(modules.get(source.getMarkers().findFirst(JavaProject.class)))
        .filter(Module::speaksSse);
  }

  /** Why one of the servers stays on HTTP+SSE when the others move, if one does. */
  public Optional<String> whyOneStays() {
    return modules.values().stream()
        .filter(Module::speaksSse)
        .flatMap(module -> module.obstacle().stream())
        .findFirst();
  }

  /** Whether one of the servers is on HTTP+SSE. */
  public boolean speakSse() {
    return modules.values().stream().anyMatch(Module::speaksSse);
  }

  /** The server that a file configures, if it is on both transports. */
  Optional<Module> onBoth(SourceFile source) {
    return Optional.ofNullable(modules.get(source.getMarkers().findFirst(JavaProject.class)))
        .filter(module -> module.hasCompat && !module.isGradle);
  }

  Map<Optional<JavaProject>, Module> modules() {
    return modules;
  }

  /** One module. */
  static final class Module {

    private final List<ConfigurationFile> files = new ArrayList<>();
    private Optional<Path> pom = Optional.empty();
    private Optional<String> version = Optional.empty();
    private boolean hasStarter;
    private boolean versionIsWritten;
    private boolean isGradle;
    private boolean hasCompat;

    private void read(Path path, MavenResolutionResult result) {
      pom = Optional.of(path);
      hasStarter =
          STARTERS.stream()
              .anyMatch(
                  name -> !result.findDependencies(SpringAiVersion.GROUP, name, null).isEmpty());
      version =
          result.findDependencies(SpringAiVersion.GROUP, "spring-ai-*mcp*", null).stream()
              .map(ResolvedDependency::getVersion)
              .findFirst();
      versionIsWritten = SpringAiVersion.isWritten(result);
      hasCompat =
          result.getPom().getRequested().getDependencies().stream()
              .anyMatch(dependency -> AddCompatStarter.ARTIFACT.equals(dependency.getArtifactId()));
    }

    private void readGradle(Path path, String script) {
      if (GRADLE_STARTER.matcher(script).find()) {
        pom = Optional.of(path);
        hasStarter = true;
        isGradle = true;
        hasCompat = script.contains(AddCompatStarter.ARTIFACT);
      }
      Matcher written = GRADLE_VERSION.matcher(script);
      version = version.or(() -> written.find() ? Optional.of(written.group(1)) : Optional.empty());
    }

    Optional<Path> pom() {
      return pom;
    }

    /** Why a server has to stay, if it has to. */
    Optional<String> obstacle() {
      return version
          .filter(SpringAiVersion::lacksStreamableHttp)
          .filter(old -> !versionIsWritten)
          .map(
              old ->
                  "Spring AI "
                      + old
                      + " has no Streamable HTTP, and this build does not say which to take: declare "
                      + "org.springframework.ai:spring-ai-bom "
                      + SpringAiVersion.FIRST_LINE
                      + ", then run again");
    }

    /** Why a server has to stay that is to serve both transports. */
    Optional<String> obstacleToBoth() {
      return obstacle()
          .or(
              () ->
                  isGradle && !hasCompat
                      ? Optional.of(
                          "add "
                              + AddCompatStarter.GROUP
                              + ":"
                              + AddCompatStarter.ARTIFACT
                              + " to "
                              + pom.orElseThrow()
                              + ", then run again")
                      : Optional.empty());
    }

    /** Whether Spring AI itself has to be raised first. */
    boolean isTooOld() {
      return version.filter(SpringAiVersion::lacksStreamableHttp).isPresent() && versionIsWritten;
    }

    boolean hasConfiguration() {
      return files.stream().anyMatch(file -> !file.test());
    }

    boolean speaksSse() {
      boolean serves =
          pom.isPresent() ? hasStarter : documents().anyMatch(d -> d.hasBelow(ServerKeys.SERVER));
      boolean stdio =
          always().anyMatch(d -> d.value(ServerKeys.STDIO).filter("true"::equals).isPresent());
      return serves
          && !stdio
          && (always().allMatch(document -> document.value(ServerKeys.PROTOCOL).isEmpty())
              || documents().anyMatch(Module::choosesSse));
    }

    static boolean choosesSse(ConfigurationDocument document) {
      return document.value(ServerKeys.PROTOCOL).filter("SSE"::equalsIgnoreCase).isPresent();
    }

    private Stream<ConfigurationDocument> documents() {
      return files.stream().flatMap(file -> file.documents().stream());
    }

    /** The values that a key has, whatever the profile; where it is absent, the default counts. */
    Set<String> values(KeyPath key, String byDefault) {
      Set<String> values =
          files.stream()
              .filter(file -> !file.test())
              .flatMap(file -> file.documents().stream())
              .flatMap(document -> document.value(key).stream())
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (always().noneMatch(document -> document.value(key).isPresent())) {
        values.add(byDefault);
      }
      return values;
    }

    private Stream<ConfigurationDocument> always() {
      return files.stream()
          .filter(file -> !file.test())
          .flatMap(file -> file.documents().stream().filter(file::isAlwaysRead));
    }

    /** What becomes of a document. */
    KeyChanges changes(ConfigurationFile file, ConfigurationDocument document, SpringAiMove move) {
      boolean first = isFirst(file, document);
      boolean otherProtocol =
          document.value(ServerKeys.PROTOCOL).isPresent() && !choosesSse(document);
      return otherProtocol || !first && !document.hasBelow(ServerKeys.SERVER)
          ? KeyChanges.NONE
          : ServerKeys.changes(document, first, move);
    }

    /** Whether a document decides on the protocol. Tests may have one instead of the module's. */
    private boolean isFirst(ConfigurationFile file, ConfigurationDocument document) {
      return place(file.test() ? hiding(file) : files.stream().filter(f -> !f.test()).toList())
          .filter(new Place(file.path(), document.index())::equals)
          .isPresent();
    }

    /** Tests see a file of their own instead of the module's of the same name. */
    private List<ConfigurationFile> hiding(ConfigurationFile file) {
      boolean hides =
          files.stream()
              .filter(other -> !other.test())
              .anyMatch(other -> other.path().getFileName().equals(file.path().getFileName()));
      return hides ? List.of(file) : List.of();
    }

    private record Place(Path file, int document) {}

    private static Optional<Place> place(List<ConfigurationFile> files) {
      return place(files, document -> document.value(ServerKeys.PROTOCOL).isPresent())
          .or(() -> place(files, document -> document.hasBelow(ServerKeys.SERVER)))
          .or(() -> place(files, document -> true));
    }

    private static Optional<Place> place(
        List<ConfigurationFile> files, Predicate<ConfigurationDocument> condition) {
      return files.stream()
          .flatMap(
              file ->
                  file.documents().stream()
                      .filter(file::isAlwaysRead)
                      .filter(condition)
                      .map(document -> new Place(file.path(), document.index())))
          .findFirst();
    }
  }
}

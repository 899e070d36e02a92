package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.build.GradleCompanion;
import io.github.mcpmigrate.recipes.build.SpringAiReach;
import io.github.mcpmigrate.recipes.build.SpringAiVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openrewrite.SourceFile;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.maven.tree.MavenResolutionResult;

/** What the build files of one module say of Spring AI's servers. */
final class ModuleBuild {

  /** The starters of servers on HTTP, under all their names since 1.0.0-M6. */
  private static final List<String> STARTERS =
      List.of("spring-ai-starter-mcp-server-web*", "spring-ai-mcp-server-web*");

  /** How their names begin. */
  private static final String[] STARTERS_BEGIN = {
    "spring-ai-starter-mcp-server-web", "spring-ai-mcp-server-web"
  };

  /** What a Gradle script says to the projects below its own. */
  private static final Pattern FOR_OTHERS = Pattern.compile("(?m)^\\s*(sub|all)projects\\s*\\{");

  private final Optional<JavaProject> project;
  private final SpringAiReach reach;
  private final List<Path> scripts = new ArrayList<>();
  private Optional<Path> pom = Optional.empty();
  private boolean isMaven;
  private boolean hasStarterInMaven;
  private boolean hasCompat;
  private boolean fitsCompat;
  private boolean isAggregator;

  /**
   * @param reach what all build files say
   */
  ModuleBuild(Optional<JavaProject> project, SpringAiReach reach) {
    this.project = project;
    this.reach = reach;
  }

  void read(Path path, MavenResolutionResult result) {
    isMaven = true;
    pom = Optional.of(path);
    hasStarterInMaven =
        STARTERS.stream()
            .anyMatch(
                name -> !result.findDependencies(SpringAiVersion.GROUP, name, null).isEmpty());
    isAggregator = "pom".equals(result.getPom().getPackaging());
    hasCompat =
        result.getPom().getRequested().getDependencies().stream()
            .anyMatch(dependency -> AddCompatStarter.ARTIFACT.equals(dependency.getArtifactId()));
  }

  void readGradle(SourceFile source) {
    scripts.add(source.getSourcePath());
    isAggregator |= FOR_OTHERS.matcher(source.printAll()).find();
    hasCompat |=
        GradleCompanion.declares(source, AddCompatStarter.GROUP, AddCompatStarter.ARTIFACT);
    fitsCompat |= GradleCompanion.fits(source, AddCompatStarter.GROUP, AddCompatStarter.ARTIFACT);
  }

  boolean isMaven() {
    return isMaven;
  }

  /** Whether this is, as far as a build file shows, there for other modules. */
  boolean isAggregator() {
    return isAggregator;
  }

  boolean hasCompat() {
    return hasCompat;
  }

  boolean hasStarter() {
    return hasStarterInMaven || reach.declaresInGradle(project, STARTERS_BEGIN);
  }

  /** Whether a script stands in the folder of its project, as others do not. */
  private static boolean isOfProject(Path script) {
    return script.getFileName().toString().startsWith("build.gradle");
  }

  /** The build file beside which the module's sources are. */
  Optional<Path> file() {
    return pom.or(
        () ->
            scripts.stream()
                .filter(script -> hasStarter())
                .filter(ModuleBuild::isOfProject)
                .findFirst());
  }

  /** Why a server cannot serve both transports. */
  Optional<String> obstacleToBoth() {
    return scripts.isEmpty() || fitsCompat
        ? Optional.empty()
        : Optional.of(
            "no place was found in "
                + scripts.get(0)
                + " for "
                + AddCompatStarter.GROUP
                + ":"
                + AddCompatStarter.ARTIFACT
                + ": add it there, then run again");
  }
}

package io.github.mcpmigrate.recipes.build;

import static io.github.mcpmigrate.recipes.build.SdkReleases.GROUP;
import static io.github.mcpmigrate.recipes.build.SdkReleases.SPRING_GROUP;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.openrewrite.Tree;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.maven.tree.ResolvedDependency;
import org.openrewrite.xml.tree.Content;
import org.openrewrite.xml.tree.Xml;

/**
 * The artifacts that take the place of others on the way to a version of the SDK.
 *
 * <ul>
 *   <li>0.18: {@code mcp-json} is part of {@code mcp-core}
 *   <li>0.18: {@code mcp-spring-webmvc} and {@code mcp-spring-webflux} bring {@code mcp-core} only;
 *       up to 0.17.2 they brought {@code mcp}, and Jackson 2 with it
 *   <li>1.0: {@code mcp} brings Jackson 3; code that uses Jackson 2 needs {@code mcp-core} and
 *       {@code mcp-json-jackson2}
 *   <li>1.0: {@code mcp-spring-webmvc} and {@code mcp-spring-webflux} are Spring AI's, need Spring
 *       Framework 7 and bring {@code mcp-core} only
 * </ul>
 */
final class SdkDependencyMoves {

  private static final Set<String> CORES = Set.of("mcp", "mcp-core");
  private static final String JACKSON_2 = "mcp-json-jackson2";
  private static final String SPRING = "org.springframework";
  private static final Pattern SINCE_7 = Pattern.compile("([7-9]|\\d\\d)\\..*");

  private final MavenResolutionResult pom;
  private final BooleanSupplier jackson2;

  /**
   * @param jackson2 whether the code that the pom builds uses Jackson 2
   */
  SdkDependencyMoves(MavenResolutionResult pom, BooleanSupplier jackson2) {
    this.pom = pom;
    this.jackson2 = jackson2;
  }

  /**
   * What a dependency becomes.
   *
   * @param dependency with its version raised already
   * @param dependencies all that stand beside it
   * @param management whether it is an entry of {@code dependencyManagement}
   */
  List<Content> move(
      Xml.Tag dependency,
      SdkDependency sdk,
      String version,
      Xml.Tag dependencies,
      boolean management) {
    if (sdk.artifact().equals("mcp-json")) {
      return has(dependencies, CORES) ? List.of() : List.of(renamed(dependency, "mcp-core"));
    }
    if (!management && SdkReleases.losesJson(sdk.artifact(), sdk.version(), version)) {
      return hasJson(sdk, dependencies)
          ? List.of(dependency)
          : List.of(jsonBefore(dependency, sdk, version), dependency);
    }
    if (!SdkReleases.isSince1(version) || SdkReleases.isSince1(sdk.version())) {
      return List.of(dependency);
    }
    if (SdkReleases.isSpring(sdk.artifact())) {
      return toSpringAi(dependency, sdk, version, dependencies, management);
    }
    if (sdk.artifact().equals("mcp") && jackson2.getAsBoolean()) {
      List<Content> split = new ArrayList<>(management ? List.of(dependency) : List.of());
      split.add(management ? copy(dependency, "mcp-core") : renamed(dependency, "mcp-core"));
      if (!has(dependencies, Set.of(JACKSON_2))) {
        split.add(jackson2Beside(dependency, version));
      }
      return split;
    }
    return List.of(dependency);
  }

  /** What a person has to see to before a moved dependency works. */
  Optional<String> needs(SdkDependency sdk, String version) {
    if (!SdkReleases.isSpring(sdk.artifact()) || !SdkReleases.isSince1(version)) {
      return needsSpringAi(version);
    }
    return ownSpring()
        .filter(spring -> !SINCE_7.matcher(spring).matches())
        .map(
            spring ->
                "Spring AI's "
                    + sdk.artifact()
                    + " needs Spring Framework 7, and this project is on "
                    + spring);
  }

  /** Spring AI 1.0 calls the SDK of its time, 0.10 at the latest; 1.1 goes up to 0.18. */
  private Optional<String> needsSpringAi(String version) {
    return pom.findDependencies(SPRING_GROUP, "spring-ai-mcp", null).stream()
        .map(ResolvedDependency::getVersion)
        .filter(springAi -> springAi.startsWith("1.0."))
        .findFirst()
        .map(
            springAi ->
                "Spring AI "
                    + springAi
                    + " in this project was made for an older SDK; with "
                    + version
                    + " it needs to be newer, too: 1.1.8 for SDK 0.18");
  }

  /** The version of Spring that the project itself asks for, not through the SDK. */
  private Optional<String> ownSpring() {
    String managed = pom.getPom().getManagedVersion(SPRING, "spring-web", null, null);
    if (managed != null) {
      return Optional.of(managed);
    }
    return pom.findDependencies(SPRING, "*", null).stream()
        .filter(ResolvedDependency::isDirect)
        .map(ResolvedDependency::getVersion)
        .findFirst();
  }

  private List<Content> toSpringAi(
      Xml.Tag dependency,
      SdkDependency sdk,
      String version,
      Xml.Tag dependencies,
      boolean management) {
    List<Content> moved = new ArrayList<>();
    boolean besideWebMvc =
        sdk.artifact().equals("mcp-spring-webflux")
            && has(dependencies, Set.of("mcp-spring-webmvc"));
    if (!management && !besideWebMvc && !has(dependencies, CORES)) {
      // First, so that Maven takes this mcp-core and not the one that Spring AI's artifact names.
      if (jackson2.getAsBoolean()) {
        moved.add(versioned(copy(dependency, "mcp-core"), sdk, version));
        moved.add(versioned(copy(dependency, JACKSON_2), sdk, newestJackson2(version)));
      } else {
        moved.add(versioned(copy(dependency, "mcp"), sdk, version));
      }
    }
    Xml.Tag spring = dependency.withChildValue("groupId", SPRING_GROUP);
    boolean managed =
        pom.getPom().getManagedVersion(SPRING_GROUP, sdk.artifact(), null, null) != null;
    boolean versionless = dependency.getChildValue("version").isEmpty();
    if (managed && !management) {
      moved.add(without(spring, "version"));
    } else if (versionless && !sdk.fromBom()) {
      moved.add(spring);
    } else {
      moved.add(withVersion(spring, SdkReleases.springAi(version)));
    }
    return moved;
  }

  /** Whether a JSON binding is declared, or going to be, beside a dependency or in a parent. */
  private boolean hasJson(SdkDependency sdk, Xml.Tag dependencies) {
    return has(dependencies, SdkReleases.jsonBeside(sdk.artifact()))
        || pom.getPom().getRequestedDependencies().stream()
            .anyMatch(
                other ->
                    GROUP.equals(other.getGroupId())
                        && SdkReleases.JSON.contains(other.getArtifactId()));
  }

  /** First, so that Maven takes the mcp-core of the binding, which may be newer. */
  private Xml.Tag jsonBefore(Xml.Tag dependency, SdkDependency sdk, String version) {
    Xml.Tag json = without(copy(dependency, JACKSON_2), "exclusions");
    boolean managed =
        sdk.fromBom() || pom.getPom().getManagedVersion(GROUP, JACKSON_2, null, null) != null;
    return dependency.getChildValue("version").map(v -> v.contains("${")).orElse(managed)
        ? json
        : withVersion(json, newestJackson2(version));
  }

  private static Xml.Tag versioned(Xml.Tag dependency, SdkDependency sdk, String version) {
    return dependency.getChildValue("version").isEmpty() && sdk.fromBom()
        ? dependency
        : withVersion(dependency, version);
  }

  private static Xml.Tag jackson2Beside(Xml.Tag dependency, String version) {
    Xml.Tag beside = copy(dependency, JACKSON_2);
    String newest = newestJackson2(version);
    return dependency.getChildValue("version").isEmpty() || newest.equals(version)
        ? beside
        : withVersion(beside, newest);
  }

  private static String newestJackson2(String version) {
    return SdkReleases.newest(version, Set.of(JACKSON_2)).orElse(version);
  }

  private static boolean has(Xml.Tag dependencies, Set<String> artifacts) {
    return dependencies.getChildren("dependency").stream()
        .anyMatch(
            other ->
                GROUP.equals(other.getChildValue("groupId").orElse(null))
                    && artifacts.contains(other.getChildValue("artifactId").orElse("")));
  }

  private static Xml.Tag renamed(Xml.Tag dependency, String artifact) {
    return dependency.withChildValue("artifactId", artifact);
  }

  private static Xml.Tag copy(Xml.Tag dependency, String artifact) {
    return renamed(dependency, artifact).withId(Tree.randomId());
  }

  private static Xml.Tag withVersion(Xml.Tag dependency, String version) {
    if (dependency.getChildValue("version").isPresent()) {
      return dependency.withChildValue("version", version);
    }
    List<Content> content = new ArrayList<>();
    for (Content child : dependency.getContent()) {
      content.add(child);
      if (child instanceof Xml.Tag tag && "artifactId".equals(tag.getName())) {
        content.add(
            Xml.Tag.build("<version>" + version + "</version>").withPrefix(tag.getPrefix()));
      }
    }
    return dependency.withContent(content);
  }

  private static Xml.Tag without(Xml.Tag dependency, String child) {
    List<? extends Content> content =
        dependency.getContent().stream()
            .filter(part -> !(part instanceof Xml.Tag tag && child.equals(tag.getName())))
            .toList();
    return dependency.withContent(content);
  }
}

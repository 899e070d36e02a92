package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.recipes.build.GradleCompanion;
import io.github.mcpmigrate.recipes.springai.ActuatorKeys;
import io.github.mcpmigrate.recipes.springai.PathPrefixes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.SourceFile;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.maven.tree.Scope;

/** Which modules of a build have a health endpoint, and where. */
final class HealthEndpoints {

  private static final Pattern GRADLE_HEALTH =
      Pattern.compile(
          "(?m)^\\s*(?:implementation|api|runtimeOnly)\\b[^\\n]*(spring-boot-starter-actuator|quarkus-smallrye-health)");

  private static final Pattern GRADLE_SERVER =
      Pattern.compile("io\\.modelcontextprotocol|mcp-server|mcp-compat");

  private static final Pattern FOR_OTHERS = Pattern.compile("(?m)^\\s*(sub|all)projects\\s*\\{");

  private static final Pattern QUARKUS_KEYS =
      Pattern.compile(
          "(?m)(quarkus\\.(?:http\\.(?:root-path|non-application-root-path|auth\\.)|smallrye-health\\.|management\\.)[\\w.-]*)\\s*[=:]"
              + "|^\\s*(root-path|non-application-root-path|smallrye-health|management)\\s*:");

  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?i)\\b(?:MANAGEMENT_(?:SERVER|ENDPOINTS?|HEALTH)_\\w+|SERVER_SERVLET_CONTEXT_?PATH"
              + "|SPRING_WEBFLUX_BASE_?PATH|SPRING_MVC_SERVLET_PATH|QUARKUS_(?:MANAGEMENT|SMALLRYE_HEALTH|HTTP_(?:ROOT|NON|AUTH))\\w*)"
              + "|\\b(?:management\\.(?:server|endpoints?|health)|server\\.servlet\\.context-path"
              + "|quarkus\\.(?:management|smallrye-health))\\.?[\\w.-]*");

  /**
   * One module.
   *
   * @param name of its artifact, or of its folder
   * @param serves whether it has the libraries of an MCP server
   * @param whyNot what stands in the way of asking it, as far as its build says
   */
  record Module(
      Path folder,
      String name,
      boolean serves,
      Optional<HealthEndpoint> endpoint,
      Optional<String> whyNot) {}

  /** A health endpoint, or why none is known. */
  record Answer(Optional<HealthEndpoint> endpoint, String whyNot) {

    static Answer none(String whyNot) {
      return new Answer(Optional.empty(), whyNot);
    }
  }

  private final Map<Path, Module> modules = new LinkedHashMap<>();
  private final Map<Path, String> obstacles = new LinkedHashMap<>();

  /** Takes in a file of the build. */
  void read(SourceFile source) {
    Path path = source.getSourcePath();
    Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
    Optional<MavenResolutionResult> pom =
        source.getMarkers().findFirst(MavenResolutionResult.class);
    if (pom.isPresent()) {
      maven(folder, pom.get());
    } else if (GradleCompanion.isScript(source)) {
      gradle(folder, source.printAll());
    } else {
      configuration(source).ifPresent(why -> obstacles.put(path, why));
    }
  }

  private void maven(Path folder, MavenResolutionResult pom) {
    if ("pom".equals(pom.getPom().getPackaging())) {
      return;
    }
    boolean actuator = has(pom, "org.springframework.boot", "spring-boot-starter-actuator");
    boolean smallrye = has(pom, "io.quarkus", "quarkus-smallrye-health");
    boolean guarded = has(pom, "org.springframework.security", "spring-security-web");
    boolean serves =
        has(pom, "io.modelcontextprotocol.sdk", "*")
            || has(pom, "org.springframework.ai", "*mcp-server*")
            || has(pom, "io.quarkiverse.mcp", "quarkus-mcp-server-*");
    add(
        new Module(
            folder,
            pom.getPom().getArtifactId(),
            serves,
            endpoint(actuator, smallrye),
            whyGuarded(guarded)));
  }

  private static boolean has(MavenResolutionResult pom, String group, String artifact) {
    return !pom.findDependencies(group, artifact, Scope.Runtime).isEmpty();
  }

  private void gradle(Path folder, String script) {
    if (FOR_OTHERS.matcher(script).find()) {
      return;
    }
    Matcher health = GRADLE_HEALTH.matcher(script);
    String found = health.find() ? health.group(1) : "";
    String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
    add(
        new Module(
            folder,
            name,
            GRADLE_SERVER.matcher(script).find(),
            endpoint(found.startsWith("spring"), found.startsWith("quarkus")),
            whyGuarded(script.contains("security") || script.contains("oauth2"))));
  }

  private void add(Module module) {
    modules.put(module.folder(), module);
  }

  private static Optional<HealthEndpoint> endpoint(boolean actuator, boolean smallrye) {
    return actuator
        ? Optional.of(HealthEndpoint.ACTUATOR)
        : smallrye ? Optional.of(HealthEndpoint.SMALLRYE) : Optional.empty();
  }

  private static Optional<String> whyGuarded(boolean guarded) {
    return guarded
        ? Optional.of("Spring Security may want to know who asks there")
        : Optional.empty();
  }

  private static Optional<String> configuration(SourceFile source) {
    String name = source.getSourcePath().getFileName().toString();
    if (name.matches("(?:application|bootstrap)(?:-.*)?\\.(?:properties|ya?ml)")) {
      Matcher quarkus = QUARKUS_KEYS.matcher(source.printAll());
      PathPrefixes prefixes = PathPrefixes.in(source);
      return ActuatorKeys.whyElsewhere(source)
          .or(
              () ->
                  prefixes.certain() && prefixes.all().isEmpty()
                      ? Optional.empty()
                      : Optional.of("the application has a path before all its paths"))
          .or(
              () ->
                  quarkus.find()
                      ? Optional.of(quarkus.group().strip() + " is set")
                      : Optional.empty());
    }
    Optional<DeployedFile> kind = DeployedFile.of(source.getSourcePath());
    if (kind.isEmpty() || kind.get() == DeployedFile.DASHBOARD || kind.get().isProxy()) {
      return Optional.empty();
    }
    Matcher variable = VARIABLE.matcher(source.printAll());
    return variable.find() ? Optional.of(variable.group() + " is set") : Optional.empty();
  }

  /** The health endpoint of the server that a file in a folder is about. */
  Answer in(Path folder) {
    List<Module> servers = modules.values().stream().filter(Module::serves).toList();
    Optional<Module> nearest =
        modules.values().stream()
            .filter(module -> isIn(folder, module.folder()))
            .max(Comparator.comparingInt(module -> depth(module.folder())));
    return nearest
        .filter(Module::serves)
        .or(() -> servers.size() == 1 ? Optional.of(servers.get(0)) : Optional.empty())
        .map(this::of)
        .orElseGet(
            () ->
                Answer.none(
                    servers.isEmpty()
                        ? unknown()
                        : "several modules have servers: ask the health endpoint of the one that this is for"));
  }

  /** The health endpoint of the server that is built in exactly this folder. */
  Answer builtIn(Path folder) {
    return Optional.ofNullable(modules.get(folder))
        .filter(Module::serves)
        .map(this::of)
        .orElseGet(() -> Answer.none(unknown()));
  }

  /** The health endpoint of the server that an image has, by its name. */
  Answer inImage(String image) {
    String name = image.replaceFirst(".*/", "").replaceFirst("[:@].*", "");
    List<Module> named =
        modules.values().stream()
            .filter(Module::serves)
            .filter(module -> isNamed(module.name(), name))
            .toList();
    return named.size() == 1
        ? of(named.get(0))
        : Answer.none(
            "nothing says that the image "
                + image
                + " is built here; if it is, "
                + in(Path.of("")).whyNot());
  }

  private static boolean isNamed(String module, String image) {
    return !module.isEmpty()
        && (module.equals(image)
            || module.startsWith(image + "-")
            || image.startsWith(module + "-"));
  }

  private Answer of(Module module) {
    if (module.endpoint().isEmpty()) {
      return Answer.none(unknown());
    }
    HealthEndpoint endpoint = module.endpoint().get();
    Optional<String> whyNot = module.whyNot().or(() -> obstacle(module));
    String ask = "ask the health endpoint, " + endpoint.path() + " by default";
    return whyNot.isPresent()
        ? Answer.none(ask + ": not edited, since " + whyNot.get())
        : new Answer(module.endpoint(), "ask " + endpoint.path());
  }

  private Optional<String> obstacle(Module module) {
    List<String> found = new ArrayList<>();
    obstacles.forEach(
        (file, why) -> {
          boolean ofAnother =
              modules.keySet().stream()
                  .anyMatch(
                      other ->
                          depth(other) > depth(module.folder()) && isIn(file.getParent(), other));
          if (!ofAnother) {
            found.add(why);
          }
        });
    return found.stream().findFirst();
  }

  private static boolean isIn(Path file, Path folder) {
    return folder.toString().isEmpty() || file != null && file.startsWith(folder);
  }

  private static int depth(Path folder) {
    return folder.toString().isEmpty() ? 0 : folder.getNameCount();
  }

  private static String unknown() {
    return "ask a health endpoint of the server, for example /actuator/health with spring-boot-starter-actuator";
  }
}

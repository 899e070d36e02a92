package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * The part of {@code migrate} that runs in a build in which the project has just been compiled. Not
 * meant to be called by hand.
 */
@Mojo(
    name = "migrate-compiled",
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class MigrateCompiledMojo extends AbstractMojo {

  static final String MODULES = "selectedModules";

  /** Whether to leave the project as it is and only write the patch. */
  @Parameter(property = "dryRun", defaultValue = "true")
  private boolean dryRun;

  /**
   * Where to go: {@code streamable} serves Streamable HTTP only, {@code dual} both transports,
   * {@code drop-legacy} ends the time of both.
   */
  @Parameter(property = "transport", defaultValue = "streamable")
  private String transport;

  /** Path of the Streamable HTTP endpoint; {@code /mcp} when not given. */
  @Parameter(property = "mcpEndpoint")
  private String mcpEndpoint;

  /** Whether Streamable HTTP is served under the old HTTP+SSE path; false when not given. */
  @Parameter(property = "keepUrl")
  private String keepUrl;

  /**
   * The one library to migrate: {@code sdk}, {@code springai} or {@code quarkus}; all when not
   * given.
   */
  @Parameter(property = "only")
  private String only;

  /** Version of the MCP Java SDK to move to; the newest of the project's line when not given. */
  @Parameter(property = "sdkVersion")
  private String sdkVersion;

  /** Version of OpenRewrite's Maven plugin, which parses and edits. */
  @Parameter(property = "rewriteVersion", defaultValue = "6.45.0")
  private String rewriteVersion;

  /** Whether files that are not committed in Git are changed all the same. */
  @Parameter(property = "force", defaultValue = "false")
  private boolean force;

  /** Whether to change nothing, and to fail, if anything does not move by itself. */
  @Parameter(property = "failOnManual", defaultValue = "false")
  private boolean failOnManual;

  /** The modules to migrate, as {@code groupId:artifactId}; all of the build when not given. */
  @Parameter(property = MODULES)
  private List<String> selectedModules;

  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  private String version;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Component private BuildPluginManager plugins;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Transport target;
    Optional<Library> library;
    try {
      target = Transport.of(transport);
      library = Library.of(only);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(e.getMessage());
    }
    List<MavenProject> projects = session.getProjects().stream().filter(this::isSelected).toList();
    if (!projects.contains(project)) {
      return;
    }
    boolean last = project == projects.get(projects.size() - 1);
    Path root = Path.of(session.getExecutionRootDirectory());
    try {
      migrate(root, target, library, projects, last);
    } catch (MigrationException e) {
      getLog().error(ChildBuild.FAILED + e.getMessage());
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      String told = "The migration could not read or write a file: " + e;
      getLog().error(ChildBuild.FAILED + told);
      throw new MojoExecutionException(told, e);
    }
  }

  /** What the selected modules need is compiled with them, and not migrated. */
  private boolean isSelected(MavenProject one) {
    return selectedModules == null
        || selectedModules.isEmpty()
        || selectedModules.contains(one.getGroupId() + ":" + one.getArtifactId());
  }

  private void migrate(
      Path root,
      Transport target,
      Optional<Library> library,
      List<MavenProject> projects,
      boolean last)
      throws MigrationException, IOException {
    Delegate rewrite = new Delegate(root, target, projects);
    if (!last) {
      // All modules are migrated together, in the last one. OpenRewrite waits for that by itself,
      // but wants to have been called in each.
      rewrite.find();
      return;
    }
    NextCommand next =
        new NextCommand(
            "io.github.mcpmigrate:mcp-migrate-maven-plugin:" + version + ":migrate",
            target,
            rewrite.options(),
            selectedModules == null ? List.of() : selectedModules);
    List<Path> folders =
        selectedModules == null || selectedModules.isEmpty() ? List.of(root) : foldersOf(projects);
    MigrationTask task =
        new MigrationTask(
            root,
            folders,
            next,
            rewrite,
            new Safeguard(
                root,
                dryRun || force
                    ? WorkTree.unasked(root)
                    : WorkTree.of(root, MigrateMojo.GIT, false),
                force,
                Files::isWritable),
            new MigrationReports(root, folders, version, next),
            new Marked());
    task.migrate(dryRun, failOnManual, library);
  }

  /** A parent that was selected stands for itself, not for the modules in its folder. */
  private static List<Path> foldersOf(List<MavenProject> projects) {
    List<Path> all = projects.stream().map(one -> one.getBasedir().toPath()).toList();
    return all.stream()
        .filter(one -> all.stream().noneMatch(other -> !other.equals(one) && other.startsWith(one)))
        .toList();
  }

  /** What the task tells, in the lines of this build that the user's build looks for. */
  private final class Marked implements MigrationTask.Told {

    @Override
    public void phase(String what) {
      getLog().info(ChildBuild.PHASE + what);
    }

    @Override
    public void line(String text) {
      getLog().info(ChildBuild.TOLD + text);
    }

    @Override
    public void next(String text) {
      getLog().info(ChildBuild.NEXT + text);
    }
  }

  /** The task's steps, done by OpenRewrite. */
  private final class Delegate implements MigrationTask.Steps {

    private final Path root;
    private final Transport target;
    private final List<MavenProject> projects;
    private final RewritePlugin rewrite;

    Delegate(Path root, Transport target, List<MavenProject> projects) {
      this.root = root;
      this.target = target;
      this.projects = projects;
      boolean all = projects.size() == session.getProjects().size();
      MavenSession selected = all ? session : session.clone();
      if (!all) {
        selected.setProjects(projects);
        selected.setCurrentProject(project);
      }
      rewrite =
          new RewritePlugin(
              plugins,
              selected,
              project,
              rewriteVersion,
              "io.github.mcpmigrate:mcp-migrate-recipes:" + version);
    }

    @Override
    public void find() throws MigrationException {
      rewrite(
          "dryRunNoFork",
          "io.github.mcpmigrate.FindLegacySse",
          Map.of(),
          Map.of("exportDatatables", "true", "reportOutputDirectory", reports().toString()));
    }

    @Override
    public void dryRun(Path patch) throws MigrationException {
      Path written = reports().resolve("rewrite.patch");
      try {
        Files.deleteIfExists(written);
        rewrite(
            "dryRunNoFork",
            target.recipe(),
            options(),
            Map.of("exportDatatables", "true", "reportOutputDirectory", reports().toString()));
        if (Files.exists(written)) {
          byte[] encoded =
              new PatchEncoding(WorkTree.topOf(root), encodings())
                  .encode(Files.readString(written));
          Files.write(patch, encoded);
          Files.delete(written);
        }
      } catch (IOException e) {
        throw new MigrationException("The patch could not be written: " + e.getMessage(), e);
      }
    }

    /** What the modules say that their sources are in. */
    private List<Charset> encodings() {
      return projects.stream()
          .map(one -> one.getProperties().getProperty("project.build.sourceEncoding"))
          .filter(name -> name != null && Charset.isSupported(name))
          .distinct()
          .map(Charset::forName)
          .toList();
    }

    @Override
    public void run() throws MigrationException {
      rewrite("runNoFork", target.recipe(), options(), Map.of());
    }

    private void rewrite(
        String goal, String recipe, Map<String, String> options, Map<String, String> parameters)
        throws MigrationException {
      try {
        RecipeFile file = RecipeFile.write(reports(), recipe, options);
        rewrite.run(goal, file.file(), file.name(), parameters);
      } catch (IOException e) {
        throw new MigrationException("The recipe could not be written: " + e.getMessage(), e);
      }
    }

    private Map<String, String> options() {
      Map<String, String> options = new LinkedHashMap<>();
      if (target != Transport.DROP_LEGACY) {
        options.put("mcpEndpoint", mcpEndpoint);
        options.put("keepUrl", keepUrl);
        options.put("sdkVersion", sdkVersion);
      }
      options.put("only", only);
      return options;
    }

    private Path reports() {
      return root.resolve("target/mcp-migrate/rewrite");
    }
  }
}

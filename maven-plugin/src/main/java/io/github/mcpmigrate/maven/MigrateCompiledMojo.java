package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Whether Streamable HTTP is served under the server's old HTTP+SSE path. */
  @Parameter(property = "keepUrl")
  private String keepUrl;

  /** Version of the MCP Java SDK to move to; the newest of the project's line when not given. */
  @Parameter(property = "sdkVersion")
  private String sdkVersion;

  /** Version of OpenRewrite's Maven plugin, which parses and edits. */
  @Parameter(property = "rewriteVersion", defaultValue = "6.45.0")
  private String rewriteVersion;

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
    try {
      target = Transport.of(transport);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(e.getMessage());
    }
    Path root = Path.of(session.getExecutionRootDirectory());
    Delegate rewrite = new Delegate(root, target);
    MigrationTask task =
        new MigrationTask(
            root,
            new NextCommand(
                "io.github.mcpmigrate:mcp-migrate-maven-plugin:" + version + ":migrate",
                target,
                rewrite.options()),
            rewrite,
            Files::isWritable,
            line -> getLog().info(ChildBuild.TOLD + line));
    List<MavenProject> projects = session.getProjects();
    boolean last = project == projects.get(projects.size() - 1);
    try {
      if (last) {
        task.migrate(dryRun);
      } else {
        // All modules are migrated together, in the last one. OpenRewrite waits for that by itself,
        // but wants to have been called in each.
        rewrite.find();
      }
    } catch (MigrationException e) {
      getLog().error(ChildBuild.FAILED + e.getMessage());
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      String told = "The migration could not read or write a file: " + e;
      getLog().error(ChildBuild.FAILED + told);
      throw new MojoExecutionException(told, e);
    }
  }

  /** The task's steps, done by OpenRewrite. */
  private final class Delegate implements MigrationTask.Steps {

    private final Path root;
    private final Transport target;
    private final RewritePlugin rewrite;

    Delegate(Path root, Transport target) {
      this.root = root;
      this.target = target;
      rewrite =
          new RewritePlugin(
              plugins,
              session,
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
        MigrationTask.publish(written, patch);
      } catch (IOException e) {
        throw new MigrationException("The patch could not be written: " + e.getMessage(), e);
      }
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
      return options;
    }

    private Path reports() {
      return root.resolve("target/mcp-migrate/rewrite");
    }
  }
}

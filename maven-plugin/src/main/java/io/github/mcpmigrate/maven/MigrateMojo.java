package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Moves a project's MCP servers and clients from HTTP+SSE to Streamable HTTP. By default it changes
 * nothing and leaves a patch, {@code migration.patch}, and the reports of {@code assess} in {@code
 * target/mcp-migrate}. The project's pom needs no edit.
 *
 * <p>With {@code dryRun=false} it changes the files, compiles the result and says how to take it
 * back. It stops before that if something is not committed in Git. All modules of the build are
 * migrated, or those that Maven selects with {@code -pl}.
 *
 * <p>The work is done in a Maven of its own, which compiles the project first: types that do not
 * resolve would be missed in silence, and modules only see each other in a build that compiles
 * them.
 */
@Mojo(name = "migrate", aggregator = true, threadSafe = true)
public final class MigrateMojo extends AbstractMojo {

  /** Found on the path. */
  static final String GIT = "git";

  /**
   * Whether to leave the project as it is and only write the patch and the reports: {@code true} or
   * {@code false}; no other word is taken for either.
   */
  @Parameter(property = "dryRun", defaultValue = "true")
  private String dryRun;

  /**
   * Where to go: {@code streamable} serves Streamable HTTP only, {@code dual} both transports,
   * {@code drop-legacy} ends the time of both.
   */
  @Parameter(property = "transport", defaultValue = "streamable")
  private String transport;

  /**
   * Path of the Streamable HTTP endpoint, with a slash at its beginning; {@code /mcp} when not
   * given.
   */
  @Parameter(property = "mcpEndpoint")
  private String mcpEndpoint;

  /**
   * Whether Streamable HTTP is served under the server's old HTTP+SSE path, so that no client has
   * to change its URL: {@code true} or {@code false}, which is meant when not given. Not together
   * with {@code mcpEndpoint}.
   */
  @Parameter(property = "keepUrl")
  private String keepUrl;

  /**
   * The one library to migrate: {@code sdk}, the MCP Java SDK in code, {@code springai}, what
   * Spring AI makes from configuration, or {@code quarkus}, Quarkus' MCP server; all when not
   * given. The rest stays on HTTP+SSE, and so do clients that may talk to a server that does.
   */
  @Parameter(property = "only")
  private String only;

  /**
   * Version of the MCP Java SDK to move to, 0.18.0 or newer; the newest of the project's line
   * (0.18, 1.1 or 2.1) when not given.
   */
  @Parameter(property = "sdkVersion")
  private String sdkVersion;

  /**
   * Whether to change files although Git could not bring them back as they are now: tracked files
   * that are changed and not committed, or files that Git does not know. Only asked with {@code
   * dryRun=false}.
   */
  @Parameter(property = "force", defaultValue = "false")
  private boolean force;

  /**
   * Whether to leave out the build after a real run, which compiles the main code and the tests of
   * the result ({@code test-compile}) and runs no test.
   */
  @Parameter(property = "skipBuild", defaultValue = "false")
  private boolean skipBuild;

  /**
   * Whether to change nothing, and to fail, if anything is found that needs a person or is not
   * understood. The reports are written all the same.
   */
  @Parameter(property = "failOnManual", defaultValue = "false")
  private boolean failOnManual;

  /** Version of OpenRewrite's Maven plugin, which parses and edits. */
  @Parameter(property = "rewriteVersion", defaultValue = "6.45.0")
  private String rewriteVersion;

  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  private String version;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Component private RepositorySystem repositories;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Transport target;
    try {
      target = Transport.of(transport);
      only = Library.of(only).map(Library::word).orElse(null);
      requireYesOrNo("dryRun", dryRun);
      requireOneEndpoint(mcpEndpoint, keepUrl);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(e.getMessage());
    }
    if (sdkVersion != null && target != Transport.DROP_LEGACY) {
      requirePublished(sdkVersion);
    }
    try {
      migrate(target);
    } catch (MigrationException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("A file could not be read or written: " + e.getMessage(), e);
    }
  }

  private void migrate(Transport target) throws MigrationException, IOException {
    Path root = Path.of(session.getExecutionRootDirectory());
    Progress progress = new Progress(getLog()::info, System::nanoTime);
    boolean dry = dryRun.equals("true");
    WorkTree before = dry ? WorkTree.unasked(root) : WorkTree.of(root, GIT, force);
    if (!dry) {
      new Safeguard(root, before, force, Files::isWritable).requireCommitted(progress::line);
    }
    Path tables = root.resolve("target/rewrite/datatables");
    Set<Path> earlier = Findings.runs(tables);
    ChildBuild child = new ChildBuild(session.getRequest(), root, modules(root), "maven.log");
    progress.phase("Compiling the project");
    child.migrate(
        "io.github.mcpmigrate:mcp-migrate-maven-plugin:" + version + ":migrate-compiled",
        properties(target),
        progress);
    if (child.hasChanged()) {
      Undo undo = new Undo(root, before, Patch.read(MigrationTask.patchOf(root)));
      if (!skipBuild) {
        build(root, before, undo, RulesOfFiles.readNew(tables, earlier), progress);
      }
      progress.line("To take it back: " + undo.advice(GIT));
    }
    child.next().ifPresent(progress::line);
  }

  private void build(Path root, WorkTree before, Undo undo, RulesOfFiles rules, Progress progress)
      throws MigrationException, IOException {
    progress.phase("Building the result: test-compile");
    for (MavenProject module : session.getAllProjects()) {
      ResultBuild.forgetWhatIsCompiled(Path.of(module.getBuild().getDirectory()));
    }
    ChildBuild build = new ChildBuild(session.getRequest(), root, modules(root), "build.log");
    new ResultBuild(build, before, undo, rules).run(userProperties(), progress);
    progress.phase("The result compiles, with its tests");
  }

  /** What Maven was told to select, by the names that it finds from any folder. */
  private ChildBuild.Modules modules(Path root) {
    List<MavenProject> selected = session.getProjects();
    MavenProject whole = session.getTopLevelProject();
    while (whole.getParent() != null && whole.getParent().getFile() != null) {
      whole = whole.getParent();
    }
    Path folder = whole.getBasedir().toPath();
    return new ChildBuild.Modules(
        selected.size() == session.getAllProjects().size()
            ? List.of()
            : selected.stream().map(one -> one.getGroupId() + ":" + one.getArtifactId()).toList(),
        folder.equals(root) ? Optional.empty() : Optional.of(folder));
  }

  private Map<String, String> userProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    session.getUserProperties().forEach((name, value) -> properties.put("" + name, "" + value));
    return properties;
  }

  private Map<String, String> properties(Transport target) {
    Map<String, String> properties = userProperties();
    properties.put("dryRun", dryRun);
    properties.put("transport", target.word());
    properties.put("mcpEndpoint", mcpEndpoint);
    properties.put("keepUrl", keepUrl);
    properties.put("sdkVersion", sdkVersion);
    properties.put("only", only);
    properties.put("rewriteVersion", rewriteVersion);
    properties.put("force", "" + force);
    properties.put("failOnManual", "" + failOnManual);
    List<String> selected = modules(Path.of(session.getExecutionRootDirectory())).selected();
    properties.put(
        MigrateCompiledMojo.MODULES, selected.isEmpty() ? null : String.join(",", selected));
    return properties;
  }

  /** Maven itself takes every word but "true" for "false", and with that a slip would be a go. */
  static void requireYesOrNo(String option, String word) {
    if (!word.equals("true") && !word.equals("false")) {
      throw new IllegalArgumentException(
          "-D" + option + " is true or false, not '" + word + "'; nothing was changed.");
    }
  }

  static void requireOneEndpoint(String mcpEndpoint, String keepUrl) {
    if (keepUrl == null) {
      return;
    }
    requireYesOrNo("keepUrl", keepUrl);
    if (keepUrl.equals("true") && mcpEndpoint != null) {
      throw new IllegalArgumentException(
          "-DkeepUrl=true serves the server's old path and -DmcpEndpoint names another. Give one of"
              + " them; nothing was changed.");
    }
  }

  /** Without its artifacts the sources would move to the version's API and the pom would not. */
  private void requirePublished(String sdk) throws MojoExecutionException {
    Artifact pom = new DefaultArtifact("io.modelcontextprotocol.sdk", "mcp", "pom", sdk);
    try {
      repositories.resolveArtifact(
          session.getRepositorySession(),
          new ArtifactRequest(
              pom, session.getTopLevelProject().getRemoteProjectRepositories(), null));
    } catch (ArtifactResolutionException e) {
      throw new MojoExecutionException(
          "Version "
              + sdk
              + " of the MCP Java SDK cannot be had. Give -DsdkVersion a published version, or leave"
              + " it out for the newest of the project's line; nothing was changed. "
              + e.getMessage(),
          e);
    }
  }
}

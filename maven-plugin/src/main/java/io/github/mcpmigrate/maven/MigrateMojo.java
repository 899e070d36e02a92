package io.github.mcpmigrate.maven;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Moves a project's MCP servers from HTTP+SSE to Streamable HTTP. By default it changes nothing and
 * leaves a patch in {@code target/mcp-migrate/migration.patch}. The project's pom needs no edit.
 *
 * <p>The work is done in a Maven of its own, which compiles the project first: types that do not
 * resolve would be missed in silence, and modules only see each other in a build that compiles
 * them.
 */
@Mojo(name = "migrate", aggregator = true, threadSafe = true)
public final class MigrateMojo extends AbstractMojo {

  /**
   * Whether to leave the project as it is and only write the patch: {@code true} or {@code false}.
   */
  @Parameter(property = "dryRun", defaultValue = "true")
  private String dryRun;

  /**
   * Where to go: {@code streamable} serves Streamable HTTP only, {@code dual} both transports,
   * {@code drop-legacy} ends the time of both.
   */
  @Parameter(property = "transport", defaultValue = "streamable")
  private String transport;

  /** Path of the Streamable HTTP endpoint; {@code /mcp} when not given. */
  @Parameter(property = "mcpEndpoint")
  private String mcpEndpoint;

  /**
   * Whether Streamable HTTP is served under the server's old HTTP+SSE path, so that no client has
   * to change its URL: {@code true} or {@code false}. Not together with {@code mcpEndpoint}.
   */
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

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Component private RepositorySystem repositories;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Transport target;
    try {
      target = Transport.of(transport);
      requireYesOrNo("dryRun", dryRun);
      requireOneEndpoint(mcpEndpoint, keepUrl);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(e.getMessage());
    }
    if (sdkVersion != null && target != Transport.DROP_LEGACY) {
      requirePublished(sdkVersion);
    }
    Map<String, String> properties = new LinkedHashMap<>();
    session.getUserProperties().forEach((name, value) -> properties.put("" + name, "" + value));
    properties.put("dryRun", dryRun);
    properties.put("transport", target.word());
    properties.put("mcpEndpoint", mcpEndpoint);
    properties.put("keepUrl", keepUrl);
    properties.put("sdkVersion", sdkVersion);
    properties.put("rewriteVersion", rewriteVersion);
    String goal = "io.github.mcpmigrate:mcp-migrate-maven-plugin:" + version + ":migrate-compiled";
    getLog().info("Compiling the project");
    try {
      new ChildBuild(session.getRequest(), Path.of(session.getExecutionRootDirectory()))
          .run(goal, properties, getLog()::info);
    } catch (MigrationException e) {
      throw new MojoFailureException(e.getMessage(), e);
    }
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

package io.github.mcpmigrate.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** OpenRewrite's Maven plugin, run with our recipes on a project whose pom does not name it. */
final class RewritePlugin {

  /**
   * Files that may say how a program is started, or what stands before it, and that OpenRewrite
   * does not read by itself.
   */
  private static final List<String> SCRIPTS =
      List.of(
          "**/*.env.*",
          "**/Procfile",
          "**/*.cmd",
          "**/*.ps1",
          "**/*.mk",
          "**/*.service",
          "**/*.conf",
          "**/*.conf.template",
          "**/*.cfg",
          "**/*.vcl",
          "**/Caddyfile",
          "**/*.http",
          "**/*.tpl",
          "**/Jenkinsfile");

  /** What it says of a pom of model 4.1.0 that leaves its parent's coordinates to Maven. */
  private static final String NO_COORDINATES = "POM is missing a required coordinate";

  private final BuildPluginManager plugins;
  private final MavenSession session;
  private final MavenProject project;
  private final String version;
  private final String recipes;

  /**
   * @param version of rewrite-maven-plugin
   * @param recipes coordinates of the recipe artifact
   */
  RewritePlugin(
      BuildPluginManager plugins,
      MavenSession session,
      MavenProject project,
      String version,
      String recipes) {
    this.plugins = plugins;
    this.session = session;
    this.project = project;
    this.version = version;
    this.recipes = recipes;
  }

  /**
   * Runs a goal.
   *
   * @param recipeFile declares the recipe; in a file because the goal's own {@code options} are
   *     refused for recipes that are made of others
   * @param recipe name of the recipe in that file
   * @param parameters of the goal
   */
  void run(String goal, Path recipeFile, String recipe, Map<String, String> parameters)
      throws MigrationException {
    Plugin plugin = new Plugin();
    plugin.setGroupId("org.openrewrite.maven");
    plugin.setArtifactId("rewrite-maven-plugin");
    plugin.setVersion(version);
    try {
      PluginDescriptor descriptor =
          plugins.loadPlugin(
              plugin, project.getRemotePluginRepositories(), session.getRepositorySession());
      MojoDescriptor mojo = descriptor.getMojo(goal);
      if (mojo == null) {
        throw new MigrationException(
            "rewrite-maven-plugin " + version + " has no goal " + goal + "; use another version");
      }
      Xpp3Dom configuration = configuration(recipeFile, recipe, parameters);
      MojoExecution execution = new MojoExecution(mojo, "mcp-migrate");
      execution.setConfiguration(
          Xpp3Dom.mergeXpp3Dom(configuration, dom(mojo.getMojoConfiguration())));
      plugins.executeMojo(session, execution);
    } catch (MigrationException e) {
      throw e;
    } catch (Exception e) {
      // The plugin manager declares six exceptions for "could not be run"; users need its words.
      throw new MigrationException(reason(recipe, String.valueOf(e.getMessage())), e);
    }
  }

  /** Why OpenRewrite gave up, in its own words, with what there is to do where that is known. */
  static String reason(String recipe, String words) {
    String reason = "OpenRewrite could not run " + recipe + ": " + words;
    return words.contains(NO_COORDINATES)
        ? reason
            + ". It does not read a parent that Maven 4 infers: write groupId, artifactId and version"
            + " into each <parent> and run again."
        : reason;
  }

  private Xpp3Dom configuration(Path recipeFile, String recipe, Map<String, String> parameters) {
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    list(configuration, "activeRecipes", "recipe", List.of(recipe));
    list(configuration, "recipeArtifactCoordinates", "artifact", List.of(recipes));
    list(configuration, "additionalPlainTextMasks", "mask", SCRIPTS);
    child(configuration, "configLocation", recipeFile.toString());
    child(configuration, "failOnInvalidActiveRecipes", "true");
    parameters.forEach((name, value) -> child(configuration, name, value));
    return configuration;
  }

  /** What the goal's own descriptor says for parameters that we do not set. */
  private static Xpp3Dom dom(PlexusConfiguration configuration) {
    Xpp3Dom dom = new Xpp3Dom(configuration.getName());
    dom.setValue(configuration.getValue());
    for (String attribute : configuration.getAttributeNames()) {
      dom.setAttribute(attribute, configuration.getAttribute(attribute));
    }
    for (PlexusConfiguration child : configuration.getChildren()) {
      dom.addChild(dom(child));
    }
    return dom;
  }

  private static void list(Xpp3Dom parent, String name, String element, List<String> values) {
    Xpp3Dom list = new Xpp3Dom(name);
    values.forEach(value -> child(list, element, value));
    parent.addChild(list);
  }

  private static void child(Xpp3Dom parent, String name, String value) {
    Xpp3Dom child = new Xpp3Dom(name);
    child.setValue(value);
    parent.addChild(child);
  }
}

package io.github.mcpmigrate.maven;

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
   * Runs a goal with one recipe.
   *
   * @param options of the recipe; those without a value are left out
   * @param parameters of the goal
   */
  void run(String goal, String recipe, Map<String, String> options, Map<String, String> parameters)
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
      Xpp3Dom configuration = configuration(recipe, options, parameters);
      MojoExecution execution = new MojoExecution(mojo, "mcp-migrate");
      execution.setConfiguration(
          Xpp3Dom.mergeXpp3Dom(configuration, dom(mojo.getMojoConfiguration())));
      plugins.executeMojo(session, execution);
    } catch (MigrationException e) {
      throw e;
    } catch (Exception e) {
      // The plugin manager declares six exceptions for "could not be run"; users need its words.
      throw new MigrationException(
          "OpenRewrite could not run " + recipe + ": " + e.getMessage(), e);
    }
  }

  private Xpp3Dom configuration(
      String recipe, Map<String, String> options, Map<String, String> parameters) {
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    list(configuration, "activeRecipes", "recipe", recipe);
    list(configuration, "recipeArtifactCoordinates", "artifact", recipes);
    // A rewrite.yml of the user's own is the user's own business.
    child(configuration, "configLocation", "mcp-migrate-has-no-rewrite.yml");
    child(configuration, "failOnInvalidActiveRecipes", "true");
    options.forEach(
        (name, value) -> {
          if (value != null) {
            list(configuration, "options", "option", name + "=" + value);
          }
        });
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

  private static void list(Xpp3Dom parent, String name, String element, String value) {
    Xpp3Dom list = parent.getChild(name);
    if (list == null) {
      list = new Xpp3Dom(name);
      parent.addChild(list);
    }
    child(list, element, value);
  }

  private static void child(Xpp3Dom parent, String name, String value) {
    Xpp3Dom child = new Xpp3Dom(name);
    child.setValue(value);
    parent.addChild(child);
  }
}

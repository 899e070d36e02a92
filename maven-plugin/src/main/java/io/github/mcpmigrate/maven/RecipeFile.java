package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A declarative recipe that is one recipe with its options, in the form OpenRewrite reads. */
record RecipeFile(Path file, String name) {

  /**
   * Writes the file.
   *
   * @param options those without a value are left out; values are quoted, whatever is in them
   */
  static RecipeFile write(Path folder, String recipe, Map<String, String> options)
      throws IOException {
    String name = "io.github.mcpmigrate.run." + recipe.substring(recipe.lastIndexOf('.') + 1);
    StringBuilder yaml = new StringBuilder();
    yaml.append("type: specs.openrewrite.org/v1beta/recipe\n")
        .append("name: ")
        .append(name)
        .append('\n')
        .append("displayName: Migrate MCP servers\n")
        .append("description: What the goal `migrate` was asked to do.\n")
        .append("recipeList:\n")
        .append("  - ")
        .append(recipe);
    StringBuilder given = new StringBuilder();
    options.forEach(
        (option, value) -> {
          if (value != null) {
            given.append("      ").append(option).append(": ").append(quoted(value)).append('\n');
          }
        });
    yaml.append(given.isEmpty() ? "\n" : ":\n" + given);
    Files.createDirectories(folder);
    Path file = folder.resolve(recipe.substring(recipe.lastIndexOf('.') + 1) + ".yml");
    Files.writeString(file, yaml, StandardCharsets.UTF_8);
    return new RecipeFile(file, name);
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}

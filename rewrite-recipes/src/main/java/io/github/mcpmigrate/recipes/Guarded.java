package io.github.mcpmigrate.recipes;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.openrewrite.Recipe;
import org.openrewrite.config.DeclarativeRecipe;

/** Recipes that are run only where another one finds something. */
public final class Guarded {

  private Guarded() {}

  /**
   * Does {@code recipe} to the files that {@code where} marks.
   *
   * @param name the last part of the name of what comes out
   */
  public static Recipe of(String name, Recipe where, Recipe recipe) {
    return of(name, List.of(where), recipe);
  }

  /**
   * Does {@code recipe} to the files that all of {@code where} mark.
   *
   * @param name the last part of the name of what comes out
   */
  public static Recipe of(String name, List<Recipe> where, Recipe recipe) {
    DeclarativeRecipe guarded =
        new DeclarativeRecipe(
            "io.github.mcpmigrate." + name,
            recipe.getDisplayName(),
            recipe.getDescription(),
            Set.of("mcp"),
            Duration.ZERO,
            URI.create("https://github.com/modelcontextprotocol/java-sdk"),
            false,
            List.of());
    where.forEach(guarded::addUninitializedPrecondition);
    guarded.addUninitialized(recipe);
    guarded.initialize(List.of());
    return guarded;
  }
}

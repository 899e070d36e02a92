package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.Guarded;
import io.github.mcpmigrate.recipes.build.UpgradeSpringAiInGradle;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeList;

/** Take Spring AI 1.0 to 1.1. */
@Value
@EqualsAndHashCode(callSuper = false)
public class UpgradeSpringAi extends Recipe {

  String displayName = "Take Spring AI 1.0 to 1.1";

  String description =
      "Raises Spring AI 1.0 in Maven and Gradle builds with one of its MCP starters to the newest 1.1 that their repositories "
          + "have, the first line with Streamable HTTP, and takes code along. Later lines stay.";

  @Override
  public void buildRecipeList(RecipeList recipes) {
    recipes
        .recipe(
            Guarded.of(
                "UpgradeSpringAiWhereItIsTooOld", new WhereSpringAiIsTooOld(), new RaiseSpringAi()))
        .recipe(
            Guarded.of(
                "UpgradeSpringAiSourcesWhereItIsTooOld",
                new WhereSpringAiIsTooOld(),
                new UpgradeSpringAiSources()))
        .recipe(new UpgradeSpringAiInGradle());
  }
}

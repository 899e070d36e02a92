package io.github.mcpmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.config.Environment;
import org.openrewrite.test.RewriteTest;

/** What holds for all recipes of this jar. */
class RecipesTest implements RewriteTest {

  @Test
  void allRecipesCanBeLoadedDescribedAndRun() {
    assertRecipesConfigure("io.github.mcpmigrate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FindLegacySse",
        "MigrateToStreamableHttp",
        "MigrateToDualTransport",
        "DropLegacySse",
        "UpgradeMcpSdk"
      })
  void usersFindTheCompositesByName(String name) {
    Recipe recipe =
        Environment.builder()
            .scanRuntimeClasspath("io.github.mcpmigrate")
            .build()
            .activateRecipes("io.github.mcpmigrate." + name);

    assertThat(recipe.validateAll(new InMemoryExecutionContext(), new ArrayList<>()))
        .allMatch(validated -> validated.isValid());
    assertThat(recipe.getRecipeList()).isNotEmpty();
  }

  @Test
  void badOptionsAreRefusedBeforeAnythingIsEdited() {
    List<Recipe> refused =
        List.of(
            new MigrateToStreamableHttp("mcp", null, null),
            new MigrateToDualTransport("/mcp/", null, null, null),
            new MigrateToDualTransport(null, null, "latest", null),
            new UpgradeMcpSdk("0.18.x"),
            new UpgradeMcpSdk("0.17.2"));

    assertThat(refused).noneMatch(recipe -> recipe.validate().isValid());
  }
}

package io.github.mcpmigrate;

import io.github.mcpmigrate.recipes.sdk.AccessRulesOfSpringAi;
import io.github.mcpmigrate.recipes.sdk.DualServerToStreamable;
import io.github.mcpmigrate.recipes.sdk.RemoveCompatDependency;
import io.github.mcpmigrate.recipes.sdk.SseClientToStreamable;
import io.github.mcpmigrate.recipes.springai.DropSseFromSpringAiEnvironment;
import io.github.mcpmigrate.recipes.springai.DropSseFromSpringAiServers;
import io.github.mcpmigrate.recipes.springai.SpringAiClientToStreamable;
import io.github.mcpmigrate.recipes.springai.SpringAiKeysInCode;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeList;

/** Ends the transition that {@link MigrateToDualTransport} began. */
@Value
@EqualsAndHashCode(callSuper = false)
public class DropLegacySse extends Recipe {

  String displayName = "Drop HTTP+SSE from servers on both transports";

  String description =
      "Turns servers that serve HTTP+SSE and Streamable HTTP through mcp-compat-sdk into plain Streamable HTTP servers of "
          + "the MCP Java SDK, moves the clients that are left on HTTP+SSE beside them, and removes mcp-compat-sdk where nothing uses it any more.";

  @Override
  public void buildRecipeList(RecipeList recipes) {
    recipes
        .recipe(new DualServerToStreamable())
        .recipe(new SseClientToStreamable(null, null, "drop-legacy"))
        .recipe(new RemoveCompatDependency())
        .recipe(new AccessRulesOfSpringAi(null, null, "drop-legacy"))
        .recipe(new SpringAiKeysInCode(null, null, "drop-legacy"))
        .recipe(new DropSseFromSpringAiServers())
        .recipe(new DropSseFromSpringAiEnvironment())
        .recipe(new SpringAiClientToStreamable(null, null, "drop-legacy"));
  }
}

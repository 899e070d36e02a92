package io.github.mcpmigrate.recipes;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeList;
import org.openrewrite.Validated;

/** The steps of a migration, or those of them that concern one library. */
public final class Part {

  /** The words for one library each; a library has a package of that name below this one. */
  public static final Set<String> LIBRARIES = Set.of("sdk", "springai", "quarkus");

  public static final String ONLY =
      "Only what concerns one library: `sdk` for the MCP Java SDK in code, `springai` for what Spring AI makes from "
          + "configuration, or `quarkus` for Quarkus' MCP server. The rest stays on HTTP+SSE, and so do clients that may talk to a server that does. Defaults to "
          + "everything.";

  private final @Nullable String only;
  private final RecipeList recipes;

  /**
   * @param only one of the words, or null for all steps
   */
  public Part(@Nullable String only, RecipeList recipes) {
    this.only = only;
    this.recipes = recipes;
  }

  /** Refuses words that are none. */
  public static Validated<Object> validate(@Nullable String only) {
    return Validated.test(
        "only",
        "must be sdk, springai or quarkus",
        only,
        word -> word == null || LIBRARIES.contains(word));
  }

  /** A step for the MCP Java SDK in code. */
  public Part sdk(Recipe recipe) {
    return add("sdk", recipe);
  }

  /** A step for what Spring AI makes from configuration. */
  public Part springAi(Recipe recipe) {
    return add("springai", recipe);
  }

  /** A step for the MCP server of Quarkus. */
  public Part quarkus(Recipe recipe) {
    return add("quarkus", recipe);
  }

  /** A step that all need. */
  public Part any(Recipe recipe) {
    recipes.recipe(recipe);
    return this;
  }

  /** A step for the clients of the SDK, which do not leave a server of Spring AI behind. */
  public Part sdkClients(Recipe recipe, Recipe whereNoOtherServerStays) {
    return sdk(
        only == null
            ? recipe
            : Guarded.of("SdkClientsWhereServersMove", whereNoOtherServerStays, recipe));
  }

  /** A step for Spring AI's clients, which do not leave a server of the SDK behind. */
  public Part springAiClients(Recipe recipe, Recipe whereNoOtherServerStays) {
    return springAi(
        only == null
            ? recipe
            : Guarded.of("SpringAiClientsWhereServersMove", whereNoOtherServerStays, recipe));
  }

  /**
   * A step for what goes with servers of any library, which is left out where servers of one that
   * is not meant are. Those of Quarkus have Streamable HTTP, whether they are meant or not.
   */
  public Part servers(
      Recipe recipe, Recipe whereNoServerOfTheSdkStays, Recipe whereNoServerOfSpringAiStays) {
    if (only == null) {
      return any(recipe);
    }
    List<Recipe> where =
        switch (only) {
          case "sdk" -> List.of(whereNoServerOfSpringAiStays);
          case "springai" -> List.of(whereNoServerOfTheSdkStays);
          default -> List.of(whereNoServerOfTheSdkStays, whereNoServerOfSpringAiStays);
        };
    return any(Guarded.of("RulesWhereServersMove", where, recipe));
  }

  private Part add(String library, Recipe recipe) {
    if (only == null || only.equals(library)) {
      recipes.recipe(recipe);
    }
    return this;
  }
}

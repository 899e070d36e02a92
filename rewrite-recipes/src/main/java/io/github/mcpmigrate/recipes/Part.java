package io.github.mcpmigrate.recipes;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeList;
import org.openrewrite.Validated;

/** The steps of a migration, or those of them that concern one library. */
public final class Part {

  /** The words for one library each; a library has a package of that name below this one. */
  public static final Set<String> LIBRARIES = Set.of("sdk", "springai", "quarkus");

  public static final String ONLY =
      "Only what concerns one library: `sdk` for the MCP Java SDK in code and servers written by hand, `springai` for what "
          + "Spring AI makes from configuration, or `quarkus` for Quarkus' MCP server. The rest stays on HTTP+SSE, and so do clients that may talk to a server that does. Defaults to "
          + "everything.";

  private final @Nullable String only;
  private final RecipeList recipes;
  private final Function<String, Recipe> whereNoServerIsLeft;

  /**
   * @param only one of the words, or null for all steps
   * @param whereNoServerIsLeft a precondition for each library: no server of it stays behind
   */
  public Part(
      @Nullable String only, RecipeList recipes, Function<String, Recipe> whereNoServerIsLeft) {
    this.only = only;
    this.recipes = recipes;
    this.whereNoServerIsLeft = whereNoServerIsLeft;
  }

  /** Refuses words that are none. */
  public static Validated<Object> validate(@Nullable String only) {
    return Validated.test(
        "only",
        "must be sdk, springai or quarkus",
        only,
        word -> word == null || LIBRARIES.contains(word));
  }

  /** A step for the MCP Java SDK in code, and for servers without any. */
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
  public Part sdkClients(Recipe recipe) {
    return sdk(guarded("SdkClientsWhereServersMove", recipe, "springai"));
  }

  /** A step for Spring AI's clients, which do not leave a server of the SDK behind. */
  public Part springAiClients(Recipe recipe) {
    return springAi(guarded("SpringAiClientsWhereServersMove", recipe, "sdk"));
  }

  /**
   * A step for what goes with servers of any library, which is left out where servers of one that
   * is not meant are. Those of Quarkus have Streamable HTTP, whether they are meant or not.
   */
  public Part servers(Recipe recipe) {
    return any(guarded("RulesWhereServersMove", recipe, "sdk", "springai"));
  }

  private Recipe guarded(String name, Recipe recipe, String... servers) {
    return only == null
        ? recipe
        : Guarded.of(
            name,
            Stream.of(servers)
                .filter(library -> !library.equals(only))
                .map(whereNoServerIsLeft)
                .toList(),
            recipe);
  }

  private Part add(String library, Recipe recipe) {
    if (only == null || only.equals(library)) {
      recipes.recipe(recipe);
    }
    return this;
  }
}

package io.github.mcpmigrate.recipes.springai;

import lombok.EqualsAndHashCode;
import lombok.Value;

/** Says what {@link SpringAiEnvironmentToStreamable} would do, and changes nothing. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindSpringAiEnvironment extends SpringAiEnvironmentRecipe {

  String displayName = "Find Spring AI on HTTP+SSE in what it is deployed with";

  String description =
      "Lists the environment variables, ConfigMaps and command lines that put Spring AI servers and clients on HTTP+SSE, with what a migration does with each.";

  @Override
  SpringAiMove move() {
    return SpringAiMove.of(null, null, false);
  }

  @Override
  boolean edits() {
    return false;
  }
}

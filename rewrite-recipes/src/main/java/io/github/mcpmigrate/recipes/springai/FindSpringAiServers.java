package io.github.mcpmigrate.recipes.springai;

import lombok.EqualsAndHashCode;
import lombok.Value;

/** Says what {@link SpringAiServerToStreamable} would do, and changes nothing. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindSpringAiServers extends SpringAiServerRecipe {

  String displayName = "Find Spring AI servers on HTTP+SSE";

  String description =
      "Lists the configuration of Spring AI servers that speak HTTP+SSE, with what a migration does with each key.";

  @Override
  SpringAiMove move() {
    return SpringAiMove.of(null, null, false);
  }

  @Override
  boolean edits() {
    return false;
  }
}

package io.github.mcpmigrate.recipes.springai;

import lombok.EqualsAndHashCode;
import lombok.Value;

/** Says what {@link SpringAiKeysInCode} would do, and changes nothing. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindSpringAiKeysInCode extends KeysInCodeRecipe {

  String displayName = "Find the configuration of Spring AI that stands in code";

  String description =
      "Lists the keys of `spring.ai.mcp` in sources that concern HTTP+SSE, with what a migration does with each.";

  @Override
  SpringAiMove move() {
    return SpringAiMove.of(null, null, false);
  }

  @Override
  boolean edits() {
    return false;
  }
}

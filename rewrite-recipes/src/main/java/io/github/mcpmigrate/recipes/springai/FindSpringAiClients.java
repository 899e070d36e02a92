package io.github.mcpmigrate.recipes.springai;

import java.util.Optional;
import lombok.EqualsAndHashCode;
import lombok.Value;

/** Says what {@link SpringAiClientToStreamable} would do, and changes nothing. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindSpringAiClients extends SpringAiClientRecipe {

  String displayName = "Find Spring AI clients on HTTP+SSE";

  String description =
      "Lists the connections of Spring AI clients over HTTP+SSE, with what a migration does with each key.";

  @Override
  SpringAiMove move() {
    return SpringAiMove.of(null, null, false);
  }

  @Override
  Optional<String> whyServersStay(SpringAiServers build) {
    return build.whyOneStays(false);
  }

  @Override
  boolean edits() {
    return false;
  }
}

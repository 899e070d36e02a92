package io.github.mcpmigrate.recipes.sdk;

import lombok.EqualsAndHashCode;
import lombok.Value;

/** Says what {@link AccessRulesOfSpringAi} would leave to a person, and changes nothing. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindAccessRulesOfSpringAi extends SpringAiRulesRecipe {

  String displayName = "Find access rules for servers that Spring AI makes";

  String description =
      "Lists the security matchers, CORS mappings, interceptors and filters for paths of HTTP+SSE that cannot follow a server of "
          + "Spring AI to Streamable HTTP.";

  @Override
  ServerMove move() {
    return ServerMove.fromSse(ServerTransport.STREAMABLE, null, null);
  }

  @Override
  boolean edits() {
    return false;
  }
}

package io.github.mcpmigrate.recipes.sdk;

import lombok.EqualsAndHashCode;
import lombok.Value;

/** Says what {@link CorsForStreamableHttp} would leave to a person, and changes nothing. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindCorsRules extends CorsRecipe {

  String displayName = "Find CORS rules that lack what Streamable HTTP needs";

  String description =
      "Lists Spring's CORS rules for the path of a server that moves, as far as a person has to decide what browser clients may "
          + "do there.";

  @Override
  ServerMove move() {
    return ServerMove.fromSse(ServerTransport.STREAMABLE, null, null);
  }

  @Override
  boolean edits() {
    return false;
  }
}

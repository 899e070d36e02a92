package io.github.mcpmigrate.recipes.quarkus;

import lombok.EqualsAndHashCode;
import lombok.Value;

/** Find Quarkus' MCP servers. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindQuarkusServers extends QuarkusServerRecipe {

  String displayName = "Find MCP servers of Quarkus with HTTP+SSE";

  String description =
      "Lists dependencies, keys, variables, rules and tests of Quarkus' MCP server in the data table `LegacySseUses`, with "
          + "what a migration does with them.";

  @Override
  boolean edits() {
    return false;
  }

  @Override
  boolean keepsSse() {
    return false;
  }

  @Override
  boolean drops() {
    return false;
  }
}

package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.sdk.OwnServers;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.ExecutionContext;

/** Find MCP clients that are configured for HTTP+SSE. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindClientConfig extends ClientConfigRecipe {

  String displayName = "Find MCP clients that are configured for HTTP+SSE";

  String description =
      "Lists the entries in files of Claude Code, VS Code, Cursor and other clients that use HTTP+SSE in the data table "
          + "`LegacySseUses`, with what a migration does with each.";

  @Override
  public OwnServers getInitialValue(ExecutionContext ctx) {
    return OwnServers.of(null, null, null);
  }

  @Override
  boolean edits() {
    return false;
  }

  @Override
  boolean toBoth() {
    return false;
  }
}

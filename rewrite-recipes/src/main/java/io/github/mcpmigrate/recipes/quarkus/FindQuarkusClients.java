package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.client.ClientProjects;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.ExecutionContext;

/** Find quarkus-langchain4j's MCP clients on HTTP+SSE. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindQuarkusClients extends QuarkusClientRecipe {

  String displayName = "Find MCP clients of quarkus-langchain4j on HTTP+SSE";

  String description =
      "Lists the clients whose `transport-type` is `http` in the data table `LegacySseUses`, with what a migration does with "
          + "them.";

  @Override
  public QuarkusClients getInitialValue(ExecutionContext ctx) {
    return new QuarkusClients(ClientProjects.of(ctx, null, null, null));
  }

  @Override
  boolean edits() {
    return false;
  }
}

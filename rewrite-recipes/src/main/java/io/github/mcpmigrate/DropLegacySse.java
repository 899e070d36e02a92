package io.github.mcpmigrate;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.mcpmigrate.recipes.Part;
import io.github.mcpmigrate.recipes.adk.SseServerParametersToStreamable;
import io.github.mcpmigrate.recipes.agentscope.SseTransportToStreamable;
import io.github.mcpmigrate.recipes.clientconfig.ClientConfigToStreamable;
import io.github.mcpmigrate.recipes.handwritten.DropSseFromHandwrittenServers;
import io.github.mcpmigrate.recipes.infrastructure.InfrastructureToStreamable;
import io.github.mcpmigrate.recipes.langchain4j.HttpMcpTransportToStreamable;
import io.github.mcpmigrate.recipes.quarkus.QuarkusClientToStreamable;
import io.github.mcpmigrate.recipes.quarkus.QuarkusServerToStreamable;
import io.github.mcpmigrate.recipes.sdk.AccessRulesOfSpringAi;
import io.github.mcpmigrate.recipes.sdk.DualServerToStreamable;
import io.github.mcpmigrate.recipes.sdk.RemoveCompatDependency;
import io.github.mcpmigrate.recipes.sdk.SseClientToStreamable;
import io.github.mcpmigrate.recipes.sdk.WhereNoServerIsLeft;
import io.github.mcpmigrate.recipes.solon.SseChannelToStreamable;
import io.github.mcpmigrate.recipes.springai.DropSseFromSpringAiEnvironment;
import io.github.mcpmigrate.recipes.springai.DropSseFromSpringAiServers;
import io.github.mcpmigrate.recipes.springai.SpringAiClientToStreamable;
import io.github.mcpmigrate.recipes.springai.SpringAiKeysInCode;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeList;
import org.openrewrite.Validated;

/** Ends the transition that {@link MigrateToDualTransport} began. */
@Value
@EqualsAndHashCode(callSuper = false)
public class DropLegacySse extends Recipe {

  @Option(
      displayName = "Only",
      description = Part.ONLY,
      valid = {"sdk", "springai", "quarkus"},
      example = "springai",
      required = false)
  @Nullable String only;

  /** A migration with all options. */
  @JsonCreator
  public DropLegacySse(@Nullable String only) {
    this.only = only;
  }

  /** The migration of everything. */
  public DropLegacySse() {
    this(null);
  }

  String displayName = "Drop HTTP+SSE from servers on both transports";

  String description =
      "Turns servers that serve HTTP+SSE and Streamable HTTP through mcp-compat-sdk into plain Streamable HTTP servers of "
          + "the MCP Java SDK, moves the clients that are left on HTTP+SSE beside them, and removes mcp-compat-sdk where nothing uses it any more.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(Part.validate(only));
  }

  @Override
  public void buildRecipeList(RecipeList recipes) {
    new Part(only, recipes, WhereNoServerIsLeft::new)
        .sdk(new DualServerToStreamable())
        .sdkClients(new SseClientToStreamable(null, null, "drop-legacy"))
        .sdk(new RemoveCompatDependency())
        .sdk(new DropSseFromHandwrittenServers())
        .springAi(new AccessRulesOfSpringAi(null, null, "drop-legacy"))
        .springAi(new SpringAiKeysInCode(null, null, "drop-legacy"))
        .springAi(new DropSseFromSpringAiServers())
        .springAi(new DropSseFromSpringAiEnvironment())
        .springAiClients(new SpringAiClientToStreamable(null, null, "drop-legacy"))
        .quarkus(new QuarkusServerToStreamable("drop-legacy"))
        .servers(new HttpMcpTransportToStreamable(null, null, "drop-legacy"))
        .servers(new QuarkusClientToStreamable(null, null, "drop-legacy"))
        .servers(new SseServerParametersToStreamable(null, null, "drop-legacy"))
        .servers(new SseTransportToStreamable(null, null, "drop-legacy"))
        .servers(new SseChannelToStreamable(null, null, "drop-legacy"))
        .servers(new ClientConfigToStreamable(null, null, "drop-legacy"))
        .servers(new InfrastructureToStreamable(null, null, "drop-legacy"));
  }
}

package io.github.mcpmigrate;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.mcpmigrate.recipes.Guarded;
import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.Part;
import io.github.mcpmigrate.recipes.adk.SseServerParametersToStreamable;
import io.github.mcpmigrate.recipes.agentscope.SseTransportToStreamable;
import io.github.mcpmigrate.recipes.build.UpgradeMcpSdkDependency;
import io.github.mcpmigrate.recipes.clientconfig.ClientConfigToStreamable;
import io.github.mcpmigrate.recipes.frameworkkeys.FindFrameworkKeys;
import io.github.mcpmigrate.recipes.handwritten.HandwrittenServerToEngine;
import io.github.mcpmigrate.recipes.infrastructure.InfrastructureToStreamable;
import io.github.mcpmigrate.recipes.kotlinsdk.FindKotlinSse;
import io.github.mcpmigrate.recipes.langchain4j.HttpMcpTransportToStreamable;
import io.github.mcpmigrate.recipes.quarkus.QuarkusClientToStreamable;
import io.github.mcpmigrate.recipes.quarkus.QuarkusServerToStreamable;
import io.github.mcpmigrate.recipes.sdk.AccessRulesOfSpringAi;
import io.github.mcpmigrate.recipes.sdk.AddCompatDependency;
import io.github.mcpmigrate.recipes.sdk.CorsForStreamableHttp;
import io.github.mcpmigrate.recipes.sdk.ReportOwnTransports;
import io.github.mcpmigrate.recipes.sdk.SseClientToStreamable;
import io.github.mcpmigrate.recipes.sdk.SseServerToDual;
import io.github.mcpmigrate.recipes.sdk.WhereHttpSseIsUsed;
import io.github.mcpmigrate.recipes.sdk.WhereNoServerIsLeft;
import io.github.mcpmigrate.recipes.sdk.WhereServersCanMove;
import io.github.mcpmigrate.recipes.solon.SseChannelToStreamable;
import io.github.mcpmigrate.recipes.springai.AddCompatStarter;
import io.github.mcpmigrate.recipes.springai.SpringAiClientToStreamable;
import io.github.mcpmigrate.recipes.springai.SpringAiEnvironmentToDual;
import io.github.mcpmigrate.recipes.springai.SpringAiKeysInCode;
import io.github.mcpmigrate.recipes.springai.SpringAiServerToDual;
import java.util.List;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeList;
import org.openrewrite.Validated;

/** Migrate MCP from HTTP+SSE to both transports. */
@Value
@EqualsAndHashCode(callSuper = false)
public class MigrateToDualTransport extends Recipe {

  @Option(
      displayName = "MCP endpoint",
      description = "The path that serves Streamable HTTP. Defaults to `/mcp`.",
      example = "/api/mcp",
      required = false)
  @Nullable String mcpEndpoint;

  @Option(displayName = "Keep URL", description = McpEndpoint.KEEP_URL, required = false)
  @Nullable Boolean keepUrl;

  @Option(
      displayName = "SDK version",
      description =
          "The version of the MCP Java SDK to move to. Defaults to the newest release of the line that the project is on: "
              + "0.18, 1.1 or 2.1.",
      example = "0.18.4",
      required = false)
  @Nullable String sdkVersion;

  @Option(
      displayName = "Compat version",
      description = "The version of mcp-compat-sdk. Defaults to the version of these recipes.",
      example = "0.1.0",
      required = false)
  @Nullable String compatVersion;

  @Option(
      displayName = "Only",
      description = Part.ONLY,
      valid = {"sdk", "springai", "quarkus"},
      example = "springai",
      required = false)
  @Nullable String only;

  /** A migration with all options. */
  @JsonCreator
  public MigrateToDualTransport(
      @Nullable String mcpEndpoint,
      @Nullable Boolean keepUrl,
      @Nullable String sdkVersion,
      @Nullable String compatVersion,
      @Nullable String only) {
    this.mcpEndpoint = mcpEndpoint;
    this.keepUrl = keepUrl;
    this.sdkVersion = sdkVersion;
    this.compatVersion = compatVersion;
    this.only = only;
  }

  /** The migration of everything. */
  public MigrateToDualTransport(
      @Nullable String mcpEndpoint,
      @Nullable Boolean keepUrl,
      @Nullable String sdkVersion,
      @Nullable String compatVersion) {
    this(mcpEndpoint, keepUrl, sdkVersion, compatVersion, null);
  }

  String displayName = "Migrate MCP from HTTP+SSE to both transports";

  String description =
      "Moves servers on the MCP Java SDK from the deprecated HTTP+SSE transport to a "
          + "provider that serves Streamable HTTP and keeps the HTTP+SSE endpoints, out of "
          + "one server, and clients to Streamable HTTP. Once every client has moved, `DropLegacySse` ends the transition.";

  @Override
  public Validated<Object> validate() {
    return super.validate()
        .and(McpEndpoint.validate(mcpEndpoint, keepUrl))
        .and(UpgradeMcpSdkDependency.validate(sdkVersion))
        .and(Part.validate(only));
  }

  @Override
  public void buildRecipeList(RecipeList recipes) {
    new Part(only, recipes, WhereNoServerIsLeft::new)
        .sdk(new SseServerToDual(mcpEndpoint, keepUrl))
        .sdkClients(new SseClientToStreamable(mcpEndpoint, keepUrl, "dual"))
        .sdk(new AddCompatDependency(mcpEndpoint, keepUrl, compatVersion))
        .springAi(new AddCompatStarter(compatVersion))
        .springAi(new SpringAiServerToDual(mcpEndpoint, keepUrl))
        .springAi(new AccessRulesOfSpringAi(mcpEndpoint, keepUrl, "dual"))
        .servers(new CorsForStreamableHttp(mcpEndpoint, keepUrl, true))
        .springAi(new SpringAiKeysInCode(mcpEndpoint, keepUrl, "dual"))
        .springAiClients(new SpringAiClientToStreamable(mcpEndpoint, keepUrl, "dual"))
        .quarkus(new QuarkusServerToStreamable("dual"))
        .servers(new HttpMcpTransportToStreamable(mcpEndpoint, keepUrl, "dual"))
        .servers(new QuarkusClientToStreamable(mcpEndpoint, keepUrl, "dual"))
        .servers(new SseServerParametersToStreamable(mcpEndpoint, keepUrl, "dual"))
        .servers(new SseTransportToStreamable(mcpEndpoint, keepUrl, "dual"))
        .servers(new SseChannelToStreamable(mcpEndpoint, keepUrl, "dual"))
        .any(new FindKotlinSse(true))
        .any(new FindFrameworkKeys(true))
        .servers(new ClientConfigToStreamable(mcpEndpoint, keepUrl, "dual"))
        .servers(new InfrastructureToStreamable(mcpEndpoint, keepUrl, "dual"))
        .sdk(new HandwrittenServerToEngine(mcpEndpoint, keepUrl, "dual", compatVersion))
        .sdk(new ReportOwnTransports())
        .springAi(new SpringAiEnvironmentToDual(mcpEndpoint, keepUrl))
        .any(
            Guarded.of(
                "UpgradeMcpSdkWhereServersMove",
                List.of(
                    new WhereHttpSseIsUsed(only),
                    new WhereServersCanMove(mcpEndpoint, keepUrl, true)),
                new UpgradeMcpSdk(sdkVersion)));
  }
}

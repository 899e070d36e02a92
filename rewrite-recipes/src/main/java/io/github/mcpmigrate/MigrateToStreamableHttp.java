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
import io.github.mcpmigrate.recipes.sdk.CorsForStreamableHttp;
import io.github.mcpmigrate.recipes.sdk.ReportOwnTransports;
import io.github.mcpmigrate.recipes.sdk.ReportSseProbes;
import io.github.mcpmigrate.recipes.sdk.SseClientToStreamable;
import io.github.mcpmigrate.recipes.sdk.SseServerToStreamable;
import io.github.mcpmigrate.recipes.sdk.WhereHttpSseIsUsed;
import io.github.mcpmigrate.recipes.sdk.WhereNoServerIsLeft;
import io.github.mcpmigrate.recipes.sdk.WhereServersCanMove;
import io.github.mcpmigrate.recipes.solon.SseChannelToStreamable;
import io.github.mcpmigrate.recipes.springai.SpringAiClientToStreamable;
import io.github.mcpmigrate.recipes.springai.SpringAiEnvironmentToStreamable;
import io.github.mcpmigrate.recipes.springai.SpringAiKeysInCode;
import io.github.mcpmigrate.recipes.springai.SpringAiServerToStreamable;
import java.util.List;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeList;
import org.openrewrite.Validated;

/** Migrate MCP from HTTP+SSE to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class MigrateToStreamableHttp extends Recipe {

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
      displayName = "Only",
      description = Part.ONLY,
      valid = {"sdk", "springai", "quarkus"},
      example = "springai",
      required = false)
  @Nullable String only;

  /** A migration with all options. */
  @JsonCreator
  public MigrateToStreamableHttp(
      @Nullable String mcpEndpoint,
      @Nullable Boolean keepUrl,
      @Nullable String sdkVersion,
      @Nullable String only) {
    this.mcpEndpoint = mcpEndpoint;
    this.keepUrl = keepUrl;
    this.sdkVersion = sdkVersion;
    this.only = only;
  }

  /** The migration of everything. */
  public MigrateToStreamableHttp(
      @Nullable String mcpEndpoint, @Nullable Boolean keepUrl, @Nullable String sdkVersion) {
    this(mcpEndpoint, keepUrl, sdkVersion, null);
  }

  String displayName = "Migrate MCP from HTTP+SSE to Streamable HTTP";

  String description =
      "Moves servers and clients on the MCP Java SDK from the deprecated HTTP+SSE transport to "
          + "Streamable HTTP, together with the SDK version that this needs. Clients that "
          + "only speak HTTP+SSE cannot connect afterwards: see `MigrateToDualTransport`.";

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
        .sdk(new SseServerToStreamable(mcpEndpoint, keepUrl))
        .sdkClients(new SseClientToStreamable(mcpEndpoint, keepUrl, "streamable"))
        .sdk(new ReportSseProbes())
        .springAi(new SpringAiServerToStreamable(mcpEndpoint, keepUrl))
        .springAi(new AccessRulesOfSpringAi(mcpEndpoint, keepUrl, "streamable"))
        .servers(new CorsForStreamableHttp(mcpEndpoint, keepUrl, false))
        .springAi(new SpringAiKeysInCode(mcpEndpoint, keepUrl, "streamable"))
        .springAiClients(new SpringAiClientToStreamable(mcpEndpoint, keepUrl, "streamable"))
        .quarkus(new QuarkusServerToStreamable("streamable"))
        .servers(new HttpMcpTransportToStreamable(mcpEndpoint, keepUrl, "streamable"))
        .servers(new QuarkusClientToStreamable(mcpEndpoint, keepUrl, "streamable"))
        .servers(new SseServerParametersToStreamable(mcpEndpoint, keepUrl, "streamable"))
        .servers(new SseTransportToStreamable(mcpEndpoint, keepUrl, "streamable"))
        .servers(new SseChannelToStreamable(mcpEndpoint, keepUrl, "streamable"))
        .any(new FindKotlinSse(true))
        .any(new FindFrameworkKeys(true))
        .servers(new ClientConfigToStreamable(mcpEndpoint, keepUrl, "streamable"))
        .servers(new InfrastructureToStreamable(mcpEndpoint, keepUrl, "streamable"))
        .sdk(new HandwrittenServerToEngine(mcpEndpoint, keepUrl, "streamable", null))
        .sdk(new ReportOwnTransports())
        .springAi(new SpringAiEnvironmentToStreamable(mcpEndpoint, keepUrl))
        .any(
            Guarded.of(
                "UpgradeMcpSdkWhereServersMove",
                List.of(
                    new WhereHttpSseIsUsed(only),
                    new WhereServersCanMove(mcpEndpoint, keepUrl, false)),
                new UpgradeMcpSdk(sdkVersion)));
  }
}

package io.github.mcpmigrate;

import io.github.mcpmigrate.recipes.adk.FindSseServerParameters;
import io.github.mcpmigrate.recipes.agentscope.FindSseTransport;
import io.github.mcpmigrate.recipes.clientconfig.FindClientConfig;
import io.github.mcpmigrate.recipes.frameworkkeys.FindFrameworkKeys;
import io.github.mcpmigrate.recipes.handwritten.FindHandwrittenServers;
import io.github.mcpmigrate.recipes.infrastructure.FindInfrastructure;
import io.github.mcpmigrate.recipes.kotlinsdk.FindKotlinSse;
import io.github.mcpmigrate.recipes.langchain4j.FindHttpMcpTransport;
import io.github.mcpmigrate.recipes.quarkus.FindQuarkusClients;
import io.github.mcpmigrate.recipes.quarkus.FindQuarkusServers;
import io.github.mcpmigrate.recipes.sdk.FindAccessRulesOfSpringAi;
import io.github.mcpmigrate.recipes.sdk.FindCorsRules;
import io.github.mcpmigrate.recipes.sdk.FindLegacySdkClients;
import io.github.mcpmigrate.recipes.sdk.FindLegacySdkTransports;
import io.github.mcpmigrate.recipes.sdk.FindUnseenMentions;
import io.github.mcpmigrate.recipes.solon.FindSseChannel;
import io.github.mcpmigrate.recipes.springai.FindSpringAiClients;
import io.github.mcpmigrate.recipes.springai.FindSpringAiEnvironment;
import io.github.mcpmigrate.recipes.springai.FindSpringAiKeysInCode;
import io.github.mcpmigrate.recipes.springai.FindSpringAiServers;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeList;

/** Says where HTTP+SSE is used and what a migration would do, and changes nothing. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindLegacySse extends Recipe {

  String displayName = "Find uses of MCP over HTTP+SSE";

  String description =
      "Lists every use of the deprecated HTTP+SSE transport in the data table `LegacySseUses`, with what a migration does "
          + "with it. Changes no file.";

  @Override
  public void buildRecipeList(RecipeList recipes) {
    recipes
        .recipe(new FindLegacySdkTransports())
        .recipe(new FindLegacySdkClients())
        .recipe(new FindSpringAiServers())
        .recipe(new FindAccessRulesOfSpringAi())
        .recipe(new FindCorsRules())
        .recipe(new FindSpringAiKeysInCode())
        .recipe(new FindSpringAiClients())
        .recipe(new FindSpringAiEnvironment())
        .recipe(new FindQuarkusServers())
        .recipe(new FindQuarkusClients())
        .recipe(new FindHttpMcpTransport())
        .recipe(new FindSseServerParameters())
        .recipe(new FindSseTransport())
        .recipe(new FindSseChannel())
        .recipe(new FindKotlinSse(null))
        .recipe(new FindFrameworkKeys(null))
        .recipe(new FindClientConfig())
        .recipe(new FindHandwrittenServers())
        .recipe(new FindInfrastructure())
        .recipe(new FindUnseenMentions());
  }
}

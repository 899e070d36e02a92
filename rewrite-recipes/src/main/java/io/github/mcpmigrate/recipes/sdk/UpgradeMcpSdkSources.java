package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.build.UpgradeMcpSdkDependency;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeList;
import org.openrewrite.Validated;

/** The part of the SDK's upgrade that is in the sources. */
@Value
@EqualsAndHashCode(callSuper = false)
public class UpgradeMcpSdkSources extends Recipe {

  @Option(
      displayName = "SDK version",
      description =
          "The version of the MCP Java SDK to move to. Defaults to the newest release of the line that the project is on: "
              + "0.18, 1.1 or 2.1.",
      example = "0.18.4",
      required = false)
  @Nullable String sdkVersion;

  String displayName = "Rewrite what is gone from the MCP Java SDK";

  String description =
      "Takes sources to the API of a newer SDK, step by step. The build files are left alone.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(UpgradeMcpSdkDependency.validate(sdkVersion));
  }

  @Override
  public void buildRecipeList(RecipeList recipes) {
    McpSdkSteps.to(sdkVersion).forEach(recipes::recipe);
  }
}

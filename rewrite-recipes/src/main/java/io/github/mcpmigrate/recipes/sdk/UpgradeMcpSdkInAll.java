package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.Guarded;
import io.github.mcpmigrate.recipes.build.UpgradeMcpSdkDependency;
import io.github.mcpmigrate.recipes.build.UpgradeMcpSdkInGradle;
import io.github.mcpmigrate.recipes.build.WhereTheSdkCanRise;
import io.github.mcpmigrate.recipes.springai.UpgradeSpringAi;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeList;
import org.openrewrite.Validated;

/** The SDK's upgrade in sources, Maven and Gradle, where nothing keeps the SDK. */
@Value
@EqualsAndHashCode(callSuper = false)
public class UpgradeMcpSdkInAll extends Recipe {

  @Option(
      displayName = "SDK version",
      description =
          "The version of the MCP Java SDK to move to. Defaults to the newest release of the line that the project is on: "
              + "0.18, 1.1 or 2.1.",
      example = "0.18.4",
      required = false)
  @Nullable String sdkVersion;

  String displayName = "Raise the MCP Java SDK in sources and builds";

  String description = "The parts of the SDK's upgrade, in the order that they need.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(UpgradeMcpSdkDependency.validate(sdkVersion));
  }

  @Override
  public void buildRecipeList(RecipeList recipes) {
    recipes
        .recipe(new UpgradeSpringAi())
        .recipe(
            Guarded.of(
                "UpgradeMcpSdkWhereItCanRise",
                new WhereTheSdkCanRise(),
                new UpgradeMcpSdkSources(sdkVersion)))
        .recipe(new UpgradeMcpSdkDependency(sdkVersion))
        .recipe(new UpgradeMcpSdkInGradle(sdkVersion));
  }
}

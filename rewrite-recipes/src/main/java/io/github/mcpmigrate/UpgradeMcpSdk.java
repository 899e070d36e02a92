package io.github.mcpmigrate;

import io.github.mcpmigrate.recipes.Guarded;
import io.github.mcpmigrate.recipes.build.UpgradeMcpSdkDependency;
import io.github.mcpmigrate.recipes.build.WhereNoOwnTransportStays;
import io.github.mcpmigrate.recipes.sdk.ReportOwnTransports;
import io.github.mcpmigrate.recipes.sdk.UpgradeMcpSdkInAll;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeList;
import org.openrewrite.Validated;

/** The SDK upgrade alone: what compiled before compiles after, over the same transport. */
@Value
@EqualsAndHashCode(callSuper = false)
public class UpgradeMcpSdk extends Recipe {

  @Option(
      displayName = "SDK version",
      description =
          "The version of the MCP Java SDK to move to. Defaults to the newest release of the line that the project is on: "
              + "0.18, 1.1 or 2.1.",
      example = "0.18.4",
      required = false)
  @Nullable String sdkVersion;

  String displayName = "Migrate to the newest MCP Java SDK of the same line";

  String description =
      "Raises the version of `io.modelcontextprotocol.sdk` and rewrites the calls that no longer compile with it. The "
          + "transport stays what it is. A transport of the project's own that another SDK would break keeps the version.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(UpgradeMcpSdkDependency.validate(sdkVersion));
  }

  @Override
  public void buildRecipeList(RecipeList recipes) {
    recipes
        .recipe(new ReportOwnTransports())
        .recipe(
            Guarded.of(
                "UpgradeMcpSdkWithoutOwnTransports",
                new WhereNoOwnTransportStays(),
                new UpgradeMcpSdkInAll(sdkVersion)));
  }
}

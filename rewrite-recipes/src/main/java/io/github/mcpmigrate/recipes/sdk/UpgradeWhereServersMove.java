package io.github.mcpmigrate.recipes.sdk;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.openrewrite.Recipe;
import org.openrewrite.config.DeclarativeRecipe;

/** The SDK's upgrade, as a part of a migration: only where the migration moves what there is. */
public final class UpgradeWhereServersMove {

  private UpgradeWhereServersMove() {}

  /** Does {@code upgrade} to the files that {@code where} marks. */
  public static Recipe of(Recipe upgrade, WhereServersCanMove where) {
    DeclarativeRecipe guarded =
        new DeclarativeRecipe(
            "io.github.mcpmigrate.UpgradeMcpSdkWhereServersMove",
            upgrade.getDisplayName(),
            upgrade.getDescription(),
            Set.of("mcp"),
            Duration.ZERO,
            URI.create("https://github.com/modelcontextprotocol/java-sdk"),
            false,
            List.of());
    guarded.addUninitializedPrecondition(where);
    guarded.addUninitialized(upgrade);
    guarded.initialize(List.of());
    return guarded;
  }
}

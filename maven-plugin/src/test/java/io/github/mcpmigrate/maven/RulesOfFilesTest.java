package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesOfFilesTest {

  /** As OpenRewrite 8 exports it: a row for each recipe from the one that made a change upwards. */
  private static final String TABLE =
      """
      # @name org.openrewrite.table.SourcesFileResults
      # @instanceName Source files that had results
      # @group
      sourcePath,afterSourcePath,parentRecipe,recipe,estimatedTimeSaving,cycle
      A.java,A.java,io.github.mcpmigrate.MigrateToDualTransport,io.github.mcpmigrate.recipes.sdk.SseServerToDual,300,1
      A.java,A.java,,io.github.mcpmigrate.MigrateToDualTransport,0,1
      A.java,A.java,io.github.mcpmigrate.recipes.sdk.McpSdk013,org.openrewrite.java.AddNullMethodArgument,300,1
      A.java,A.java,io.github.mcpmigrate.recipes.sdk.UpgradeMcpSdkSources,io.github.mcpmigrate.recipes.sdk.McpSdk013,0,1
      A.java,A.java,io.github.mcpmigrate.MigrateToDualTransport,io.github.mcpmigrate.recipes.sdk.UpgradeMcpSdkSources,0,1
      A.java,A.java,io.github.mcpmigrate.recipes.sdk.McpSdk013,org.openrewrite.java.AddNullMethodArgument,300,2
      ,b\\B.java,io.github.mcpmigrate.MigrateToDualTransport,io.github.mcpmigrate.recipes.springai.AddCompatStarter,300,1
      """;

  @TempDir Path tables;

  @Test
  void theRecipesThatMadeTheChangesAreNamedInTheirOrder() throws Exception {
    export("2", TABLE);
    RulesOfFiles rules = RulesOfFiles.readNew(tables, Set.of());
    assertThat(rules.of("A.java"))
        .containsExactly("SseServerToDual", "McpSdk013/AddNullMethodArgument");
    assertThat(rules.of("b/B.java")).containsExactly("AddCompatStarter");
    assertThat(rules.of("C.java")).isEmpty();
  }

  @Test
  void anEarlierRunDoesNotCount() throws Exception {
    Path earlier = export("1", TABLE);
    assertThat(RulesOfFiles.readNew(tables, Set.of(earlier)).byFile()).isEmpty();
  }

  private Path export(String run, String text) throws Exception {
    Path folder = Files.createDirectories(tables.resolve(run));
    Files.writeString(folder.resolve("org.openrewrite.table.SourcesFileResults.csv"), text);
    return folder;
  }
}

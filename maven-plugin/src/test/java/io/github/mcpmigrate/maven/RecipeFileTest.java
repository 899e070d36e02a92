package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeFileTest {

  @TempDir Path folder;

  @Test
  void aRecipeWithoutOptionsIsListedByName() throws IOException {
    RecipeFile file = RecipeFile.write(folder, "io.github.mcpmigrate.DropLegacySse", Map.of());
    assertThat(file.name()).isEqualTo("io.github.mcpmigrate.run.DropLegacySse");
    assertThat(Files.readString(file.file()))
        .contains("name: io.github.mcpmigrate.run.DropLegacySse\n")
        .endsWith("recipeList:\n  - io.github.mcpmigrate.DropLegacySse\n");
  }

  @Test
  void optionsAreQuotedAndMissingOnesLeftOut() throws IOException {
    Map<String, String> options = new HashMap<>();
    options.put("mcpEndpoint", "/it's: here");
    options.put("sdkVersion", null);
    RecipeFile file = RecipeFile.write(folder, "a.Migrate", options);
    assertThat(Files.readString(file.file()))
        .endsWith("  - a.Migrate:\n      mcpEndpoint: '/it''s: here'\n");
  }
}

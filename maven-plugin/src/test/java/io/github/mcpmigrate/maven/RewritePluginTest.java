package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RewritePluginTest {

  @Test
  void saysWhatToDoAboutAParentThatIsInferred() {
    assertThat(
            RewritePlugin.reason(
                "a.Recipe",
                "Execution failed: POM is missing a required coordinate: groupId version for :a"))
        .startsWith("OpenRewrite could not run a.Recipe: Execution failed: POM is missing")
        .endsWith("write groupId, artifactId and version into each <parent> and run again.");
  }

  @Test
  void leavesOtherReasonsAsTheyAre() {
    assertThat(RewritePlugin.reason("a.Recipe", "No disk"))
        .isEqualTo("OpenRewrite could not run a.Recipe: No disk");
  }
}

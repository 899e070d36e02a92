package io.github.mcpmigrate.compat.weave.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BootIndexTest {

  private static String with(String index, String added, String beside) {
    return new String(
        BootIndex.with(index.getBytes(StandardCharsets.UTF_8), added, beside),
        StandardCharsets.UTF_8);
  }

  @Test
  void goesBehindTheJarThatNeedsIt() {
    assertThat(with("- \"lib/a.jar\"\n- \"lib/b.jar\"\n", "lib/x.jar", "lib/a.jar"))
        .isEqualTo("- \"lib/a.jar\"\n- \"lib/x.jar\"\n- \"lib/b.jar\"\n");
  }

  @Test
  void goesToTheEndIfThatIsNotListed() {
    assertThat(with("- \"lib/a.jar\"\r\n- \"lib/b.jar\"", "lib/x.jar", "lib/c.jar"))
        .isEqualTo("- \"lib/a.jar\"\r\n- \"lib/b.jar\"\n- \"lib/x.jar\"\n");
  }

  @Test
  void goesToTheLayerOfThatJar() {
    assertThat(
            with(
                """
                - "dependencies":
                  - "BOOT-INF/lib/a.jar"
                - "company":
                  - "BOOT-INF/lib/mcp.jar"
                - "application":
                  - "BOOT-INF/classes/"
                """,
                "BOOT-INF/lib/x.jar",
                "BOOT-INF/lib/mcp.jar"))
        .isEqualTo(
            """
            - "dependencies":
              - "BOOT-INF/lib/a.jar"
            - "company":
              - "BOOT-INF/lib/mcp.jar"
              - "BOOT-INF/lib/x.jar"
            - "application":
              - "BOOT-INF/classes/"
            """);
  }

  @Test
  void aFolderCoversWhatIsInIt() {
    String layers = "- \"dependencies\":\n  - \"BOOT-INF/lib/\"\n";
    byte[] bytes = layers.getBytes(StandardCharsets.UTF_8);
    assertThat(BootIndex.with(bytes, "BOOT-INF/lib/x.jar", "BOOT-INF/lib/a.jar")).isSameAs(bytes);
  }

  @Test
  void isListedOnce() {
    String index = "- \"lib/a.jar\"\n- \"lib/x.jar\"\n";
    assertThat(with(index, "lib/x.jar", "lib/a.jar")).isEqualTo(index);
    assertThat(with("", "lib/x.jar", "lib/a.jar")).isEmpty();
  }
}

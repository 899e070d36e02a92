package io.github.mcpmigrate.compat.homes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application sees of the agent, with which this JVM was started. */
class HiddenClassesIT {

  private static final String HIDDEN = ".classdata";

  @Test
  void noneOfItsClassesCanBeLoadedButThoseOfItsEntry() throws Exception {
    List<String> hidden =
        AgentJar.entries().stream().filter(entry -> entry.endsWith(HIDDEN)).toList();
    assertThat(hidden)
        .hasSizeGreaterThan(200)
        .contains(
            "mcp-compat/weave/org/objectweb/asm/ClassReader.classdata",
            "mcp-compat/graft/com/fasterxml/jackson/core/JsonFactory.classdata",
            "mcp-compat/graft/io/github/mcpmigrate/compat/engine/Engine.classdata");
    ClassLoader application = HiddenClassesIT.class.getClassLoader();
    for (String entry : hidden) {
      String path = entry.substring(0, entry.length() - HIDDEN.length());
      path = path.substring(path.indexOf('/', "mcp-compat/".length()) + 1);
      String name = path.replace('/', '.');
      assertThatThrownBy(() -> Class.forName(name, false, application))
          .as(name)
          .isInstanceOf(ClassNotFoundException.class);
      assertThat(application.getResource(path + ".class")).as(path).isNull();
      assertThatThrownBy(
              () -> Class.forName(entry.substring(0, entry.indexOf('.')).replace('/', '.')))
          .as(entry)
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void noScanFindsMoreThanItsEntry() throws Exception {
    assertThat(AgentJar.entries())
        .filteredOn(entry -> !entry.startsWith("mcp-compat/"))
        .allMatch(
            entry ->
                entry.startsWith("io/github/mcpmigrate/compat/agent/") && entry.endsWith(".class")
                    || entry.equals("META-INF/MANIFEST.MF")
                    || entry.startsWith("META-INF/maven/io.github.mcpmigrate/"));
    assertThat(AgentJar.entries())
        .filteredOn(entry -> entry.startsWith("mcp-compat/"))
        // Beside the classes, the licences that are to be kept with them.
        .allMatch(entry -> entry.endsWith(HIDDEN) || entry.matches("mcp-compat/\\w+/META-INF/.*"));
  }

  @Test
  void itIsSmall() throws Exception {
    assertThat(Files.size(AgentJar.WHOLE)).isLessThan(2_000_000);
  }
}

package io.github.mcpmigrate.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.openrewrite.java.internal.parser.TypeTable;

/**
 * The type table that templates compile against is generated, but committed. It lists those jars
 * and not what they depend on: that keeps it small.
 */
class TypeTableTest {

  private static final Path TABLE = Path.of("src/main/resources", TypeTable.DEFAULT_RESOURCE_PATH);

  /** Group, artifact and the beginning of the version. */
  private static final String[][] ARTIFACTS = {
    {"io.modelcontextprotocol.sdk", "mcp-core", "0.18"},
    {"io.modelcontextprotocol.sdk", "mcp-core", "1.1"},
    {"io.modelcontextprotocol.sdk", "mcp-core", "2.1"},
    {"io.modelcontextprotocol.sdk", "mcp-json-jackson2", "0.18"},
    {"io.modelcontextprotocol.sdk", "mcp-json-jackson2", "2.1"},
    {"io.modelcontextprotocol.sdk", "mcp-json-jackson3", "2.1"},
    {"io.modelcontextprotocol.sdk", "mcp-spring-webmvc", "0.18"},
    {"io.modelcontextprotocol.sdk", "mcp-spring-webflux", "0.18"},
    {"org.springframework.ai", "mcp-spring-webmvc", "2.0.0.jar"},
    {"org.springframework.ai", "mcp-spring-webflux", "2.0.0.jar"},
    {"com.fasterxml.jackson.core", "jackson-core", "2."},
    {"com.fasterxml.jackson.core", "jackson-databind", "2."},
    {"jakarta.servlet", "jakarta.servlet-api", ""},
    {"org.springframework", "spring-webflux", ""},
    {"org.springframework", "spring-webmvc", ""},
  };

  @Test
  void committedTableIsWhatTheJarsSay() throws IOException {
    byte[] generated = generate();
    if (Boolean.getBoolean("updateTypeTable")) {
      Files.createDirectories(TABLE.getParent());
      Files.write(TABLE, generated);
    }
    // Compared unpacked: deflate's output depends on the JDK's zlib.
    assertThat(unpack(Files.readAllBytes(TABLE)))
        .as("%s is out of date: run this test with -DargLine=-DupdateTypeTable=true", TABLE)
        .isEqualTo(unpack(generated));
  }

  private static byte[] unpack(byte[] table) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(table)).readAllBytes();
  }

  private static byte[] generate() throws IOException {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    try (TypeTable.Writer writer = TypeTable.newWriter(table)) {
      for (String[] artifact : ARTIFACTS) {
        Path jar = SdkJars.jar(artifact[1] + "-" + artifact[2]);
        String file = jar.getFileName().toString();
        String version = file.substring(artifact[1].length() + 1, file.length() - ".jar".length());
        writer.jar(artifact[0], artifact[1], version).write(jar);
      }
    }
    return table.toByteArray();
  }
}

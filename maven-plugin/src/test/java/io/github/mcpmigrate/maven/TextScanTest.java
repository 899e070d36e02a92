package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.maven.report.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextScanTest {

  private static final String CLIENT = "class A {\n  HttpClientSseClientTransport transport;\n}\n";

  @TempDir Path root;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text, StandardCharsets.UTF_8);
  }

  private Set<String> unread(String... read) throws IOException {
    return TextScan.unread(root, root, Set.of("target"), Set.of(read)).stream()
        .map(finding -> finding.file() + ":" + finding.line() + " " + finding.action())
        .collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void aFileThatWasNotReadIsFound() throws IOException {
    write("src/main/java/A.java", CLIENT);
    write("scripts/B.kt", "// é\n\n" + CLIENT);
    write("old/web.xml", "<class>x.HttpServletSseServerTransportProvider</class>");

    assertThat(unread("src/main/java/A.java"))
        .containsExactlyInAnyOrder("scripts/B.kt:4 unknown", "old/web.xml:1 unknown");
  }

  @Test
  void theReasonNamesTheClass() throws IOException {
    write("A.java", CLIENT);

    assertThat(TextScan.unread(root, root, Set.of(), Set.of()))
        .extracting(Finding::snippet)
        .containsExactly("HttpClientSseClientTransport");
  }

  @Test
  void filesThatWereReadBuiltOrAreNoTextAreNotFound() throws IOException {
    write("A.java", CLIENT);
    write("target/generated/B.java", CLIENT);
    write("logo.png", CLIENT);
    write("notes.txt", CLIENT);

    assertThat(unread("A.java")).isEmpty();
  }

  @Test
  void filesAreNamedAsTheRepositoryNamesThem() throws IOException {
    write("server/A.java", CLIENT);
    write("server/B.java", CLIENT);
    write("elsewhere/C.java", CLIENT);

    assertThat(
            TextScan.unread(root, root.resolve("server"), Set.of(), Set.of("server/A.java"))
                .stream()
                .map(Finding::file))
        .containsExactly("server/B.java");
  }

  @Test
  void otherNamesAreNotFound() throws IOException {
    write(
        "A.java",
        "class MyHttpClientSseClientTransportFactory {}\n// HttpClientStreamableHttpTransport\n");

    assertThat(unread()).isEmpty();
  }
}

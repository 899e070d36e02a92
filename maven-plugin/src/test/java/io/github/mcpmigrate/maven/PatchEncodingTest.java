package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each patch is applied and taken back by Git. */
class PatchEncodingTest {

  private static final String PATCH =
      """
      diff --git a/%1$s b/%1$s
      index 1111111..2222222 100644
      --- a/%1$s
      +++ b/%1$s
      @@ -1,3 +1,3 @@ io.github.mcpmigrate.Rule
       // %2$s
      -old %2$s
      +new %2$s
       end
      """;

  @TempDir Path root;

  @Test
  void filesOfManyEncodingsGoThereAndBack() throws Exception {
    check("utf8.txt", "grüße – 日本", StandardCharsets.UTF_8);
    check("ascii.txt", "greetings", StandardCharsets.US_ASCII);
    check("latin.txt", "grüße", StandardCharsets.ISO_8859_1);
    check("windows.txt", "grüße – „so“", Charset.forName("windows-1252"));
    check("sjis.txt", "日本語", Charset.forName("Shift_JIS"));
  }

  @Test
  void filesOfDifferentEncodingsAreInOnePatch() throws Exception {
    String patch = PATCH.formatted("a.txt", "ä") + PATCH.formatted("b b.txt", "é");
    write("a.txt", before("ä"), StandardCharsets.ISO_8859_1);
    write("b b.txt", before("é"), StandardCharsets.UTF_8);
    thereAndBack(patch, List.of("a.txt", "b b.txt"));
  }

  @Test
  void lineEndsAndAMissingLastOneStay() throws Exception {
    Files.writeString(root.resolve("crlf.txt"), "// ä\r\nold\r\nend", StandardCharsets.ISO_8859_1);
    thereAndBack(
        """
        diff --git a/crlf.txt b/crlf.txt
        --- a/crlf.txt
        +++ b/crlf.txt
        @@ -1,3 +1,3 @@
         // ä\r
        -old\r
        +new\r
         end
        \\ No newline at end of file
        """,
        List.of("crlf.txt"));
  }

  private void check(String name, String text, Charset encoding) throws Exception {
    write(name, before(text), encoding);
    thereAndBack(PATCH.formatted(name, text), List.of(name));
  }

  private static String before(String text) {
    return "// " + text + "\nold " + text + "\nend\n";
  }

  private void thereAndBack(String patch, List<String> names) throws Exception {
    byte[] before = Files.readAllBytes(root.resolve(names.get(0)));
    byte[] encoded = new PatchEncoding(root, List.of(Charset.forName("Shift_JIS"))).encode(patch);
    Files.write(root.resolve("a.patch"), encoded);
    assertThat(Patch.read(root.resolve("a.patch")).changedFiles()).isEqualTo(names);
    Git git = new Git(root);
    git.run("apply", "a.patch");
    assertThat(Files.readAllBytes(root.resolve(names.get(0)))).isNotEqualTo(before);
    git.run("apply", "-R", "a.patch");
    assertThat(Files.readAllBytes(root.resolve(names.get(0)))).isEqualTo(before);
  }

  private void write(String name, String text, Charset encoding) throws Exception {
    Files.writeString(root.resolve(name), text, encoding);
  }
}

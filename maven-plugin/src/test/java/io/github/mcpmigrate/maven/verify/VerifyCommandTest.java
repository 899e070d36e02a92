package io.github.mcpmigrate.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void aProofIsZeroAndTheReportIsWritten() throws Exception {
    Path report = folder.resolve("reports/verify.json");
    try (SmallServer server = new SmallServer()) {
      assertThat(
              run(
                  server.url().toString(),
                  "--call",
                  "echo={}",
                  "--header=Authorization: Bearer " + SmallServer.SECRET,
                  "--json-report=" + report))
          .isZero();
      assertThat(server.withoutSecret()).isZero();
    }
    assertThat(text(out)).contains("PASS  same-call ").doesNotContain(SmallServer.SECRET);
    assertThat(Files.readString(report)).contains("\"passed\" : true");
  }

  @Test
  void aFailedRowIsOneUnlessToldOtherwise() throws Exception {
    try (SmallServer server = new SmallServer(Mistake.SESSION_NOT_EXPOSED)) {
      assertThat(run(server.url().toString())).isEqualTo(1);
      assertThat(text(out)).contains("FAIL  cors ", "      -> Add Access-Control-Expose-Headers");
      assertThat(run(server.url().toString(), "--fail-on-failure", "false")).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--timeout=1|Give the server's URL",
        "localhost:8080|The URL begins with http:// or https://",
        "http://a b|The URL begins with http:// or https://",
        "http://user:secret@host|Credentials do not belong into the URL",
        "http://h --timeout=0|The timeout is 1 to",
        "http://h --timeout=soon|--timeout is a number of seconds",
        "http://h --call=echo=hi|are no JSON object",
        "http://h --header=secret|A header is 'Name: value'",
        "http://h --header=Host:secret|The header Host cannot be set",
        "http://h --expect=websocket|A transport is sse, streamable or stateless, not 'websocket'",
        "http://h --fail-on-failure=no|--fail-on-failure is true or false",
        "http://h --verbose=yes|There is no option --verbose",
        "http://h --call|The option --call has no value",
        "http://h http://g|Give one URL"
      })
  void aWrongCommandIsTwoAndSaysWhy(String arguments, String why) throws Exception {
    assertThat(run(arguments.split(" (?!b$)"))).isEqualTo(2);
    assertThat(text(err)).contains(why, "Usage: java -jar");
    assertThat(text(err)).doesNotContain("secret");
  }

  private int run(String... arguments) throws InterruptedException {
    out.reset();
    err.reset();
    return VerifyCommand.run(
        arguments,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

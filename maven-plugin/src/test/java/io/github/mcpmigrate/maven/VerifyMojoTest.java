package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerifyMojoTest {

  @Test
  void takesSeveralOfOneOption() {
    Properties given = new Properties();
    given.setProperty("call", "a");
    given.setProperty("call.3", "c");
    given.setProperty("call.2", "b");
    given.setProperty("caller", "x");
    assertThat(VerifyMojo.all("a", "call.", given)).containsExactly("a", "b", "c");
    assertThat(VerifyMojo.all(null, "header.", given)).isEmpty();
  }

  @Test
  void saysWhatComesNext() {
    assertThat(VerifyMojo.next("g:a:1:migrate", Set.of("sse", "streamable")))
        .isEqualTo(
            "Next, when every client has moved: mvn g:a:1:migrate -DdryRun=false"
                + " -Dtransport=drop-legacy");
    assertThat(VerifyMojo.next("g:a:1:migrate", Set.of("sse")))
        .isEqualTo("Next: mvn g:a:1:migrate -Dtransport=dual");
    assertThat(VerifyMojo.next("g:a:1:migrate", Set.of("streamable")))
        .contains("nothing left to migrate");
  }
}

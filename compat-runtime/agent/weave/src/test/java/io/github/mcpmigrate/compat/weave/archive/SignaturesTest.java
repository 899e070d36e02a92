package io.github.mcpmigrate.compat.weave.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

  private static String withoutDigests(String manifest) {
    return new String(
        Signatures.withoutDigests(manifest.getBytes(StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8);
  }

  @Test
  void digestsGoAndEverythingElseStays() {
    assertThat(
            withoutDigests(
                """
                Manifest-Version: 1.0\r
                Main-Class: com.example.A\r
                Class-Path: a-very-long-name-of-a-jar-that-is-folded-into-another-lin\r
                 e.jar\r
                \r
                Name: a/A.class\r
                SHA-256-Digest: YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoxMjM0NTY3ODkwMTIzND\r
                 U2Nzg=\r
                \r
                Name: a/\r
                Sealed: true\r
                SHA1-Digest: abc\r
                \r
                Name: b/B.class\r
                SHA-256-Digest-de: abc\r
                \r
                """))
        .isEqualTo(
            """
            Manifest-Version: 1.0\r
            Main-Class: com.example.A\r
            Class-Path: a-very-long-name-of-a-jar-that-is-folded-into-another-lin\r
             e.jar\r
            \r
            Name: a/\r
            Sealed: true\r
            \r
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Manifest-Version: 1.0",
        "Manifest-Version: 1.0\n\n\nName: a\nX: y\n\n",
        "Manifest-Version: 1.0\rA: ü\r\r",
        "Manifest-Version: 1.0\n\nName: a\n\n"
      })
  void aManifestWithoutDigestsKeepsItsBytes(String manifest) {
    assertThat(withoutDigests(manifest)).isEqualTo(manifest);
  }

  @Test
  void knowsSignatureFiles() {
    assertThat(Signatures.signs("META-INF/A.SF")).isTrue();
    assertThat(Signatures.signs("meta-inf/a.sf")).isTrue();
    assertThat(Signatures.signs("META-INF/A.RSA")).isFalse();
    assertThat(Signatures.signs("META-INF/x/A.SF")).isFalse();
    assertThat(Signatures.isRelated("META-INF/A.EC")).isTrue();
    assertThat(Signatures.isRelated("META-INF/SIG-X")).isTrue();
    assertThat(Signatures.isRelated("META-INF/services/a.B")).isFalse();
    assertThat(Signatures.isRelated("META-INF/LICENSE")).isFalse();
  }
}

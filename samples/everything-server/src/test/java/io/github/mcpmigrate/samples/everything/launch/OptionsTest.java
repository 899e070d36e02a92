package io.github.mcpmigrate.samples.everything.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  void hasDefaults() {
    assertThat(Options.parse())
        .isEqualTo(new Options(8080, "servlet", "dual", "0.18", "tomcat", "6", 0));
  }

  @Test
  void readsBothSpellings() {
    assertThat(
            Options.parse(
                "--port",
                "0",
                "--provider=sdk-sse",
                "--sdk=2.1",
                "--container",
                "jetty",
                "--threads=16",
                "--door",
                "servlet"))
        .isEqualTo(new Options(0, "servlet", "sdk-sse", "2.1", "jetty", "6", 16));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --bogus          | Unknown option: --bogus
          stray            | Unknown option: stray
          --port           | Option --port needs a value.
          --port=x         | Option --port cannot be 'x': it is a number from 0 to 65535.
          --port=65536     | Option --port cannot be '65536': it is a number from 0 to 65535.
          --threads=1      | Option --threads cannot be '1': it is a number from 8 to 10000.
          --provider=sse   | Option --provider cannot be 'sse': it is one of dual, sdk-sse, sdk-streamable.
          --sdk=0.17       | Option --sdk cannot be '0.17': it is one of 0.18, 1.1, 2.1.
          --container=joe  | Option --container cannot be 'joe': it is one of tomcat, tomcat11, jetty, undertow, netty.
          --door=          | Option --door cannot be '': it is one of servlet, webmvc, webflux.
          --spring=5       | Option --spring cannot be '5': it is one of 6, 7.
          """)
  void saysWhatIsWrong(String argument, String message) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> Options.parse(argument))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "servlet, 6, tomcat",
    "webmvc,  6, tomcat",
    "webmvc,  7, tomcat11",
    "webflux, 6, netty",
    "webflux, 7, netty"
  })
  void takesAContainerThatFits(String door, String spring, String container) {
    assertThat(Options.parse("--door", door, "--spring", spring).container()).isEqualTo(container);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --door=webflux --container=tomcat           | Option --container cannot be 'tomcat' for --door webflux --spring 6: it is one of netty.
          --container=netty                           | Option --container cannot be 'netty' for --door servlet: it is one of tomcat, tomcat11, jetty, undertow.
          --door=webmvc --spring=7 --container=tomcat | Option --container cannot be 'tomcat' for --door webmvc --spring 7: it is one of tomcat11.
          --door=webmvc --provider=sdk-streamable     | Option --provider cannot be 'sdk-streamable' for --door webmvc --sdk 0.18 --spring 6: it is dual or sdk-sse.
          --door=webmvc --spring=7 --provider=sdk-sse | Option --provider cannot be 'sdk-sse' for --door webmvc --sdk 0.18 --spring 7: it is dual.
          --door=webflux --sdk=1.1 --provider=sdk-sse | Option --provider cannot be 'sdk-sse' for --door webflux --sdk 1.1 --spring 6: it is dual.
          """)
  void saysWhatDoesNotGoTogether(String arguments, String message) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> Options.parse(arguments.split(" +")))
        .withMessage(message);
  }

  @Test
  void putsSpringsReactorBeforeTheSdks() {
    assertThat(Options.parse("--door=webflux", "--spring=7", "--sdk=1.1").folders())
        .containsExactly("spring-7", "sdk-1.1", "common");
    assertThat(Options.parse("--container=undertow").folders())
        .containsExactly("undertow", "sdk-0.18", "common");
  }
}

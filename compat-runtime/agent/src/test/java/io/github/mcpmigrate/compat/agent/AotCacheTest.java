package io.github.mcpmigrate.compat.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.agent.AotCache.Use;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AotCacheTest {

  @ParameterizedTest
  @CsvSource({
    "-XX:AOTCache=app.aot, RUNNING",
    "-XX:AOTMode=on -XX:AOTCache=app.aot, RUNNING",
    "-XX:AOTCacheOutput=app.aot, TRAINING",
    "-XX:AOTCache=old.aot -XX:AOTCacheOutput=app.aot, TRAINING",
    "-XX:AOTMode=record -XX:AOTConfiguration=app.conf, TRAINING",
    "-XX:AOTMode=create -XX:AOTConfiguration=app.conf -XX:AOTCache=app.aot, TRAINING",
    "-XX:AOTConfiguration=app.conf, TRAINING",
    "-XX:AOTMode=off -XX:AOTCache=app.aot, NONE",
    "-XX:AOTMode=auto, NONE",
    "-Xmx1g -XX:+UseSerialGC, NONE",
    "-jar app.jar -XX:AOTCache=app.aot, NONE"
  })
  void whatIsDoneIsInTheOptions(String options, Use use) {
    assertThat(AotCache.of(List.of(options.split(" ")))).isEqualTo(use);
  }

  @Test
  void thisJvmHasNone() {
    assertThat(AotCache.inThisJvm()).isEqualTo(Use.NONE);
  }
}

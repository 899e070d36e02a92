package io.github.mcpmigrate.compat.agent.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Says in the report when the servers were run on one JDK alone. */
class SecondJdkIT {

  @Test
  void theServersRunOnASecondJdk() throws Exception {
    assumeTrue(
        Jdk.second().isPresent(),
        "No JDK 25 beside the one of the build, so the servers run on that alone; name one by"
            + " -Djdk25.home, JAVA_HOME_25_X64 or JDK_25_HOME");
    Process version =
        new ProcessBuilder(Jdk.second().orElseThrow().java().toString(), "-version")
            .redirectErrorStream(true)
            .start();
    assertThat(new String(version.getInputStream().readAllBytes())).contains("version \"25");
    assertThat(version.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }
}

package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The shipped commands on {@code samples/spring-ai-client}, and its clients with the servers that
 * it is for: before and after talk to the same two, which are dual.
 */
class SpringAiClientIT {

  private static final String BEFORE = "spring-ai-client/before";
  private static final String AFTER = "spring-ai-client/after";

  private static RunningServer weather;
  private static RunningServer departures;

  @BeforeAll
  static void startServers() throws Exception {
    weather = dual("spring-ai-webmvc", "weather-server-1.0.0.jar");
    departures = dual("spring-ai-webflux", "departures-server-1.0.0.jar");
  }

  @AfterAll
  static void stopServers() throws Exception {
    for (RunningServer server : new RunningServer[] {weather, departures}) {
      if (server != null) {
        server.close();
      }
    }
  }

  @Test
  void beforeSpeaksHttpSse() throws Exception {
    assertAsks(Project.copyOf(BEFORE, "spring-ai-client-before"));
  }

  @Test
  void streamableMakesAfterAndASecondRunChangesNothing() throws Exception {
    Project client = Project.copyOf(BEFORE, "spring-ai-client-streamable");
    Result run = client.migrate("-DdryRun=false");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output()).contains("2 changed, 0 need a hand, 0 not understood");
    assertThat(client.contents()).isEqualTo(expected(AFTER));
    Result again = client.migrate("-DdryRun=false");
    assertThat(again.output()).contains("nothing was changed");
    assertThat(client.contents()).isEqualTo(expected(AFTER));
    assertAsks(client);
  }

  @Test
  void dualMakesTheSame() throws Exception {
    Project client = Project.copyOf(BEFORE, "spring-ai-client-dual");
    Result run = client.migrate("-DdryRun=false", "-Dtransport=dual");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(client.contents()).isEqualTo(expected(AFTER));
  }

  private static RunningServer dual(String sample, String jar) throws Exception {
    Project server = Project.copyOf(sample + "/after-dual", sample + "-for-clients");
    return RunningServer.of(server, jar, "--server.port=0");
  }

  private static void assertAsks(Project client) throws Exception {
    Result build = client.maven("-q", "package");
    assertThat(build.exit()).as(build.output()).isZero();
    Result run =
        client.run(
            client.java("travel-client-1.0.0.jar", "Oslo"),
            Map.of("WEATHER_URL", weather.url(), "DEPARTURES_URL", departures.url()));
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains(
            "connecting to weather",
            "connecting to departures",
            "server: weather-server",
            "server: departures-server",
            "12 degrees in Oslo",
            "leaves at 11:45");
  }

  private static Map<String, String> expected(String sample) {
    return Project.contents(Project.sample(sample));
  }
}

package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The shipped commands on servers of Spring, of Spring AI and on a subclassed servlet, and clients
 * of the SDK against what the commands make.
 */
class ServersIT {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTES")
  void streamableMakesAfterAndASecondRunChangesNothing(Sample sample) throws Exception {
    Project project = sample.copy("before", "streamable");
    Result run = project.migrate("-DdryRun=false");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(project.contents()).isEqualTo(sample.expected("after"));
    Result again = project.migrate("-DdryRun=false");
    assertThat(again.output()).contains("nothing was changed");
    assertThat(project.contents()).isEqualTo(sample.expected("after"));
    assertServes(sample, project, false, true);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTES")
  void dualMakesAfterDualAndDropLegacyLeavesStreamableHttp(Sample sample) throws Exception {
    Project project = sample.copy("before", "dual");
    Result run = project.migrate("-DdryRun=false", "-Dtransport=dual");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(project.contents()).isEqualTo(sample.expected("after-dual"));
    assertServes(sample, project, true, true);
    Result drop = project.migrate("-DdryRun=false", "-Dtransport=drop-legacy");
    assertThat(drop.exit()).as(drop.output()).isZero();
    assertThat(project.contents()).isEqualTo(sample.expected("after"));
    assertServes(sample, project, false, true);
  }

  private static void assertServes(
      Sample sample, Project project, boolean httpSse, boolean streamable) throws Exception {
    try (RunningServer server = RunningServer.of(project, sample.jar(), sample.port())) {
      String url = server.url();
      if (httpSse) {
        sample.assertAnswers(
            HttpClientSseClientTransport.builder(url).sseEndpoint(sample.ssePath()).build());
      }
      if (streamable) {
        sample.assertAnswers(HttpClientStreamableHttpTransport.builder(url).build());
      }
    }
  }
}

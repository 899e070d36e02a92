package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped commands by other Mavens and on other JDKs: {@code -Dsamples.mavens=HOME:HOME
 * -Dsamples.jdks=HOME:HOME}, each with each. Where one of the two is not given the running build's
 * own is taken; without either there is nothing to test.
 */
@Execution(ExecutionMode.SAME_THREAD) // They share a folder.
@EnabledIfSystemProperty(named = "samples.others", matches = ".+")
class MavensIT {

  static List<Arguments> installations() {
    List<Arguments> installations = new ArrayList<>();
    for (Path maven : homes("samples.mavens", "samples.maven")) {
      for (Path jdk : homes("samples.jdks", "java.home")) {
        installations.add(Arguments.of(maven, jdk));
      }
    }
    return installations;
  }

  private static List<Path> homes(String property, String running) {
    String given = System.getProperty(property, "");
    String homes = given.isEmpty() ? System.getProperty(running) : given;
    return List.of(homes.split(File.pathSeparator)).stream().map(Path::of).toList();
  }

  @ParameterizedTest
  @MethodSource("installations")
  void theGoalsRun(Path maven, Path jdk) throws Exception {
    Project project = Project.copyOf("servlet-server/before", "other-maven");
    String plugin =
        "io.github.mcpmigrate:mcp-migrate-maven-plugin:" + System.getProperty("samples.version");

    assertThat(run(project, maven, jdk, plugin + ":help").output()).contains("mcp-migrate:migrate");
    assertThat(run(project, maven, jdk, plugin + ":assess").output()).contains("1 server");
    run(project, maven, jdk, plugin + ":migrate", "-Dtransport=dual");
    assertThat(project.contents())
        .isEqualTo(Project.contents(Project.sample("servlet-server/before")));
    assertThat(project.file("target/mcp-migrate/migration.patch")).isNotEmptyFile();
    run(project, maven, jdk, plugin + ":migrate", "-Dtransport=dual", "-DdryRun=false");
    assertThat(project.contents())
        .isEqualTo(Project.contents(Project.sample("servlet-server/after-dual")));
    try (RunningServer server = RunningServer.of(project, "notes-server.jar", "0")) {
      String proof =
          run(
                  project,
                  maven,
                  jdk,
                  plugin + ":verify",
                  "-Durl=" + server.url(),
                  "-Dexpect=sse,streamable")
              .output();
      assertThat(proof).contains("same-tools");
    }
  }

  private static Result run(Project project, Path maven, Path jdk, String... arguments)
      throws Exception {
    Result run = project.maven(maven, Map.of("JAVA_HOME", jdk.toString()), arguments);
    assertThat(run.exit()).as(run.output()).isZero();
    return run;
  }
}

package io.github.mcpmigrate.recipes.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.maven.Assertions.pomXml;

import io.github.mcpmigrate.table.LegacySseUses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.maven.MavenExecutionContextView;
import org.openrewrite.maven.tree.MavenRepository;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** With a repository of the test's own, so that what it lacks is known. */
class RaiseSpringAiTest implements RewriteTest {

  private static final String POM =
      """
      <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>weather</artifactId>
          <version>1</version>
          <properties>
              <spring-ai.version>%s</spring-ai.version>
          </properties>
          <dependencies>
      %s    </dependencies>
      </project>
      """;

  @TempDir private Path repository;

  @Override
  public void defaults(RecipeSpec spec) {
    MavenExecutionContextView context =
        MavenExecutionContextView.view(new InMemoryExecutionContext());
    context.setAddCentralRepository(false);
    context.setAddLocalRepository(false);
    context.setRepositories(
        List.of(
            MavenRepository.builder()
                .id("test")
                .uri(repository.toUri().toString())
                .knownToExist(true)
                .build()));
    spec.recipe(new RaiseSpringAi()).executionContext(context);
  }

  @BeforeEach
  void publish() throws IOException {
    publish("spring-ai-starter-mcp-server-webmvc", "1.0.1", "1.1.0", "1.1.3", "1.1.8");
    publish("spring-ai-starter-mcp-client", "1.0.1", "1.1.0-M1", "1.1.0", "1.1.3");
    publish("spring-ai-starter-model-old", "1.0.1");
    publish("spring-ai-starter-model-elsewhere", "1.0.1", "1.1.2", "1.1.3.9");
    publish("spring-ai-starter-model-new", "1.0.1", "1.1.8", "1.1.9", "1.2.0");
  }

  @DocumentExample
  @Test
  void toTheNewestThatAllArtifactsCanBeHadWith() {
    rises("1.0.1", "1.1.3", "spring-ai-starter-mcp-server-webmvc", "spring-ai-starter-mcp-client");
  }

  @Test
  void toTheNewestIfNothingLacks() {
    rises("1.0.1", "1.1.8", "spring-ai-starter-mcp-server-webmvc");
  }

  @Test
  void notFurtherThanWasTried() {
    rises("1.0.1", "1.1.8", "spring-ai-starter-model-new");
  }

  /** What Central has of the BOM, as far as the other repository has the rest. */
  @Test
  void asItsRepositoriesHaveIt() {
    MavenExecutionContextView context =
        MavenExecutionContextView.view(new InMemoryExecutionContext());
    rewriteRun(
        spec -> spec.executionContext(context),
        pomXml(
            inRepository(pom("1.0.1", "spring-ai-bom", "spring-ai-starter-model-elsewhere")),
            inRepository(pom("1.1.2", "spring-ai-bom", "spring-ai-starter-model-elsewhere"))));
  }

  @Test
  void modulesDecideTogether() {
    rewriteRun(
        pomXml(
            pom("1.0.1", "spring-ai-starter-mcp-server-webmvc"),
            pom("1.1.3", "spring-ai-starter-mcp-server-webmvc"),
            pom -> pom.path("server/pom.xml")),
        pomXml(
            pom("1.0.1", "spring-ai-starter-mcp-client").replace("weather", "travel"),
            pom("1.1.3", "spring-ai-starter-mcp-client").replace("weather", "travel"),
            pom -> pom.path("client/pom.xml")));
  }

  @ParameterizedTest
  @CsvSource({
    "spring-ai-mcp-server-spring-boot-starter, spring-ai-starter-mcp-server",
    "spring-ai-mcp-server-webflux-spring-boot-starter, spring-ai-starter-mcp-server-webflux",
    "spring-ai-mcp-client-spring-boot-starter, spring-ai-starter-mcp-client",
    "spring-ai-mcp-client-webflux-spring-boot-starter, spring-ai-starter-mcp-client-webflux"
  })
  void startersOfTheMilestoneGetTheirNamesOfToday(String before, String after) throws IOException {
    publish(before, "1.0.0-M6");
    publish(after, "1.0.0-M7", "1.1.2");
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .singleElement()
                        .satisfies(
                            row -> {
                              assertThat(row.getConstruct()).isEqualTo("spring-ai 1.0.0-M6");
                              assertThat(row.getAction()).isEqualTo("manual");
                              assertThat(row.getReason()).contains("upgrade-notes");
                            })),
        pomXml(pom("1.0.0-M6", before), pom("1.1.2", after)));
  }

  @Nested
  class DoesNotTouch {

    /** It has no say, and nobody can tell what becomes of it. */
    @Test
    void artifactsWithoutAReleaseOfTheLine() {
      rewriteRun(pomXml(pom("1.0.1", "spring-ai-starter-model-old")));
    }

    @Test
    void whatIsThereAlready() {
      rewriteRun(pomXml(pom("1.1.8", "spring-ai-starter-mcp-server-webmvc")));
    }

    @Test
    void laterLines() {
      rewriteRun(pomXml(pom("1.2.0", "spring-ai-starter-model-new")));
    }

    @Test
    void otherGroups() throws IOException {
      publish("other", "1.0.1", "1.1.3");
      rewriteRun(pomXml(pom("1.0.1", "other").replace("org.springframework.ai", "com.example")));
    }
  }

  private void rises(String from, String to, String... artifacts) {
    rewriteRun(pomXml(pom(from, artifacts), pom(to, artifacts)));
  }

  /** The test's, beside Central. */
  private String inRepository(String pom) {
    return pom.replace(
        "    <properties>",
        "    <repositories>\n        <repository>\n            <id>test</id>\n            <url>"
            + repository.toUri()
            + "</url>\n        </repository>\n    </repositories>\n    <properties>");
  }

  private static String pom(String version, String... artifacts) {
    return POM.formatted(
        version,
        Stream.of(artifacts)
            .map(
                artifact ->
                    """
                            <dependency>
                                <groupId>org.springframework.ai</groupId>
                                <artifactId>%s</artifactId>
                                <version>${spring-ai.version}</version>
                            </dependency>
                    """
                        .formatted(artifact))
            .collect(Collectors.joining()));
  }

  private void publish(String artifact, String... versions) throws IOException {
    for (String group : List.of("org.springframework.ai", "com.example")) {
      publishAs(group, artifact, versions);
    }
  }

  private void publishAs(String group, String artifact, String... versions) throws IOException {
    Path folder = repository.resolve(group.replace('.', '/')).resolve(artifact);
    for (String version : versions) {
      Path release = Files.createDirectories(folder.resolve(version));
      Files.writeString(
          release.resolve(artifact + "-" + version + ".pom"),
          "<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></project>"
              .formatted(group, artifact, version));
      // A repository of files is only believed to have an artifact whose jar is not empty.
      Files.writeString(release.resolve(artifact + "-" + version + ".jar"), "jar");
    }
    Files.writeString(
        folder.resolve("maven-metadata-local.xml"),
        "<metadata><groupId>%s</groupId><artifactId>%s</artifactId><versioning><versions>%s</versions></versioning></metadata>"
            .formatted(
                group,
                artifact,
                Stream.of(versions)
                    .map(version -> "<version>" + version + "</version>")
                    .collect(Collectors.joining())));
  }
}

package io.github.mcpmigrate.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.DropLegacySse;
import io.github.mcpmigrate.MigrateToDualTransport;
import io.github.mcpmigrate.MigrateToStreamableHttp;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** One library is migrated, and what is left of the other still works. */
class PartTest implements RewriteTest {

  private static final String CLIENT =
      """
      import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

      class Client {
          Object transport = HttpClientSseClientTransport.builder("%s").build();
      }
      """;

  private static final String MOVED_CLIENT =
      """
      import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

      class Client {
          Object transport = HttpClientStreamableHttpTransport.builder("%s").build();
      }
      """;

  private static final String SERVER =
      """
      import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

      class Server {
          Object transport = HttpServletSseServerTransportProvider.builder().messageEndpoint("/message").build();
      }
      """;

  private static final String CONNECTION = "spring.ai.mcp.client.sse.connections.a.url=%s\n";

  private static final String MOVED_CONNECTION =
      "spring.ai.mcp.client.streamable-http.connections.a.url=%s\n";

  @Override
  public void defaults(RecipeSpec spec) {
    spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.18")));
  }

  @Test
  void theSdkAloneLeavesConfiguration() {
    rewriteRun(
        spec -> spec.recipe(new MigrateToStreamableHttp(null, null, null, "sdk")),
        mavenProject(
            "app",
            srcMainJava(java(at(CLIENT, "local"), at(MOVED_CLIENT, "local"))),
            srcMainResources(configuration(at(CONNECTION, "local")))));
  }

  @Test
  void springAiAloneLeavesCode() {
    rewriteRun(
        spec -> spec.recipe(new MigrateToStreamableHttp(null, null, null, "springai")),
        mavenProject(
            "app",
            srcMainJava(java(at(CLIENT, "local"))),
            srcMainResources(
                properties(
                    at(CONNECTION, "local"),
                    at(MOVED_CONNECTION, "local"),
                    file -> file.path("src/main/resources/application.properties")))));
  }

  @Test
  void withoutTheOptionBothMove() {
    rewriteRun(
        spec -> spec.recipe(new MigrateToDualTransport(null, null, null, null, null)),
        mavenProject(
            "app",
            srcMainJava(java(at(CLIENT, "local"), at(MOVED_CLIENT, "local"))),
            srcMainResources(
                properties(
                    at(CONNECTION, "local"),
                    at(MOVED_CONNECTION, "local"),
                    file -> file.path("src/main/resources/application.properties")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spring", "", "SDK", "helidon"})
  void anUnknownLibraryIsRefused(String word) {
    assertThat(new MigrateToStreamableHttp(null, null, null, word).validate().isValid()).isFalse();
    assertThat(new MigrateToDualTransport(null, null, null, null, word).validate().isValid())
        .isFalse();
    assertThat(new DropLegacySse(word).validate().isValid()).isFalse();
    assertThat(new DropLegacySse("sdk").validate().isValid()).isTrue();
  }

  @Nested
  class DoesNotTouch {

    @Test
    void clientsOfTheSdkBesideAServerOfSpringAi() {
      rewriteRun(
          spec -> spec.recipe(new MigrateToStreamableHttp(null, null, null, "sdk")),
          mavenProject(
              "app",
              srcMainJava(java(at(CLIENT, "local"))),
              srcMainResources(configuration("spring.ai.mcp.server.sse-endpoint=/sse\n"))));
    }

    @Test
    void connectionsBesideAServerOfTheSdk() {
      rewriteRun(
          spec -> spec.recipe(new MigrateToDualTransport(null, null, null, null, "springai")),
          mavenProject(
              "app",
              srcMainJava(java(SERVER)),
              srcMainResources(configuration(at(CONNECTION, "local")))));
    }

    @Test
    void theSdkOfAProjectWithoutSpringAi() {
      rewriteRun(
          spec -> spec.recipe(new MigrateToStreamableHttp(null, null, null, "springai")),
          mavenProject(
              "app",
              pomXml(
                  """
                  <project>
                      <modelVersion>4.0.0</modelVersion>
                      <groupId>com.example</groupId>
                      <artifactId>app</artifactId>
                      <version>1</version>
                      <dependencies>
                          <dependency>
                              <groupId>io.modelcontextprotocol.sdk</groupId>
                              <artifactId>mcp</artifactId>
                              <version>0.10.0</version>
                          </dependency>
                      </dependencies>
                  </project>
                  """),
              srcMainJava(java(SERVER))));
    }
  }

  private static String at(String text, String host) {
    return text.formatted("http://" + host + "host:8080");
  }

  private static SourceSpecs configuration(String text) {
    return properties(text, file -> file.path("src/main/resources/application.properties"));
  }

  @Nested
  class OnlyQuarkus {

    @Test
    void movesItsServerAndLeavesTheSdk() {
      rewriteRun(
          spec -> spec.recipe(new MigrateToStreamableHttp(null, null, null, "quarkus")),
          mavenProject(
              "notes",
              pomXml(
                  pom("quarkus-mcp-server-sse", "1.7.3"),
                  pom("quarkus-mcp-server-http", "1.13.0"))),
          mavenProject(
              "clients", srcMainJava(java(CLIENT.formatted("http://localhost:8080/sse")))));
    }

    @Test
    void staysWithAnotherLibrary() {
      rewriteRun(
          spec -> spec.recipe(new MigrateToStreamableHttp(null, null, null, "sdk")),
          mavenProject("notes", pomXml(pom("quarkus-mcp-server-sse", "1.7.3"))));
    }

    private static String pom(String artifact, String version) {
      return """
          <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>notes</artifactId>
              <version>1</version>
              <dependencies>
                  <dependency>
                      <groupId>io.quarkiverse.mcp</groupId>
                      <artifactId>%s</artifactId>
                      <version>%s</version>
                  </dependency>
                  <dependency>
                      <groupId>io.quarkus</groupId>
                      <artifactId>quarkus-core</artifactId>
                      <version>3.33.2</version>
                  </dependency>
              </dependencies>
          </project>
          """
          .formatted(artifact, version);
    }
  }
}

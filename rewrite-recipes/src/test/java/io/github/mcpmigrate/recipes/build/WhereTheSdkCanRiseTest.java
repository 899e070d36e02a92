package io.github.mcpmigrate.recipes.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.maven.Assertions.pomXml;

import io.github.mcpmigrate.MigrateToStreamableHttp;
import io.github.mcpmigrate.UpgradeMcpSdk;
import io.github.mcpmigrate.recipes.CompatRepository;
import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** Sources stay at the API that the build has, wherever the build cannot be given another. */
class WhereTheSdkCanRiseTest implements RewriteTest {

  private static final String OUTSIDE =
      "the MCP Java SDK 0.10.0 comes to server from outside this build, and migrated code needs 0.18.4: update what"
          + " brings it, or declare io.modelcontextprotocol.sdk:mcp 0.18.4 yourself, then run again";

  private static final String CLIENT =
      """
      import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

      class Client {
          Object transport() {
              return new HttpClientSseClientTransport("http://localhost:8080");
          }
      }
      """;

  private static final String STAYING_CLIENT =
      CLIENT.replace(
          "        return", "        // TODO mcp-migrate: " + OUTSIDE + "\n        return");

  private static final String SERVER =
      """
      import com.fasterxml.jackson.databind.ObjectMapper;
      import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

      class Server {
          Object transport() {
              return new HttpServletSseServerTransportProvider(new ObjectMapper(), "/mcp/message");
          }
      }
      """;

  private static final String STAYING_SERVER =
      SERVER.replace(
          "        return", "        // TODO mcp-migrate: " + OUTSIDE + "\n        return");

  private static final String TOOL =
      """
      import io.modelcontextprotocol.spec.McpSchema.Tool;

      class Tools {
          Tool echo() {
              return new Tool("echo", "Says it again", "{}");
          }
      }
      """;

  @TempDir Path repository;

  @BeforeEach
  void publish() throws IOException {
    publish("starter", dependency("io.modelcontextprotocol.sdk", "mcp", "0.10.0"), "jar");
    publish(
        "platform",
        "<dependencyManagement>"
            + dependency("io.modelcontextprotocol.sdk", "mcp", "0.10.0")
            + "</dependencyManagement>",
        "pom");
  }

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new MigrateToStreamableHttp(null, null, null))
        .executionContext(CompatRepository.in(repository))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  @Test
  void anSdkThatAStarterBringsKeepsClientAndServer() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .isNotEmpty()
                        .allSatisfy(
                            row -> {
                              assertThat(row.getAction()).isEqualTo("manual");
                              assertThat(row.getReason()).isEqualTo(OUTSIDE);
                            })),
        project(
            dependency("com.example", "starter", "1"),
            java(CLIENT, STAYING_CLIENT),
            java(SERVER, STAYING_SERVER),
            java(TOOL)));
  }

  @Test
  void anSdkThatAForeignParentManagesKeepsTheSource() {
    rewriteRun(
        mavenProject(
            "server",
            pomXml(
                pom(
                    "<parent><groupId>com.example</groupId><artifactId>platform</artifactId>"
                        + "<version>1</version><relativePath/></parent>"
                        + dependency("io.modelcontextprotocol.sdk", "mcp", null))),
            srcMainJava(java(CLIENT, STAYING_CLIENT), java(TOOL))));
  }

  @Test
  void theUpgradeAloneLeavesTheSourceToo() {
    rewriteRun(
        spec -> spec.recipe(new UpgradeMcpSdk(null)),
        project(dependency("com.example", "starter", "1"), java(TOOL), java(SERVER)));
  }

  @Test
  void anSdkOfTodayMayComeFromAnywhere() throws IOException {
    publish("starter", dependency("io.modelcontextprotocol.sdk", "mcp", "0.18.4"), "jar");
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        project(
            dependency("com.example", "starter", "1"),
            java(
                CLIENT.replace(
                    "new HttpClientSseClientTransport(\"http://localhost:8080\")",
                    "HttpClientSseClientTransport.builder(\"http://localhost:8080\").build()"),
                CLIENT
                    .replace(
                        "new HttpClientSseClientTransport(\"http://localhost:8080\")",
                        "HttpClientStreamableHttpTransport.builder(\"http://localhost:8080\").build()")
                    .replace(
                        "HttpClientSseClientTransport", "HttpClientStreamableHttpTransport"))));
  }

  @Test
  void aVersionOfThisBuildMovesAll() {
    rewriteRun(
        mavenProject(
            "server",
            pomXml(
                pom(dependency("io.modelcontextprotocol.sdk", "mcp", "0.10.0")),
                pom(dependency("io.modelcontextprotocol.sdk", "mcp", "0.18.4"))),
            srcMainJava(
                java(
                    CLIENT,
                    CLIENT
                        .replace(
                            "new HttpClientSseClientTransport(\"http://localhost:8080\")",
                            "HttpClientStreamableHttpTransport.builder(\"http://localhost:8080\").build()")
                        .replace(
                            "HttpClientSseClientTransport",
                            "HttpClientStreamableHttpTransport")))));
  }

  private static SourceSpecs project(String dependencies, SourceSpecs... sources) {
    return mavenProject("server", pomXml(pom(dependencies)), srcMainJava(sources));
  }

  private static String pom(String content) {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example.app</groupId>
          <artifactId>server</artifactId>
          <version>1</version>
          %s
        </project>
        """
        .formatted(content);
  }

  private static String dependency(String group, String artifact, String version) {
    return "<dependencies><dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s</dependency></dependencies>"
        .formatted(group, artifact, version == null ? "" : "<version>" + version + "</version>");
  }

  private void publish(String artifact, String content, String packaging) throws IOException {
    Path folder = repository.resolve("com/example/" + artifact + "/1");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(artifact + "-1.pom"),
        pom(content + "<packaging>" + packaging + "</packaging>")
            .replace("<groupId>com.example.app", "<groupId>com.example")
            .replace("<artifactId>server", "<artifactId>" + artifact));
    // An empty jar counts as none.
    Files.write(folder.resolve(artifact + "-1.jar"), new byte[] {1});
  }
}

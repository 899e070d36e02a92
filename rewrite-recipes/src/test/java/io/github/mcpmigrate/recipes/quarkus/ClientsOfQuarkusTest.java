package io.github.mcpmigrate.recipes.quarkus;

import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.moved;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.pom;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.json.Assertions.json;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.recipes.clientconfig.ClientConfigToStreamable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Clients of whatever kind know where a server of Quarkus' has Streamable HTTP. */
class ClientsOfQuarkusTest implements RewriteTest {

  private static final String LEGACY =
      """
      {"mcpServers": {"notes": {"type": "sse", "url": "%s"}}}
      """;

  private static final String MOVED =
      """
      {"mcpServers": {"notes": {"type": "http", "url": "%s"}}}
      """;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new ClientConfigToStreamable(null, null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "/mcp,http://localhost:8081/mcp/sse,http://localhost:8081/mcp",
    "notes,http://localhost:8081/notes/sse,http://localhost:8081/notes",
    "/api/notes,http://127.0.0.1:8081/api/notes/sse,http://127.0.0.1:8081/api/notes"
  })
  void moveWithTheServer(String root, String before, String after) {
    rewriteRun(
        mavenProject(
            "notes",
            moved(),
            properties(
                "quarkus.http.port=8081\nquarkus.mcp.server.http.root-path=%s\n".formatted(root),
                QuarkusProject::main)),
        json(LEGACY.formatted(before), MOVED.formatted(after), file -> file.path(".mcp.json")));
  }

  @Test
  void moveToWhereTheServerIsWhateverTheOthersDo() {
    rewriteRun(
        spec -> spec.recipe(new ClientConfigToStreamable(null, true, null)),
        mavenProject("notes", moved()),
        json(
            LEGACY.formatted("http://localhost:8080/mcp/sse"),
            MOVED.formatted("http://localhost:8080/mcp"),
            file -> file.path(".mcp.json")));
  }

  @Test
  void stayAtAnotherPort() {
    rewriteRun(
        mavenProject(
            "notes", moved(), properties("quarkus.http.port=8081\n", QuarkusProject::main)),
        json(LEGACY.formatted("http://localhost:9090/mcp/sse"), file -> file.path(".mcp.json")));
  }

  @Test
  void stayWithAServerThatHasNoStreamableHttp() {
    rewriteRun(
        mavenProject("notes", pomXml(pom("quarkus-mcp-server-sse", "1.1.1", "3.20.1"))),
        json(LEGACY.formatted("http://localhost:8080/mcp/sse"), file -> file.path(".mcp.json")));
  }
}

package io.github.mcpmigrate.recipes.springai;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.java.Assertions.srcTestJava;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.FindLegacySse;
import io.github.mcpmigrate.MigrateToStreamableHttp;
import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Test;
import org.openrewrite.Recipe;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** An application whose files speak of its server in different ways, and move as one. */
class SpringAiApplicationTest implements RewriteTest {

  private static final String POM =
      """
      <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>weather</artifactId>
          <version>1</version>
          <dependencies>
              <dependency>
                  <groupId>org.springframework.ai</groupId>
                  <artifactId>spring-ai-starter-mcp-server-webmvc</artifactId>
                  <version>1.1.8</version>
              </dependency>
          </dependencies>
      </project>
      """;

  private static final String SECURITY =
      """
      import org.springframework.security.config.annotation.web.builders.HttpSecurity;

      class Security {
          void rules(HttpSecurity http) throws Exception {
              http.authorizeHttpRequests(auth -> auth.requestMatchers(%s).hasRole("AGENT"));
          }
      }
      """;

  private static final String TEST =
      """
      import org.springframework.beans.factory.annotation.Value;
      import org.springframework.boot.test.context.SpringBootTest;

      @SpringBootTest(properties = {"server.port=0"%s})
      class WeatherTest {
          @Value("${spring.ai.mcp.server.%s}")
          String endpoint;
      }
      """;

  private void run(
      Recipe recipe, SourceSpecs configuration, SourceSpecs security, SourceSpecs test) {
    rewriteRun(
        spec ->
            spec.recipe(recipe)
                .parser(JavaParser.fromJavaVersion().classpath(SdkJars.springAi("1.1"))),
        mavenProject(
            "weather",
            pomXml(POM),
            srcMainResources(configuration),
            srcMainJava(security),
            srcTestJava(test)));
  }

  private static final String KEYS =
      """
      spring.ai.mcp.server.name=weather
      spring.ai.mcp.server.sse-endpoint=/events
      """;

  private static final String SSE_RULE = SECURITY.formatted("\"/events\", \"/mcp/message\"");

  private static final String SSE_TEST =
      TEST.formatted(", \"spring.ai.mcp.server.base-url=http://localhost\"", "sse-endpoint:/sse");

  @Test
  void allOfItMoves() {
    run(
        new MigrateToStreamableHttp(null, null, null),
        properties(
            KEYS,
            """
            spring.ai.mcp.server.name=weather
            spring.ai.mcp.server.protocol=STREAMABLE
            """,
            file -> file.path("application.properties")),
        java(SSE_RULE, SECURITY.formatted("\"/mcp\"")),
        java(SSE_TEST, TEST.formatted("", "streamable-http.mcp-endpoint:/mcp")));
  }

  @Test
  void nothingOfItDoesWhileItIsOnlyLookedAt() {
    run(
        new FindLegacySse(),
        properties(KEYS, file -> file.path("application.properties")),
        java(SSE_RULE),
        java(SSE_TEST));
  }
}

package io.github.mcpmigrate.recipes.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.sdk.AccessRulesOfSpringAi;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** Configuration in files whose names Spring Boot does not know by itself. */
class ImportedFilesTest implements RewriteTest {

  private static final String KEYS =
      "spring.ai.mcp.server.name=weather\nspring.ai.mcp.server.sse-endpoint=/events\n";

  private static final String MOVED =
      "spring.ai.mcp.server.name=weather\nspring.ai.mcp.server.protocol=STREAMABLE\n";

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SpringAiServerToStreamable(null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.springAi("1.1")));
  }

  private static SourceSpecs moved(String path) {
    return properties(KEYS, MOVED, file -> file.path("src/main/resources/" + path));
  }

  private static SourceSpecs source(String annotation) {
    return java(
        """
        import org.springframework.context.annotation.PropertySource;
        import org.springframework.context.annotation.PropertySources;

        %s
        class Application {
        }
        """
            .formatted(annotation));
  }

  private static void reported(RecipeSpec spec) {
    spec.dataTable(
        LegacySseUses.Row.class,
        rows ->
            assertThat(rows)
                .singleElement()
                .satisfies(
                    row -> {
                      assertThat(row.getAction()).isEqualTo("unknown");
                      assertThat(row.getReason()).startsWith("nothing here says who reads this");
                    }));
  }

  @DocumentExample
  @Test
  void thatAClassNames() {
    rewriteRun(source("@PropertySource(\"classpath:mcp.properties\")"), moved("mcp.properties"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@PropertySource(value = {\"classpath:/other.properties\", \"classpath:config/mcp.properties\"})",
        "@PropertySources({@PropertySource(\"classpath:config/mcp.properties\")})",
        "@PropertySource(name = \"mcp\", value = \"file:./src/main/resources/config/mcp.properties\")"
      })
  void thatAClassNamesAmongOthers(String annotation) {
    rewriteRun(source(annotation), moved("config/mcp.properties"));
  }

  @Test
  void thatAConfigurationImports() {
    rewriteRun(
        yaml(
            """
            spring:
              config:
                import:
                  - optional:classpath:mcp.properties
                  - classpath:client.yml
            """,
            file -> file.path("src/main/resources/application.yml")),
        moved("mcp.properties"));
  }

  @Test
  void thatHaveConnections() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiClientToStreamable(null, null, null)),
        properties(
            "spring.config.import=classpath:stock.yml,classpath:weather.yml",
            file -> file.path("src/main/resources/application.properties")),
        yaml(
            """
            spring.ai.mcp.client.sse.connections.weather:
              url: http://localhost:8080
            """,
            """
            spring.ai.mcp.client.streamable-http.connections.weather:
              url: http://localhost:8080
            """,
            file -> file.path("src/main/resources/weather.yml")));
  }

  @Test
  void thatSayWhereTheServerIs() {
    rewriteRun(
        spec -> spec.recipe(new AccessRulesOfSpringAi(null, null, null)),
        source("@PropertySource(\"classpath:mcp.properties\")"),
        properties(KEYS, file -> file.path("src/main/resources/mcp.properties")),
        java(
            """
            import org.springframework.web.servlet.config.annotation.*;

            class Web implements WebMvcConfigurer {
                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(null).addPathPatterns("/events", "/mcp/message");
                }
            }
            """,
            """
            import org.springframework.web.servlet.config.annotation.*;

            class Web implements WebMvcConfigurer {
                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(null).addPathPatterns("/mcp");
                }
            }
            """));
  }

  @Nested
  class AreReported {

    @Test
    void ifNobodyNamesThem() {
      rewriteRun(
          ImportedFilesTest::reported,
          source("@PropertySource(\"classpath:other.properties\")"),
          properties(KEYS, file -> file.path("src/main/resources/mcp.properties")));
    }

    /** The name is {@code spring.config.name}'s, or only known when the program runs. */
    @Test
    void ifTheirNameIsComputed() {
      rewriteRun(
          ImportedFilesTest::reported,
          source("@PropertySource(\"classpath:mcp-${stage}.properties\")"),
          properties(KEYS, file -> file.path("src/main/resources/mcp-prod.properties")));
    }

    @Test
    void ifTheyHaveConnections() {
      rewriteRun(
          spec -> {
            spec.recipe(new SpringAiClientToStreamable(null, null, null));
            reported(spec);
          },
          yaml(
              "spring.ai.mcp.client.sse.connections.a.url: http://localhost:8080",
              file -> file.path("config/weather.yml")));
    }
  }

  @Nested
  class DoesNotTouch {

    @Test
    void filesWithNothingOfMcp() {
      rewriteRun(
          source("@PropertySource(\"classpath:mcp.properties\")"),
          properties("name=mcp", file -> file.path("src/main/resources/mcp.properties")));
    }

    @Test
    void filesOfServersThatHaveMoved() {
      rewriteRun(
          source("@PropertySource(\"classpath:mcp.properties\")"),
          properties(MOVED, file -> file.path("src/main/resources/mcp.properties")));
    }

    @Test
    void filesOfOtherShapes() {
      rewriteRun(
          yaml("- mcp\n- spring", file -> file.path("mcp.yml")),
          yaml("mcp", file -> file.path("word.yml")));
    }

    @Test
    void locationsInOtherAnnotations() {
      rewriteRun(
          ImportedFilesTest::reported,
          java("@Deprecated(since = \"classpath:mcp.properties\") class Application {}"),
          properties(KEYS, file -> file.path("src/main/resources/mcp.properties")));
    }
  }
}

package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.SpringAiProject.SERVER;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.pom;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.pomWithCompat;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.gradle.Assertions.buildGradleKts;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.toml.Assertions.toml;

import io.github.mcpmigrate.recipes.CompatRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class AddCompatStarterTest implements RewriteTest {

  @TempDir Path repository;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new AddCompatStarter(null)).executionContext(CompatRepository.in(repository));
  }

  @DocumentExample
  @Test
  void aServerOnHttpSse() {
    rewriteRun(mavenProject("weather", pomXml(pom(SERVER), pomWithCompat(SERVER))));
  }

  @Test
  void besideTheStarterInGroovy() {
    rewriteRun(
        spec -> spec.recipe(new AddCompatStarter("0.1.0")),
        buildGradle(
            """
            plugins {
                id 'org.springframework.boot' version '3.5.11'
            }
            dependencies {
                implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2'
                testImplementation 'org.springframework.boot:spring-boot-starter-test'
            }
            """,
            """
            plugins {
                id 'org.springframework.boot' version '3.5.11'
            }
            dependencies {
                implementation 'io.github.mcpmigrate:mcp-compat-spring-boot-starter:0.1.0'
                implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2'
                testImplementation 'org.springframework.boot:spring-boot-starter-test'
            }
            """));
  }

  @Test
  void besideTheStarterInKotlin() {
    rewriteRun(
        spec -> spec.recipe(new AddCompatStarter("0.1.0")),
        buildGradleKts(
            """
            dependencies {
                implementation("org.springframework.ai:spring-ai-starter-mcp-server-webflux:1.1.2")
            }
            """,
            """
            dependencies {
                implementation("io.github.mcpmigrate:mcp-compat-spring-boot-starter:0.1.0")
                implementation("org.springframework.ai:spring-ai-starter-mcp-server-webflux:1.1.2")
            }
            """));
  }

  @Test
  void besideAnAliasOfACatalog() {
    rewriteRun(
        spec -> spec.recipe(new AddCompatStarter("0.1.0")),
        toml(
            """
            [libraries]
            mcp-server = "org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2"
            """,
            file -> file.path("gradle/libs.versions.toml")),
        buildGradle(
            """
            dependencies {
                implementation libs.mcp.server
            }
            """,
            """
            dependencies {
                implementation "io.github.mcpmigrate:mcp-compat-spring-boot-starter:0.1.0"
                implementation libs.mcp.server
            }
            """));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void aScriptWithTheRuntime() {
      rewriteRun(
          buildGradle(
              """
              dependencies {
                  implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2'
                  implementation 'io.github.mcpmigrate:mcp-compat-spring-boot-starter:0.2.0'
              }
              """));
    }

    @Test
    void theScriptOfAClient() {
      rewriteRun(
          buildGradle(
              """
              dependencies {
                  implementation 'org.springframework.ai:spring-ai-starter-mcp-client:1.1.2'
              }
              """));
    }

    @Test
    void theScriptOfAServerThatHasToStay() {
      rewriteRun(
          buildGradle(
              """
              dependencies {
                  runtimeOnly 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2'
              }
              """));
    }

    @Test
    void aServerThatHasMoved() {
      rewriteRun(
          mavenProject(
              "weather",
              pomXml(pom(SERVER)),
              srcMainResources(
                  properties(
                      "spring.ai.mcp.server.protocol=STREAMABLE",
                      file -> file.path("application.properties")))));
    }

    @Test
    void aServerOnStandardStreams() {
      rewriteRun(
          mavenProject(
              "weather",
              pomXml(pom(SERVER)),
              srcMainResources(
                  properties(
                      "spring.ai.mcp.server.stdio=true",
                      file -> file.path("application.properties")))));
    }

    @Test
    void aClient() {
      rewriteRun(mavenProject("weather", pomXml(pom("spring-ai-starter-mcp-client"))));
    }
  }
}

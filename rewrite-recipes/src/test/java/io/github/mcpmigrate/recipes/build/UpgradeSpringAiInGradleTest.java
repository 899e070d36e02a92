package io.github.mcpmigrate.recipes.build;

import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.gradle.Assertions.buildGradleKts;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.toml.Assertions.toml;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class UpgradeSpringAiInGradleTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new UpgradeSpringAiInGradle());
  }

  /** As start.spring.io writes it. */
  @DocumentExample
  @Test
  void aVariableForTheBomInGroovy() {
    rewriteRun(
        buildGradle(
            """
            plugins {
                id 'java'
            }
            ext {
                set('springAiVersion', "1.0.1")
            }
            dependencies {
                implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc'
            }
            dependencyManagement {
                imports {
                    mavenBom "org.springframework.ai:spring-ai-bom:${springAiVersion}"
                }
            }
            """,
            """
            plugins {
                id 'java'
            }
            ext {
                set('springAiVersion', "1.1.8")
            }
            dependencies {
                implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc'
            }
            dependencyManagement {
                imports {
                    mavenBom "org.springframework.ai:spring-ai-bom:${springAiVersion}"
                }
            }
            """));
  }

  /** As start.spring.io writes it. */
  @Test
  void aVariableForTheBomInKotlin() {
    rewriteRun(
        buildGradleKts(
            """
            extra["springAiVersion"] = "1.0.1"

            dependencies {
                implementation("org.springframework.ai:spring-ai-starter-mcp-client")
            }

            dependencyManagement {
                imports {
                    mavenBom("org.springframework.ai:spring-ai-bom:${property("springAiVersion")}")
                }
            }
            """,
            """
            extra["springAiVersion"] = "1.1.8"

            dependencies {
                implementation("org.springframework.ai:spring-ai-starter-mcp-client")
            }

            dependencyManagement {
                imports {
                    mavenBom("org.springframework.ai:spring-ai-bom:${property("springAiVersion")}")
                }
            }
            """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "implementation platform('org.springframework.ai:spring-ai-bom:%s')",
        "implementation(platform(\"org.springframework.ai:spring-ai-bom:%s\"))",
        "implementation 'org.springframework.ai:spring-ai-openai:%s'",
        "implementation group: 'org.springframework.ai', name: 'spring-ai-mcp', version: '%s'"
      })
  void versionsInCoordinates(String line) {
    String script =
        """
        dependencies {
            %s
            implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webflux:%s'
            implementation 'com.example:library:1.0.1'
        }
        """;
    rewriteRun(
        buildGradle(
            script.formatted(line.formatted("1.0.1"), "1.0.1"),
            script.formatted(line.formatted("1.1.8"), "1.1.8")));
  }

  @Test
  void aVersionInGradleProperties() {
    rewriteRun(
        properties(
            "springAiVersion=1.0.3\nother=1.0.3",
            "springAiVersion=1.1.8\nother=1.0.3",
            file -> file.path("gradle.properties")),
        buildGradle(
            """
            dependencies {
                implementation "org.springframework.ai:spring-ai-starter-mcp-server-webmvc:${springAiVersion}"
            }
            """));
  }

  @Test
  void aCatalog() {
    rewriteRun(
        toml(
            """
            [versions]
            spring-ai = "1.0.0"
            other = "1.0.0"

            [libraries]
            spring-ai-bom = { module = "org.springframework.ai:spring-ai-bom", version.ref = "spring-ai" }
            mcp-server = { group = "org.springframework.ai", name = "spring-ai-starter-mcp-server-webmvc" }
            mcp-client = "org.springframework.ai:spring-ai-starter-mcp-client:1.0.2"
            """,
            """
            [versions]
            spring-ai = "1.1.8"
            other = "1.0.0"

            [libraries]
            spring-ai-bom = { module = "org.springframework.ai:spring-ai-bom", version.ref = "spring-ai" }
            mcp-server = { group = "org.springframework.ai", name = "spring-ai-starter-mcp-server-webmvc" }
            mcp-client = "org.springframework.ai:spring-ai-starter-mcp-client:1.1.8"
            """,
            file -> file.path("gradle/libs.versions.toml")),
        buildGradle(
            """
            dependencies {
                implementation platform(libs.spring.ai.bom)
                implementation libs.mcp.server
            }
            """));
  }

  @Test
  void startersOfTheMilestoneGetTheirNamesOfToday() {
    rewriteRun(
        buildGradle(
            """
            ext.springAiVersion = '1.0.0-M6'
            dependencies {
                implementation platform("org.springframework.ai:spring-ai-bom:$springAiVersion")
                implementation 'org.springframework.ai:spring-ai-mcp-server-webmvc-spring-boot-starter'
                implementation "org.springframework.ai:spring-ai-mcp-server-spring-boot-starter:$springAiVersion"
                implementation group: 'org.springframework.ai', name: 'spring-ai-mcp-client-spring-boot-starter', version: '1.0.0-M6'
                implementation 'org.springframework.ai:spring-ai-mcp-client-webflux-spring-boot-starter:1.0.0-M6'
            }
            """,
            """
            ext.springAiVersion = '1.1.8'
            dependencies {
                implementation platform("org.springframework.ai:spring-ai-bom:$springAiVersion")
                implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc'
                implementation "org.springframework.ai:spring-ai-starter-mcp-server:$springAiVersion"
                implementation group: 'org.springframework.ai', name: 'spring-ai-starter-mcp-client', version: '1.1.8'
                implementation 'org.springframework.ai:spring-ai-starter-mcp-client-webflux:1.1.8'
            }
            """));
  }

  @Test
  void startersOfTheMilestoneInACatalog() {
    rewriteRun(
        toml(
            """
            [versions]
            ai = "1.0.0-M6"

            [libraries]
            server = { module = "org.springframework.ai:spring-ai-mcp-server-webflux-spring-boot-starter", version.ref = "ai" }
            client = "org.springframework.ai:spring-ai-mcp-client-spring-boot-starter:1.0.0-M6"
            """,
            """
            [versions]
            ai = "1.1.8"

            [libraries]
            server = { module = "org.springframework.ai:spring-ai-starter-mcp-server-webflux", version.ref = "ai" }
            client = "org.springframework.ai:spring-ai-starter-mcp-client:1.1.8"
            """,
            file -> file.path("gradle/libs.versions.toml")),
        buildGradle("dependencies { implementation libs.server }"));
  }

  @Test
  void aVersionThatSomethingElseHasAsWell() {
    rewriteRun(
        buildGradle(
            """
            def aiVersion = '1.0.1'
            dependencies {
                implementation "org.springframework.ai:spring-ai-starter-mcp-server-webmvc:$aiVersion"
                implementation "com.example:library:$aiVersion"
            }
            """,
            """
            def aiVersion = '1.0.1'
            dependencies {
                implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.8'
                implementation "com.example:library:$aiVersion"
            }
            """));
  }

  @Nested
  class DoesNotTouch {

    @ParameterizedTest
    @ValueSource(strings = {"1.1.2", "1.1.8", "2.0.0", "1.1.0-M1"})
    void linesWithStreamableHttp(String version) {
      rewriteRun(
          buildGradle(
              """
              dependencies {
                  implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:%s'
              }
              """
                  .formatted(version)));
    }

    @Test
    void springAiWithoutMcp() {
      rewriteRun(
          buildGradle(
              """
              dependencies {
                  implementation 'org.springframework.ai:spring-ai-starter-model-openai:1.0.1'
              }
              """));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "spring-ai-openai-spring-boot-starter",
          "spring-ai-core",
          "spring-ai-mcp-server-spring-boot-autoconfigure"
        })
    void aBuildWithAnArtifactThatIsGone(String artifact) {
      rewriteRun(
          buildGradle(
              """
              dependencies {
                  implementation 'org.springframework.ai:spring-ai-mcp-server-webmvc-spring-boot-starter:1.0.0-M6'
              }
              """,
              file -> file.path("server/build.gradle")),
          buildGradle(
              """
              dependencies {
                  implementation 'org.springframework.ai:%s:1.0.0-M6'
              }
              """
                  .formatted(artifact),
              file -> file.path("chat/build.gradle")));
    }

    @Test
    void artifactsOfOthers() {
      rewriteRun(
          buildGradle(
              """
              dependencies {
                  implementation 'com.example:spring-ai-mcp-server-webmvc-spring-boot-starter:1.0.0-M6'
                  implementation 'org.springaicommunity:mcp-annotations:0.3.1'
              }
              """));
    }
  }
}

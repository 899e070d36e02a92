package io.github.mcpmigrate.recipes.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.gradle.Assertions.buildGradleKts;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.toml.Assertions.toml;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

class UpgradeMcpSdkInGradleTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new UpgradeMcpSdkInGradle(null));
  }

  @DocumentExample
  @Test
  void coordinatesInGroovy() {
    rewriteRun(
        buildGradle(
            """
            plugins {
                id 'java'
            }
            dependencies {
                implementation 'io.modelcontextprotocol.sdk:mcp:0.10.0'
                implementation "io.modelcontextprotocol.sdk:mcp-spring-webmvc:0.10.0"
                testImplementation 'org.junit.jupiter:junit-jupiter:5.10.0'
            }
            """,
            """
            plugins {
                id 'java'
            }
            dependencies {
                implementation 'io.modelcontextprotocol.sdk:mcp:0.18.4'
                implementation "io.modelcontextprotocol.sdk:mcp-spring-webmvc:0.18.3"
                testImplementation 'org.junit.jupiter:junit-jupiter:5.10.0'
            }
            """));
  }

  @Test
  void coordinatesInKotlin() {
    rewriteRun(
        buildGradleKts(
            """
            plugins {
                java
            }
            dependencies {
                implementation("io.modelcontextprotocol.sdk:mcp:1.1.0")
            }
            """,
            """
            plugins {
                java
            }
            dependencies {
                implementation("io.modelcontextprotocol.sdk:mcp:1.1.5")
            }
            """));
  }

  @Test
  void mapNotation() {
    rewriteRun(
        buildGradle(
            """
            dependencies {
                implementation group: 'io.modelcontextprotocol.sdk', name: 'mcp', version: '0.10.0'
            }
            """,
            """
            dependencies {
                implementation group: 'io.modelcontextprotocol.sdk', name: 'mcp', version: '0.18.4'
            }
            """));
  }

  @Test
  void namedArgumentsInKotlin() {
    rewriteRun(
        buildGradleKts(
            """
            dependencies {
                implementation(group = "io.modelcontextprotocol.sdk", name = "mcp", version = "0.10.0")
            }
            """,
            """
            dependencies {
                implementation(group = "io.modelcontextprotocol.sdk", name = "mcp", version = "0.18.4")
            }
            """));
  }

  @Test
  void mapNotationSaysWhatIsMissingBeside() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(LegacySseUses.Row::getReason)
                        .containsExactly(
                            "mcp-json-jackson2 of the same group has to be added beside mcp-spring-webmvc")),
        buildGradle(
            """
            dependencies {
                implementation group: 'io.modelcontextprotocol.sdk', name: 'mcp-spring-webmvc', version: '0.10.0'
            }
            """,
            """
            dependencies {
                // TODO mcp-migrate: mcp-json-jackson2 of the same group has to be added beside mcp-spring-webmvc
                implementation group: 'io.modelcontextprotocol.sdk', name: 'mcp-spring-webmvc', version: '0.18.3'
            }
            """));
  }

  @Test
  void mapNotationOfSomethingElse() {
    rewriteRun(
        buildGradle(
            """
            dependencies {
                implementation group: 'com.example', name: 'mcp-spring-webmvc', version: '0.10.0'
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def mcpVersion = 'VERSION'",
        "ext.mcpVersion = 'VERSION'",
        "ext {\n    mcpVersion = 'VERSION'\n}",
        "ext {\n    set('mcpVersion', \"VERSION\")\n}"
      })
  void variablesInGroovy(String definition) {
    String script =
        definition
            + """

            dependencies {
                implementation "io.modelcontextprotocol.sdk:mcp:$mcpVersion"
                implementation "io.modelcontextprotocol.sdk:mcp-spring-webflux:${mcpVersion}"
            }
            """;
    rewriteRun(
        buildGradle(script.replace("VERSION", "0.12.1"), script.replace("VERSION", "0.18.1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "val mcpVersion = \"VERSION\"",
        "extra[\"mcpVersion\"] = \"VERSION\"",
        "val mcpVersion by extra(\"VERSION\")"
      })
  void variablesInKotlin(String definition) {
    String script =
        definition
            + """

            dependencies {
                implementation("io.modelcontextprotocol.sdk:mcp:$mcpVersion")
                testImplementation("io.modelcontextprotocol.sdk:mcp-test:${project.extra["mcpVersion"]}")
            }
            """;
    rewriteRun(
        buildGradleKts(script.replace("VERSION", "0.12.1"), script.replace("VERSION", "0.18.4")));
  }

  @Test
  void gradleProperties() {
    rewriteRun(
        gradleProperties("mcpVersion=0.10.0\nother=0.10.0", "mcpVersion=0.18.4\nother=0.10.0"),
        buildGradleKts(
            """
            dependencies {
                implementation("io.modelcontextprotocol.sdk:mcp:${property("mcpVersion")}")
            }
            """));
  }

  @ParameterizedTest
  @CsvSource({"mcp-test, 0.18.1", "mcp-spring-webmvc, 0.18.0"})
  void theBomGoesWhereAllThatItManagesIs(String artifact, String to) {
    String script =
        """
        dependencies {
            implementation(platform("io.modelcontextprotocol.sdk:mcp-bom:VERSION"))
            implementation("io.modelcontextprotocol.sdk:%s")
            implementation("io.modelcontextprotocol.sdk:mcp")
        }
        """
            .formatted(artifact);
    rewriteRun(
        buildGradleKts(script.replace("VERSION", "0.10.0"), script.replace("VERSION", to)),
        buildGradle(
            """
            dependencyManagement {
                imports {
                    mavenBom "io.modelcontextprotocol.sdk:mcp-bom:0.10.0"
                }
            }
            """,
            """
            dependencyManagement {
                imports {
                    mavenBom "io.modelcontextprotocol.sdk:mcp-bom:%s"
                }
            }
            """
                .formatted(to)));
  }

  /** Up to 0.17.2 the Spring transports bring mcp, from 0.18.0 on mcp-core only. */
  @Nested
  class SpringTransportsLoseTheirJson {

    @ParameterizedTest
    @CsvSource({"mcp-spring-webmvc:0.10.0, 0.18.3", "mcp-spring-webflux:0.17.2, 0.18.1"})
    void theNewestIsAdded(String from, String to) {
      String artifact = from.split(":")[0];
      rewriteRun(
          buildGradle(
              """
              dependencies {
                  implementation 'org.slf4j:slf4j-api:2.0.17'
                  implementation 'io.modelcontextprotocol.sdk:%s'
              }
              """
                  .formatted(from),
              """
              dependencies {
                  implementation 'org.slf4j:slf4j-api:2.0.17'
                  implementation 'io.modelcontextprotocol.sdk:mcp-json-jackson2:0.18.4'
                  implementation 'io.modelcontextprotocol.sdk:%s:%s'
              }
              """
                  .formatted(artifact, to)));
    }

    @Test
    void aVariableOfTheirs() {
      rewriteRun(
          buildGradleKts(
              """
              val mcpVersion = "0.10.0"
              dependencies {
                  implementation("io.modelcontextprotocol.sdk:mcp-spring-webmvc:$mcpVersion")
                  implementation("org.slf4j:slf4j-api:2.0.17")
              }
              """,
              """
              val mcpVersion = "0.18.3"
              dependencies {
                  implementation("io.modelcontextprotocol.sdk:mcp-json-jackson2:$mcpVersion")
                  implementation("io.modelcontextprotocol.sdk:mcp-spring-webmvc:$mcpVersion")
                  implementation("org.slf4j:slf4j-api:2.0.17")
              }
              """));
    }

    @Test
    void theBomHasAVersionForIt() {
      rewriteRun(
          buildGradle(
              """
              dependencies {
                  implementation platform('io.modelcontextprotocol.sdk:mcp-bom:0.10.0')
                  implementation 'io.modelcontextprotocol.sdk:mcp-spring-webmvc'
              }
              """,
              """
              dependencies {
                  implementation platform('io.modelcontextprotocol.sdk:mcp-bom:0.18.0')
                  implementation 'io.modelcontextprotocol.sdk:mcp-json-jackson2'
                  implementation 'io.modelcontextprotocol.sdk:mcp-spring-webmvc'
              }
              """));
    }

    @Test
    void aCatalogOnlySaysSo() {
      rewriteRun(
          spec ->
              spec.dataTable(
                  LegacySseUses.Row.class,
                  rows ->
                      assertThat(rows)
                          .singleElement()
                          .satisfies(
                              row ->
                                  assertThat(row.getReason())
                                      .contains("mcp-json-jackson2 has to be added"))),
          catalog(
              "[libraries]\nmvc = \"io.modelcontextprotocol.sdk:mcp-spring-webmvc:0.10.0\"\n",
              "[libraries]\nmvc = \"io.modelcontextprotocol.sdk:mcp-spring-webmvc:0.18.3\"\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"constraints", "dependencyManagement"})
    void notWhereVersionsAreManaged(String management) {
      String script =
          """
          dependencies {
              %s {
                  implementation 'io.modelcontextprotocol.sdk:mcp-spring-webmvc:VERSION'
              }
          }
          """
              .formatted(management);
      rewriteRun(
          buildGradle(script.replace("VERSION", "0.10.0"), script.replace("VERSION", "0.18.3")));
    }

    @Test
    void notWhereTheyNeverHadAny() {
      rewriteRun(
          buildGradle(
              "dependencies {\n    api 'io.modelcontextprotocol.sdk:mcp-spring-webmvc:0.18.0'\n}\n",
              "dependencies {\n    api 'io.modelcontextprotocol.sdk:mcp-spring-webmvc:0.18.3'\n}\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp = { module = \"io.modelcontextprotocol.sdk:mcp\", version.ref = \"mcp-sdk\" }",
        "mcp = { group = \"io.modelcontextprotocol.sdk\", name = \"mcp\", version.ref = \"mcp-sdk\" }"
      })
  void catalogVersions(String library) {
    String catalog = "[versions]\nmcp-sdk = \"VERSION\"\n\n[libraries]\n" + library + "\n";
    rewriteRun(catalog(catalog.replace("VERSION", "0.9.0"), catalog.replace("VERSION", "0.18.4")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp = \"io.modelcontextprotocol.sdk:mcp:VERSION\"",
        "mcp = { module = \"io.modelcontextprotocol.sdk:mcp\", version = \"VERSION\" }"
      })
  void catalogLibraries(String library) {
    String catalog = "[libraries]\n" + library + "\n";
    rewriteRun(catalog(catalog.replace("VERSION", "0.9.0"), catalog.replace("VERSION", "0.18.4")));
  }

  @Test
  void aCatalogVersionThatAScriptReads() {
    rewriteRun(
        catalog("[versions]\nmcp-sdk = \"0.9.0\"\n", "[versions]\nmcp-sdk = \"0.18.4\"\n"),
        buildGradleKts(
            """
            dependencies {
                implementation("io.modelcontextprotocol.sdk:mcp:${libs.versions.mcp.sdk.get()}")
            }
            """));
  }

  @Test
  void aVersionThatSomethingElseUsesStays() {
    rewriteRun(
        buildGradle(
            """
            def shared = '0.10.0'
            dependencies {
                implementation "io.modelcontextprotocol.sdk:mcp:$shared"
                implementation "com.example:tools:$shared"
            }
            """,
            """
            def shared = '0.10.0'
            dependencies {
                implementation 'io.modelcontextprotocol.sdk:mcp:0.18.4'
                implementation "com.example:tools:$shared"
            }
            """));
  }

  @Nested
  class ToTheVersionAskedFor {

    @Test
    void springTransportsMoveToSpringAi() {
      rewriteRun(
          spec -> spec.recipe(new UpgradeMcpSdkInGradle("1.1.5")),
          buildGradleKts(
              """
              dependencies {
                  implementation("io.modelcontextprotocol.sdk:mcp-spring-webmvc:0.12.1")
                  implementation("org.slf4j:slf4j-api:2.0.17")
              }
              """,
              """
              dependencies {
                  implementation("io.modelcontextprotocol.sdk:mcp:1.1.5")
                  implementation("org.springframework.ai:mcp-spring-webmvc:2.0.0-M3")
                  implementation("org.slf4j:slf4j-api:2.0.17")
              }
              """),
          catalog(
              """
              [versions]
              mcp = "0.12.1"

              [libraries]
              mcp = { module = "io.modelcontextprotocol.sdk:mcp", version.ref = "mcp" }
              flux = { module = "io.modelcontextprotocol.sdk:mcp-spring-webflux", version.ref = "mcp" }
              """,
              """
              [versions]
              mcp = "1.1.5"

              [libraries]
              mcp = { module = "io.modelcontextprotocol.sdk:mcp", version.ref = "mcp" }
              flux = { module = "org.springframework.ai:mcp-spring-webflux", version = "2.0.0-M3" }
              """));
    }

    @Test
    void springTransportsTogetherNeedTheSdkOnce() {
      rewriteRun(
          spec -> spec.recipe(new UpgradeMcpSdkInGradle("1.1.5")),
          buildGradle(
              """
              dependencies {
                  implementation 'io.modelcontextprotocol.sdk:mcp-spring-webflux:0.12.1'
                  implementation 'io.modelcontextprotocol.sdk:mcp-spring-webmvc:0.12.1'
              }
              """,
              """
              dependencies {
                  implementation 'org.springframework.ai:mcp-spring-webflux:2.0.0-M3'
                  implementation 'io.modelcontextprotocol.sdk:mcp:1.1.5'
                  implementation 'org.springframework.ai:mcp-spring-webmvc:2.0.0-M3'
              }
              """));
    }

    @Test
    void codeOnJackson2NeedsTheOtherBinding() {
      rewriteRun(
          spec ->
              spec.recipe(new UpgradeMcpSdkInGradle("1.1.5"))
                  .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
          java(
              "class Json {\n    Object m = new com.fasterxml.jackson.databind.ObjectMapper();\n}"),
          buildGradle(
              """
              dependencies {
                  implementation 'org.slf4j:slf4j-api:2.0.17'
                  implementation 'io.modelcontextprotocol.sdk:mcp:0.12.1'
              }
              """,
              """
              dependencies {
                  implementation 'org.slf4j:slf4j-api:2.0.17'
                  implementation 'io.modelcontextprotocol.sdk:mcp-json-jackson2:1.1.3'
                  implementation 'io.modelcontextprotocol.sdk:mcp-core:1.1.5'
              }
              """));
    }
  }

  @Nested
  class DoesNotTouch {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "io.modelcontextprotocol.sdk:mcp:0.18.4",
          "io.modelcontextprotocol.sdk:mcp-spring-webmvc:0.18.3",
          "org.springframework.ai:mcp-spring-webmvc:2.0.0-M3",
          "io.modelcontextprotocol:kotlin-sdk:0.6.0"
        })
    void whatIsUpToDateOrNotOfTheSdk(String coordinates) {
      rewriteRun(buildGradle("dependencies {\n    implementation '" + coordinates + "'\n}\n"));
    }

    @Test
    void whatIsNewerThanAskedFor() {
      rewriteRun(
          spec -> spec.recipe(new UpgradeMcpSdkInGradle("0.18.3")),
          buildGradle("dependencies {\n    api 'io.modelcontextprotocol.sdk:mcp:1.1.5'\n}\n"));
    }

    @Test
    void versionsOfTheSameNameThatNothingOfTheSdkUses() {
      rewriteRun(
          catalog("[versions]\nmcp = \"0.10.0\"\n\n[libraries]\nother = \"a:b:0.10.0\"\n"),
          gradleProperties("mcpVersion=0.10.0"),
          buildGradle("def mcpVersion = '0.10.0'\n"));
    }

    @Test
    void otherScriptsOfTheSameLanguage() {
      rewriteRun(
          java(
              """
              class Coordinates {
                  String mcp = "io.modelcontextprotocol.sdk:mcp:0.10.0";
              }
              """));
    }

    @Test
    void aVersionThatIsNotWrittenInTheBuild() {
      rewriteRun(
          spec ->
              spec.dataTable(
                  LegacySseUses.Row.class,
                  rows ->
                      assertThat(rows)
                          .singleElement()
                          .satisfies(
                              row -> {
                                assertThat(row.getLine()).isEqualTo(3);
                                assertThat(row.getAction()).isEqualTo("manual");
                              })),
          buildGradle(
              """
              dependencies {
                  implementation platform('com.example:platform:1')
                  implementation 'io.modelcontextprotocol.sdk:mcp'
              }
              """,
              """
              dependencies {
                  implementation platform('com.example:platform:1')
                  // TODO mcp-migrate: the version of this dependency is not written in a place that these recipes can find; the migrated code needs 0.18.4
                  implementation 'io.modelcontextprotocol.sdk:mcp'
              }
              """));
    }
  }

  private static SourceSpecs catalog(String before) {
    return toml(before, spec -> spec.path("gradle/libs.versions.toml"));
  }

  private static SourceSpecs catalog(String before, String after) {
    return toml(before, after, spec -> spec.path("gradle/libs.versions.toml"));
  }

  private static SourceSpecs gradleProperties(String before) {
    return properties(before, spec -> spec.path("gradle.properties"));
  }

  private static SourceSpecs gradleProperties(String before, String after) {
    return properties(before, after, spec -> spec.path("gradle.properties"));
  }
}

package io.github.mcpmigrate.recipes.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.gradle.Assertions.buildGradleKts;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;

import io.github.mcpmigrate.recipes.DualProviderStub;
import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.sdk.AddCompatDependency;
import io.github.mcpmigrate.recipes.sdk.RemoveCompatDependency;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** What {@code AddCompatDependency} and {@code RemoveCompatDependency} do to Gradle builds. */
class GradleCompanionTest implements RewriteTest {

  private static final String SERVER =
      """
      import com.fasterxml.jackson.databind.ObjectMapper;
      import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

      class Server {
          Object transport = new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message");
      }
      """;

  private static final String DUAL_SERVER =
      """
      import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;

      class Server {
          Object transport = HttpServletDualTransportProvider.builder().messageEndpoint("/message").build();
      }
      """;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new AddCompatDependency(null, null, "0.1.0"))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  @Test
  void besideTheSdkInGroovy() {
    rewriteRun(
        java(SERVER),
        buildGradle(
            """
            plugins {
                id 'java'
            }
            dependencies {
                implementation 'org.slf4j:slf4j-api:2.0.17'
                implementation 'io.modelcontextprotocol.sdk:mcp:0.10.0'
                testImplementation 'io.modelcontextprotocol.sdk:mcp-test:0.10.0'
            }
            """,
            """
            plugins {
                id 'java'
            }
            dependencies {
                implementation 'org.slf4j:slf4j-api:2.0.17'
                implementation 'io.github.mcpmigrate:mcp-compat-sdk:0.1.0'
                implementation 'io.modelcontextprotocol.sdk:mcp:0.10.0'
                testImplementation 'io.modelcontextprotocol.sdk:mcp-test:0.10.0'
            }
            """));
  }

  @Test
  void besideTheSdkInKotlin() {
    rewriteRun(
        java(SERVER),
        buildGradleKts(
            """
            dependencies {
                implementation("io.modelcontextprotocol.sdk:mcp:0.10.0")
            }
            """,
            """
            dependencies {
                implementation("io.github.mcpmigrate:mcp-compat-sdk:0.1.0")
                implementation("io.modelcontextprotocol.sdk:mcp:0.10.0")
            }
            """));
  }

  @Test
  void besideAnAliasOfACatalog() {
    rewriteRun(
        java(SERVER),
        buildGradleKts(
            """
            dependencies {
                implementation(libs.mcp.sdk)
            }
            """,
            """
            dependencies {
                implementation("io.github.mcpmigrate:mcp-compat-sdk:0.1.0")
                implementation(libs.mcp.sdk)
            }
            """));
  }

  @Test
  void goesWithTheTransition() {
    rewriteRun(
        spec ->
            spec.recipe(new RemoveCompatDependency())
                .parser(
                    JavaParser.fromJavaVersion()
                        .classpath(SdkJars.CURRENT)
                        .dependsOn(DualProviderStub.sources())),
        java(DUAL_SERVER),
        buildGradle(
            """
            dependencies {
                implementation 'io.github.mcpmigrate:mcp-compat-sdk:0.1.0'
                implementation 'io.modelcontextprotocol.sdk:mcp:0.18.4'
            }
            """,
            """
            dependencies {
                implementation 'io.modelcontextprotocol.sdk:mcp:0.18.4'
            }
            """));
  }

  @Nested
  class Reports {

    @Test
    void aScriptThatDoesNotNameTheSdk() {
      rewriteRun(
          spec ->
              spec.dataTable(
                  LegacySseUses.Row.class,
                  rows ->
                      assertThat(rows)
                          .singleElement()
                          .satisfies(
                              row -> {
                                assertThat(row.getFile()).isEqualTo("server/build.gradle");
                                assertThat(row.getAction()).isEqualTo("manual");
                                assertThat(row.getReason())
                                    .startsWith(
                                        "the server of this project needs io.github.mcpmigrate:mcp-compat-sdk:0.1.0");
                              })),
          mavenProject(
              "server",
              srcMainJava(java(SERVER)),
              buildGradle(
                  """
                  plugins {
                      id 'com.example.mcp-conventions'
                  }
                  """,
                  script -> script.path("build.gradle"))),
          mavenProject("other", buildGradle("", script -> script.path("build.gradle"))));
    }
  }

  @Nested
  class DoesNotTouch {

    @Test
    void whatHasTheDependency() {
      rewriteRun(
          java(SERVER),
          buildGradle(
              """
              dependencies {
                  implementation 'io.github.mcpmigrate:mcp-compat-sdk:0.2.0'
                  implementation 'io.modelcontextprotocol.sdk:mcp:0.10.0'
              }
              """));
    }

    @Test
    void aProjectWithoutAServer() {
      rewriteRun(
          java("class Server {}"),
          buildGradle(
              """
              dependencies {
                  implementation 'io.modelcontextprotocol.sdk:mcp:0.10.0'
              }
              """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"buildscript", "dependencyManagement"})
    void dependenciesOfSomethingElse(String block) {
      rewriteRun(
          java(SERVER),
          buildGradle(
              """
              %s {
                  dependencies {
                      implementation 'io.modelcontextprotocol.sdk:mcp:0.10.0'
                  }
              }
              """
                  .formatted(block)));
    }

    @Test
    void aScriptWithoutTheSdk() {
      rewriteRun(
          java(SERVER),
          buildGradle(
              """
              dependencies {
                  implementation 'org.slf4j:slf4j-api:2.0.17'
              }
              """));
    }

    @Test
    void aServerThatKeepsBothTransports() {
      rewriteRun(
          spec ->
              spec.recipe(new RemoveCompatDependency())
                  .parser(
                      JavaParser.fromJavaVersion()
                          .classpath(SdkJars.CURRENT)
                          .dependsOn(DualProviderStub.sources())),
          java(DUAL_SERVER.replace(".build()", ".allowedOrigins(\"https://a.example\").build()")),
          buildGradle(
              """
              dependencies {
                  implementation 'io.github.mcpmigrate:mcp-compat-sdk:0.1.0'
              }
              """));
    }
  }
}

package io.github.mcpmigrate.recipes.quarkus;

import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.pom;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.raised;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.saying;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.maven.Assertions.pomXml;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Keys that code names. */
class QuarkusCodeTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new QuarkusServerToStreamable(null))
        .parser(
            JavaParser.fromJavaVersion()
                .dependsOn(
                    "package org.eclipse.microprofile.config.inject; public @interface ConfigProperty { String name(); }",
                    "package io.quarkus.test.junit; public interface QuarkusTestProfile { java.util.Map<String, String> getConfigOverrides(); }"));
  }

  @Test
  void ofAnInjectedValue() {
    rewriteRun(
        saying(
            "\"quarkus.mcp.server.sse.root-path\": changed becomes quarkus.mcp.server.http.root-path"),
        raised(),
        java(
            """
            import org.eclipse.microprofile.config.inject.ConfigProperty;

            class Links {
                @ConfigProperty(name = "quarkus.mcp.server.sse.root-path")
                String root;
            }
            """,
            """
            import org.eclipse.microprofile.config.inject.ConfigProperty;

            class Links {
                @ConfigProperty(name = "quarkus.mcp.server.http.root-path")
                String root;
            }
            """));
  }

  @Test
  void ofATestProfile() {
    rewriteRun(
        raised(),
        java(
            """
            import io.quarkus.test.junit.QuarkusTestProfile;
            import java.util.Map;

            class AtAnotherPath implements QuarkusTestProfile {
                public Map<String, String> getConfigOverrides() {
                    return Map.of("quarkus.mcp.server.a.sse.root-path", "/x");
                }
            }
            """,
            """
            import io.quarkus.test.junit.QuarkusTestProfile;
            import java.util.Map;

            class AtAnotherPath implements QuarkusTestProfile {
                public Map<String, String> getConfigOverrides() {
                    return Map.of("quarkus.mcp.server.a.http.root-path", "/x");
                }
            }
            """));
  }

  @Test
  void ofASystemProperty() {
    rewriteRun(
        raised(),
        java(
            """
            class Start {
                static {
                    System.setProperty("quarkus.mcp.server.sse.root-path", "/x");
                }
            }
            """,
            """
            class Start {
                static {
                    System.setProperty("quarkus.mcp.server.http.root-path", "/x");
                }
            }
            """));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void whatMayBeSomethingElse() {
      rewriteRun(
          saying("\"quarkus.mcp.server.sse.root-path\": manual becomes"),
          raised(),
          java(
              """
              class Keys {
                  static final String ROOT = "quarkus.mcp.server.sse.root-path";
              }
              """,
              """
              class Keys {
                  // TODO mcp-migrate: this key is quarkus.mcp.server.http.root-path now
                  static final String ROOT = "quarkus.mcp.server.sse.root-path";
              }
              """));
    }

    @Test
    void otherKeysAndText() {
      rewriteRun(
          raised(),
          java(
              """
              class Keys {
                  static final String ROOT = "quarkus.mcp.server.http.root-path";
                  static final String TEXT = "set quarkus.mcp.server.sse.root-path to /x";
                  String value = System.getProperty("quarkus.http.port");
              }
              """));
    }

    @Test
    void keysOfAServerThatStays() {
      rewriteRun(
          pomXml(pom("quarkus-mcp-server-sse", "1.6.1", "3.20.1")),
          java(
              """
              class Start {
                  String value = System.getProperty("quarkus.mcp.server.sse.root-path");
              }
              """,
              """
              class Start {
                  // TODO mcp-migrate: quarkus-mcp-server-sse 1.6.1 has to be raised to 1.8.0 or newer, whose releases are built for Quarkus 3.27 or newer; this build has Quarkus 3.20.1
                  String value = System.getProperty("quarkus.mcp.server.sse.root-path");
              }
              """));
    }
  }
}

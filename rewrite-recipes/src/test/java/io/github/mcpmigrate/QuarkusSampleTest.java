package io.github.mcpmigrate;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcTestJava;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openrewrite.Recipe;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RewriteTest;

/** The files of {@code samples/quarkus-server} through the composites, byte for byte. */
class QuarkusSampleTest implements RewriteTest {

  private static final Path SAMPLE = Path.of("../samples/quarkus-server");
  private static final String PROPERTIES = "src/main/resources/application.properties";

  /** What the sample's test uses besides, which is not on this class path. */
  private static final String[] OTHERS = {
    "package io.quarkus.test.junit; public @interface QuarkusTest {}",
    "package org.junit.jupiter.api; public @interface Test {}",
    "package org.junit.jupiter.api; public class Assertions { public static void assertTrue(boolean is) {} }",
    "package io.quarkiverse.mcp.server; import java.util.List; public record ToolResponse(List<? extends Content> content) {}",
    "package io.quarkiverse.mcp.server; public interface Content { TextContent asText(); }",
    "package io.quarkiverse.mcp.server; public record TextContent(String text) implements Content { public TextContent asText() { return this; } }"
  };

  /** What ends HTTP+SSE. */
  private static final String RULE =
      """
      quarkus.http.auth.permission.http-sse.paths=/mcp/sse,/mcp/messages/*
      quarkus.http.auth.permission.http-sse.policy=deny
      """;

  @Test
  void beforeBecomesAfter() throws Exception {
    migrate(new MigrateToStreamableHttp(null, null, null), "before", "after", same -> same);
  }

  @Test
  void beforeBecomesAfterDual() throws Exception {
    migrate(
        new MigrateToDualTransport(null, null, null, null), "before", "after-dual", same -> same);
  }

  @Test
  void afterDualBecomesAfterWithARule() throws Exception {
    migrate(new DropLegacySse(), "after-dual", "after", properties -> properties + RULE);
  }

  @Test
  void findingAndASecondRunChangeNothing() throws Exception {
    migrate(new FindLegacySse(), "before", "before", same -> same);
    migrate(new MigrateToStreamableHttp(null, null, null), "after", "after", same -> same);
    migrate(
        new MigrateToDualTransport(null, null, null, null),
        "after-dual",
        "after-dual",
        same -> same);
  }

  private void migrate(Recipe recipe, String from, String to, UnaryOperator<String> expected)
      throws Exception {
    String pom = read(from, "pom.xml");
    String newPom = read(to, "pom.xml");
    String keys = read(from, PROPERTIES);
    String newKeys = expected.apply(read(to, PROPERTIES));
    String test = read(from, "src/test/java/com/example/notes/NotesTest.java");
    String newTest = read(to, "src/test/java/com/example/notes/NotesTest.java");
    rewriteRun(
        spec ->
            spec.recipe(recipe)
                .parser(JavaParser.fromJavaVersion().classpath(jars()).dependsOn(OTHERS)),
        mavenProject(
            "notes-server",
            pom.equals(newPom) ? pomXml(pom) : pomXml(pom, newPom),
            keys.equals(newKeys)
                ? properties(keys, file -> file.path(PROPERTIES))
                : properties(keys, newKeys, file -> file.path(PROPERTIES)),
            srcTestJava(test.equals(newTest) ? java(test) : java(test, newTest))));
  }

  private static List<Path> jars() {
    try (Stream<Path> jars = Files.list(Path.of("target/quarkus-jars"))) {
      return jars.toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(String state, String file) throws IOException {
    return Files.readString(SAMPLE.resolve(state).resolve(file));
  }
}

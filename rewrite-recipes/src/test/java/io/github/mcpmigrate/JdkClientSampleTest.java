package io.github.mcpmigrate;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openrewrite.Recipe;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** The Java sources of samples/jdk-client, through the composites, byte for byte. */
class JdkClientSampleTest implements RewriteTest {

  private static final Path SAMPLE = Path.of("../samples/jdk-client");
  private static final String SOURCES = "src/main/java/com/example/notes/client/";

  @Test
  void beforeBecomesAfterOnEitherWay() throws IOException {
    migrate(new MigrateToStreamableHttp(null, null, null), "before", "after");
    migrate(new MigrateToDualTransport(null, null, null, null), "before", "after");
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    migrate(new MigrateToStreamableHttp(null, null, null), "after", "after");
    migrate(new MigrateToDualTransport(null, null, null, null), "after", "after");
    migrate(new DropLegacySse(), "after", "after");
  }

  @Test
  void findingChangesNothing() throws IOException {
    migrate(new FindLegacySse(), "before", "before");
  }

  /** Clients follow a server that drops HTTP+SSE, and here is none. */
  @Test
  void droppingHttpSseChangesNothing() throws IOException {
    migrate(new DropLegacySse(), "before", "before");
  }

  private void migrate(Recipe recipe, String from, String to) throws IOException {
    SourceSpecs[] sources = new SourceSpecs[2];
    List<String> files = List.of("NoteReader.java", "NotesClient.java");
    for (int i = 0; i < sources.length; i++) {
      String before = Files.readString(SAMPLE.resolve(from).resolve(SOURCES + files.get(i)));
      String after = Files.readString(SAMPLE.resolve(to).resolve(SOURCES + files.get(i)));
      sources[i] = before.equals(after) ? java(before) : java(before, after);
    }
    rewriteRun(
        spec ->
            spec.recipe(recipe)
                .parser(
                    JavaParser.fromJavaVersion()
                        .classpath("before".equals(from) ? SdkJars.LEGACY : SdkJars.CURRENT)),
        sources);
  }
}

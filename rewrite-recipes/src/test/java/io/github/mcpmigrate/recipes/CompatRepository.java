package io.github.mcpmigrate.recipes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.maven.MavenExecutionContextView;
import org.openrewrite.maven.tree.MavenRepository;

/**
 * A repository that holds mcp-compat-sdk's coordinates: the recipes are built before the artifact
 * itself.
 */
public final class CompatRepository {

  private CompatRepository() {}

  /** An execution context that resolves from {@code folder}, besides the usual repositories. */
  public static ExecutionContext in(Path folder) {
    String version = Versions.compat();
    Path artifact = folder.resolve("io/github/mcpmigrate/mcp-compat-sdk").resolve(version);
    try {
      Files.createDirectories(artifact);
      Files.writeString(
          artifact.resolve("mcp-compat-sdk-" + version + ".pom"),
          """
          <project>
            <modelVersion>4.0.0</modelVersion>
            <groupId>io.github.mcpmigrate</groupId>
            <artifactId>mcp-compat-sdk</artifactId>
            <version>%s</version>
          </project>
          """
              .formatted(version));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    MavenExecutionContextView context =
        MavenExecutionContextView.view(
            new InMemoryExecutionContext(
                error -> {
                  throw new AssertionError(error);
                }));
    context.setLocalRepository(MavenRepository.MAVEN_LOCAL_DEFAULT);
    context.setRepositories(
        List.of(
            new MavenRepository(
                "compat",
                folder.toUri().toString(),
                "true",
                "true",
                true,
                null,
                null,
                null,
                false)));
    return context;
  }
}

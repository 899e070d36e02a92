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
 * A repository that holds the coordinates of the compat runtime: the recipes are built before the
 * artifacts themselves.
 */
public final class CompatRepository {

  private CompatRepository() {}

  /** An execution context that resolves from {@code folder}, besides the usual repositories. */
  public static ExecutionContext in(Path folder) {
    put(folder, "mcp-compat-sdk");
    put(folder, "mcp-compat-servlet");
    put(folder, "mcp-compat-spring-boot-starter");
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

  /**
   * Another artifact beside them.
   *
   * @param dependencies what its pom says of them
   */
  public static ExecutionContext with(
      Path folder, String group, String name, String version, String dependencies) {
    put(folder, group, name, version, dependencies);
    return in(folder);
  }

  private static void put(Path folder, String name) {
    put(folder, "io.github.mcpmigrate", name, Versions.compat(), "");
  }

  private static void put(
      Path folder, String group, String name, String version, String dependencies) {
    Path artifact = folder.resolve(group.replace('.', '/')).resolve(name).resolve(version);
    try {
      Files.createDirectories(artifact);
      Files.writeString(
          artifact.resolve(name + "-" + version + ".pom"),
          """
          <project>
            <modelVersion>4.0.0</modelVersion>
            <groupId>%s</groupId>
            <artifactId>%s</artifactId>
            <version>%s</version>
            %s
          </project>
          """
              .formatted(group, name, version, dependencies));
      // A repository of files is only believed to have an artifact whose jar is not empty.
      Files.writeString(artifact.resolve(name + "-" + version + ".jar"), "jar");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.mcpmigrate.maven;

import io.github.mcpmigrate.maven.inventory.Assessor;
import io.github.mcpmigrate.maven.inventory.Inventory;
import io.github.mcpmigrate.maven.inventory.Tree;
import io.github.mcpmigrate.maven.report.Assessment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Finds what uses HTTP+SSE and says what a migration would do about it. It builds nothing,
 * downloads nothing and changes nothing: it reads the files of a folder, which need not be a Maven
 * project, and writes reports to {@code target/mcp-migrate}.
 */
@Mojo(name = "assess", aggregator = true, requiresProject = false, threadSafe = true)
public final class AssessMojo extends AbstractMojo {

  /**
   * The folder to look at, a Maven project or not; the one that Maven was started in when not
   * given.
   */
  @Parameter(property = "directory")
  private File directory;

  /** Where the reports go; {@code target/mcp-migrate} below the folder when not given. */
  @Parameter(property = "reportDirectory")
  private File reportDirectory;

  /**
   * What to look at, as globs of paths below the folder, for example {@code server/**}; everything
   * when not given. Several have commas between them.
   */
  @Parameter(property = "includes")
  private List<String> includes;

  /**
   * What not to look at although it is included, as globs, for example {@code **}{@code
   * /generated/**}; nothing when not given. Several have commas between them.
   */
  @Parameter(property = "excludes")
  private List<String> excludes;

  /**
   * A file of findings that are known: {@code failOnFindings} and {@code failOnManual} then count
   * new ones only. Nothing is known when not given.
   */
  @Parameter(property = "baseline")
  private File baseline;

  /**
   * Whether to write the file {@code baseline} with the findings of this run, and not read it:
   * {@code true} or {@code false}.
   */
  @Parameter(property = "writeBaseline", defaultValue = "false")
  private boolean writeBaseline;

  /** Whether to fail if anything is found: {@code true} or {@code false}. */
  @Parameter(property = "failOnFindings", defaultValue = "false")
  private boolean failOnFindings;

  /**
   * Whether to fail if anything is found that does not move by itself: {@code true} or {@code
   * false}.
   */
  @Parameter(property = "failOnManual", defaultValue = "false")
  private boolean failOnManual;

  /**
   * Whether to fail if a file that should be understood cannot be parsed: {@code true} or {@code
   * false}.
   */
  @Parameter(property = "failOnParseErrors", defaultValue = "false")
  private boolean failOnParseErrors;

  /** How many files are read at a time, 0 or more; one for each processor when 0. */
  @Parameter(property = "threads", defaultValue = "0")
  private int threads;

  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  private String version;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Path root =
        directory == null
            ? Path.of(session.getExecutionRootDirectory())
            : directory.toPath().toAbsolutePath();
    if (!Files.isDirectory(root)) {
      throw new MojoExecutionException(
          root + " is no folder. Give -Ddirectory the one to look at.");
    }
    if (threads < 0 || writeBaseline && baseline == null) {
      throw new MojoExecutionException(
          threads < 0
              ? "-Dthreads is 0 or more, not " + threads + "."
              : "-DwriteBaseline needs -Dbaseline, the file to write.");
    }
    Path reports =
        reportDirectory == null
            ? root.resolve("target/mcp-migrate")
            : reportDirectory.toPath().toAbsolutePath();
    int readers = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    AssessTask task =
        new AssessTask(
            new Assessor(
                new Inventory(readers),
                version,
                new Commands("io.github.mcpmigrate:mcp-migrate-maven-plugin:" + version)),
            new AssessTask.Limits(failOnFindings, failOnManual, failOnParseErrors),
            getLog()::info);
    try {
      Assessment assessment = task.assess(new Tree(root, reports, includes, excludes));
      task.report(
          assessment,
          reports,
          Optional.ofNullable(baseline).map(file -> file.toPath().toAbsolutePath()),
          writeBaseline);
    } catch (MigrationException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (PatternSyntaxException e) {
      throw new MojoExecutionException(
          "A glob of -Dincludes or -Dexcludes is none: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("A file could not be read or written: " + e.getMessage(), e);
    }
  }

  /**
   * What to type next.
   *
   * @param plugin its coordinates
   */
  private record Commands(String plugin) implements Assessor.Commands {

    @Override
    public String migrate(String transport) {
      return new NextCommand(plugin + ":migrate", Transport.of(transport), Map.of()).look();
    }

    @Override
    public String transform(String arguments) {
      return "mvn " + plugin + ":transform " + arguments;
    }
  }
}

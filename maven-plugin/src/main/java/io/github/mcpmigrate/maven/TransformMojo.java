package io.github.mcpmigrate.maven;

import io.github.mcpmigrate.compat.agent.Link;
import io.github.mcpmigrate.compat.weave.archive.RuntimeFiles;
import io.github.mcpmigrate.compat.weave.archive.TransformException;
import io.github.mcpmigrate.compat.weave.archive.TransformReport;
import io.github.mcpmigrate.compat.weave.archive.Transformation;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes of a server's jar, war, ear, Spring Boot jar or folder of classes a copy that serves both
 * HTTP+SSE and Streamable HTTP, at the URL that it has. The input is never written to, and needs no
 * sources. Needs no project.
 */
@Mojo(name = "transform", requiresProject = false, aggregator = true, threadSafe = true)
public final class TransformMojo extends AbstractMojo {

  /** The server as it is: a jar, war or ear, or a folder. */
  @Parameter(property = "input", required = true)
  private File input;

  /**
   * The copy, a file; for a folder a folder that is not there or empty. A file that is there is
   * overwritten. Nothing can be written when not given, which {@code dryRun} allows.
   */
  @Parameter(property = "output")
  private File output;

  /** Whether to say what would be done and write no copy: {@code true} or {@code false}. */
  @Parameter(property = "dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * Whether to leave signatures out of signed archives that are changed, which are refused else:
   * {@code true} or {@code false}.
   */
  @Parameter(property = "stripSignatures", defaultValue = "false")
  private boolean stripSignatures;

  /** The file that the report is written to, as JSON. */
  @Parameter(
      property = "jsonReport",
      defaultValue = "${session.executionRootDirectory}/target/mcp-migrate/transform.json")
  private File jsonReport;

  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  private String version;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (output == null && !dryRun) {
      throw new MojoExecutionException(
          "Give -Doutput, the file to write, for example target/"
              + input.getName()
              + "; or -DdryRun=true to see what would be done.");
    }
    try {
      Path agent = Path.of(Link.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Transformation transformation = new Transformation(RuntimeFiles.of(agent), stripSignatures);
      TransformReport report =
          dryRun
              ? transformation.look(input.toPath())
              : transformation.write(input.toPath(), output.toPath());
      Path json = jsonReport.toPath().toAbsolutePath();
      Files.createDirectories(json.getParent());
      Files.writeString(json, TransformJson.of(report, version));
      report.lines().forEach(getLog()::info);
      getLog().info("Report: " + json);
      getLog().info(report.summary());
      getLog().info(next(report));
    } catch (TransformException e) {
      throw new MojoFailureException("Nothing was written. " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new MojoExecutionException("A file could not be read or written: " + e.getMessage(), e);
    } catch (URISyntaxException e) {
      throw new MojoExecutionException("The jar of mcp-compat-agent is not found.", e);
    }
  }

  /** What there is to do then. */
  private String next(TransformReport report) {
    String plugin = "mvn io.github.mcpmigrate:mcp-migrate-maven-plugin:" + version;
    if (report.woven() == 0) {
      return "Next: "
          + plugin
          + ":assess -Ddirectory=FOLDER, which finds other uses of HTTP+SSE in what is in FOLDER";
    }
    if (report.dryRun()) {
      String to = output == null ? "target/" + input.getName() : output.toString();
      String strips = stripSignatures ? " -DstripSignatures=true" : "";
      return "Next: " + plugin + ":transform -Dinput=" + input + " -Doutput=" + to + strips;
    }
    return "Next: start "
        + report.output()
        + " in place of "
        + report.input()
        + ", then "
        + plugin
        + ":verify -Durl=http://localhost:8080/sse -Dexpect=sse,streamable";
  }
}

package io.github.mcpmigrate.maven;

import io.github.mcpmigrate.maven.verify.Verification;
import io.github.mcpmigrate.maven.verify.VerifyOptions;
import io.github.mcpmigrate.maven.verify.VerifyReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Proves that a running MCP server works on every transport that it speaks, and says the same on
 * each of them. Finds out what is spoken at the URL, {@code /mcp} and {@code /sse}; runs the
 * handshakes; compares tools, prompts, resources and templates; calls the tools that are named; and
 * checks the mistakes that servers and the proxies before them make. Needs no project. A failed row
 * fails the build.
 */
@Mojo(name = "verify", requiresProject = false, aggregator = true, threadSafe = true)
public final class VerifyMojo extends AbstractMojo {

  /** URL of the server or of one of its endpoints, as {@code http://localhost:8080}. */
  @Parameter(property = "url", required = true)
  private String url;

  /**
   * A tool that is called on each transport, with its arguments as JSON: {@code
   * echo={"text":"hi"}}. More of them as {@code call.2}, {@code call.3} and so on. None is called
   * when not given.
   */
  @Parameter(property = "call")
  private String call;

  /**
   * A header that goes with every request and is never printed: {@code Authorization: Bearer …}.
   * More of them as {@code header.2}, {@code header.3} and so on. No header of yours goes along
   * when not given.
   */
  @Parameter(property = "header")
  private String header;

  /**
   * Transports without which the build fails, with commas between: {@code sse}, {@code streamable},
   * {@code stateless}. Whatever is found is enough when not given.
   */
  @Parameter(property = "expect")
  private String expect;

  /** Origin of a browser client that the server has to serve; none has to be when not given. */
  @Parameter(property = "origin")
  private String origin;

  /** Seconds to wait for each answer, from 1 to 3600. */
  @Parameter(property = "timeout", defaultValue = "10")
  private int timeout;

  /** The file that the report is written to, as JSON. */
  @Parameter(
      property = "jsonReport",
      defaultValue = "${session.executionRootDirectory}/target/mcp-migrate/verify.json")
  private File jsonReport;

  /** Whether a failed row fails the build: {@code true} or {@code false}. */
  @Parameter(property = "failOnFailure", defaultValue = "true")
  private boolean failOnFailure;

  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  private String version;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    VerifyOptions options;
    try {
      Properties given = session.getUserProperties();
      options =
          VerifyOptions.of(
              url,
              all(header, "header.", given),
              all(call, "call.", given),
              timeout,
              origin,
              expect);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(e.getMessage());
    }
    VerifyReport report;
    try {
      report = Verification.run(options);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("Interrupted.", e);
    }
    report.lines().forEach(getLog()::info);
    write(report);
    if (!report.failed()) {
      getLog().info(report.summary());
      String goal = "io.github.mcpmigrate:mcp-migrate-maven-plugin:" + version + ":migrate";
      getLog().info(next(goal, report.transports()));
    } else if (failOnFailure) {
      throw new MojoFailureException(report.summary());
    } else {
      getLog().warn(report.summary());
    }
  }

  /** What there is to do after a proof. */
  static String next(String goal, Set<String> transports) {
    if (!transports.contains("sse")) {
      return "Nothing speaks HTTP+SSE here: there is nothing left to migrate.";
    }
    return transports.contains("streamable")
        ? "Next, when every client has moved: "
            + new NextCommand(goal, Transport.DUAL, Map.of()).moveTo(Transport.DROP_LEGACY)
        : "Next: " + new NextCommand(goal, Transport.DUAL, Map.of()).look();
  }

  /** The first of several, and those that are numbered, in the order of their names. */
  static List<String> all(String first, String prefix, Properties properties) {
    List<String> all = new ArrayList<>();
    if (first != null) {
      all.add(first);
    }
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      if (name.startsWith(prefix)) {
        all.add(properties.getProperty(name));
      }
    }
    return all;
  }

  private void write(VerifyReport report) throws MojoExecutionException {
    Path file = jsonReport.toPath();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, report.json());
    } catch (IOException e) {
      throw new MojoExecutionException("The report cannot be written to " + file, e);
    }
    getLog().info("Report: " + file);
  }
}

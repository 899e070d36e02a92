package io.github.mcpmigrate.maven.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A Chromium of this machine, without a window. */
final class Browser {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

  private static final int SECONDS = 90;

  private final Path program;
  private final Path folder;

  private Browser(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * The one of the environment variable CHROME, or the first on the path. Without any the test is
   * skipped, but not with the environment variable CI set: there it fails.
   *
   * @param folder takes what the browser leaves
   */
  static Browser installed(Path folder) {
    Optional<Path> found =
        Optional.ofNullable(System.getenv("CHROME")).map(Path::of).or(Browser::onPath);
    if (found.isEmpty()) {
      String missing =
          "No Chromium here: install it, or name it in CHROME, to test the HTML report";
      String ci = System.getenv("CI");
      if (ci != null && !ci.isEmpty() && !ci.equalsIgnoreCase("false")) {
        throw new AssertionError(missing + ". This may not be skipped in CI.");
      }
      System.out.println(missing + ". Skipped, because CI is not set.");
      Assumptions.abort(missing);
    }
    return new Browser(found.get(), folder);
  }

  private static Optional<Path> onPath() {
    String[] folders = System.getenv("PATH").split(File.pathSeparator);
    return NAMES.stream()
        .flatMap(name -> Arrays.stream(folders).map(in -> Path.of(in, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The page as it is when its scripts have run, as HTML. */
  String dom(Path page, String... options) throws IOException, InterruptedException {
    return run(page, List.of("--dump-dom", "--virtual-time-budget=5000"), options);
  }

  /** Takes a picture of a page. */
  void picture(Path page, Path png, int width, int height, String... options)
      throws IOException, InterruptedException {
    run(
        page,
        List.of("--screenshot=" + png.toAbsolutePath(), "--window-size=" + width + "," + height),
        options);
  }

  private String run(Path page, List<String> mode, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--hide-scrollbars",
            "--allow-file-access-from-files",
            "--user-data-dir=" + Files.createTempDirectory(folder, "profile")));
    command.addAll(mode);
    command.addAll(List.of(options));
    command.add(page.toUri().toString());
    Path out = Files.createTempFile(folder, "browser", ".out");
    Path log = Files.createTempFile(folder, "browser", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError(
          program + " failed or took more than " + SECONDS + " s:\n" + Files.readString(log));
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}

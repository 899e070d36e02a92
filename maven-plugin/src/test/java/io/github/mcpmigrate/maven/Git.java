package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program {@code git} in a folder. */
record Git(Path folder) {

  /** A repository in which nothing is yet. */
  static Git init(Path folder) throws Exception {
    Git git = new Git(folder);
    git.run("init", "-q");
    return git;
  }

  /** Commits all that is there. */
  void commit() throws Exception {
    run("add", "-A");
    run("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "All");
  }

  void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(command + ": " + said).isZero();
  }
}

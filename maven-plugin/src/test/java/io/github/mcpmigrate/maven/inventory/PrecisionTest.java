package io.github.mcpmigrate.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.maven.report.Assessment;
import io.github.mcpmigrate.maven.report.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A tree with planted uses and look-alikes: the same words in comments and strings, other
 * libraries' classes of the same names, event streams that are not MCP. In {@code
 * src/test/precision} a mark stands on each such line.
 */
class PrecisionTest {

  private static final Path MARKED = Path.of("src/test/precision");
  private static final String USE = "⟦use⟧";
  private static final String LOOK_ALIKE = "⟦not⟧";
  private static final int MISTAKES_ALLOWED = 2;

  @TempDir Path root;

  private final Set<String> uses = new TreeSet<>();
  private final Set<String> lookAlikes = new TreeSet<>();

  @BeforeEach
  void unmark() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(MARKED)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = MARKED.relativize(file).toString().replace('\\', '/');
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(USE)) {
          uses.add(name + ":" + (i + 1));
        } else if (lines.get(i).contains(LOOK_ALIKE)) {
          lookAlikes.add(name + ":" + (i + 1));
        }
      }
      Path target = root.resolve(name);
      Files.createDirectories(target.getParent());
      String text = String.join("\n", lines) + "\n";
      Files.writeString(target, text.replaceAll(" ?(?:" + USE + "|" + LOOK_ALIKE + ")", ""));
    }
  }

  private Assessment assess(Path folder) throws IOException {
    return new Assessor(new Inventory(2), "test", transport -> "mvn " + transport)
        .assess(new Tree(folder, folder.resolve("reports"), List.of(), List.of()));
  }

  @Test
  void aHundredUsesAreToldFromAHundredLookAlikes() throws IOException {
    assertThat(uses).hasSizeGreaterThanOrEqualTo(100);
    assertThat(lookAlikes).hasSizeGreaterThanOrEqualTo(100);

    Assessment assessment = assess(root);

    Set<String> found =
        assessment.findings().stream()
            .map(finding -> finding.file() + ":" + finding.line())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> mistakes = new TreeSet<>();
    uses.stream().filter(use -> !found.contains(use)).forEach(use -> mistakes.add("missed " + use));
    found.stream()
        .filter(place -> !uses.contains(place))
        .forEach(place -> mistakes.add("wrong " + place + why(assessment, place)));
    assertThat(mistakes).hasSizeLessThanOrEqualTo(MISTAKES_ALLOWED);
    assertThat(assessment.skipped()).isEmpty();
  }

  private static String why(Assessment assessment, String place) {
    return assessment.findings().stream()
        .filter(finding -> place.equals(finding.file() + ":" + finding.line()))
        .map(Finding::rule)
        .collect(Collectors.joining(", ", " (", ")"));
  }

  /** The same paths mean nothing where no server or client speaks HTTP+SSE. */
  @Test
  void endpointsOfATreeWithoutMcpAreItsOwn(@TempDir Path other) throws IOException {
    for (String file : List.of("nginx/nginx.conf", "k8s/notes.yaml")) {
      Files.copy(root.resolve("sdk").resolve(file), other.resolve(Path.of(file).getFileName()));
    }
    Files.copy(
        root.resolve("sdk/src/main/java/com/example/notes/Security.java"),
        other.resolve("Security.java"));

    assertThat(assess(other).findings()).isEmpty();
  }
}

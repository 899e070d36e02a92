package io.github.mcpmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/coverage.md} promises. */
class CoverageTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

  private static final Pattern ROW = Pattern.compile("\\|(.+)\\|(.+)\\|(.*)\\|");

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    Map<String, String> tests = sourcesByClass();
    Matcher named = NAMED.matcher(coverage());
    List<String> missing = new ArrayList<>();
    int count = 0;
    while (named.find()) {
      count++;
      String source = tests.getOrDefault(named.group(1), "");
      int method = source.indexOf(" void " + named.group(2) + "(");
      String before = source.substring(0, Math.max(method, 0));
      if (!before.contains("@Test") && !before.contains("@ParameterizedTest")) {
        missing.add(named.group());
      }
    }
    assertThat(missing).isEmpty();
    assertThat(count).isGreaterThan(80);
  }

  @Test
  void everyRowHasATestOrAReason() throws IOException {
    List<String> rows =
        coverage().lines().filter(line -> line.startsWith("|") && !line.contains("---")).toList();
    assertThat(rows).hasSizeGreaterThan(80);
    assertThat(rows)
        .filteredOn(row -> !row.endsWith("| shown by |"))
        .allSatisfy(
            row -> {
              Matcher cells = ROW.matcher(row);
              assertThat(cells.matches()).as(row).isTrue();
              boolean promised =
                  cells.group(2).contains("change") || cells.group(2).contains("finding");
              assertThat(
                      promised ? NAMED.matcher(cells.group(3)).find() : !cells.group(3).isBlank())
                  .as(row)
                  .isTrue();
            });
  }

  private static String coverage() throws IOException {
    return Files.readString(ROOT.resolve("docs/coverage.md"));
  }

  /** The text of all tests, by the simple names of their classes. */
  private static Map<String, String> sourcesByClass() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : List.of("rewrite-recipes", "maven-plugin", "samples/tests")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(
                file ->
                    sources.merge(
                        file.getFileName().toString().replace(".java", ""),
                        read(file),
                        String::concat));
      }
    }
    return sources;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

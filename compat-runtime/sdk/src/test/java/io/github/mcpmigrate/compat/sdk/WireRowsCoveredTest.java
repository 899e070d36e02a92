package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Each row of the wire reference has a test that shows it, or a reason why none can. */
class WireRowsCoveredTest {

  /** The rows with the reason why no test carries them, empty where one must. */
  private static Map<String, String> rows() throws IOException, URISyntaxException {
    Path csv = Path.of(WireRowsCoveredTest.class.getResource("/wire-rows.csv").toURI());
    Map<String, String> rows = new TreeMap<>();
    for (String line : Files.readAllLines(csv)) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] cells = line.split(";", -1);
        assertThat(cells).as(line).hasSizeBetween(3, 4);
        assertThat(cells[1]).as(line).isNotBlank();
        if (cells.length == 4) {
          assertThat(cells[2]).as(line).isEmpty();
          assertThat(cells[3]).as(line).isNotBlank();
        }
        assertThat(rows.put(cells[0], cells[2])).as(cells[0] + " is there twice").isNull();
      }
    }
    return rows;
  }

  /** The rows that tests name, with the tests. */
  private static Map<String, TreeSet<String>> tests() throws IOException, URISyntaxException {
    Path classes =
        Path.of(
            WireRowsCoveredTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, TreeSet<String>> tests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .filter(file -> file.toString().endsWith("Test.class"))
          .map(file -> classes.relativize(file).toString())
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .flatMap(name -> Arrays.stream(load(name).getDeclaredMethods()))
          .filter(method -> method.isAnnotationPresent(WireRow.class))
          .forEach(
              method ->
                  rowsOf(method)
                      .forEach(
                          row ->
                              tests
                                  .computeIfAbsent(row, none -> new TreeSet<>())
                                  .add(method.toString())));
    }
    return tests;
  }

  private static List<String> rowsOf(Method method) {
    assertThat(
            method.isAnnotationPresent(Test.class)
                || method.isAnnotationPresent(ParameterizedTest.class))
        .as(method + " is a test")
        .isTrue();
    return List.of(method.getAnnotation(WireRow.class).value());
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Test
  void everyRowHasATestOrAReason() throws Exception {
    Map<String, String> rows = rows();
    TreeSet<String> tested = new TreeSet<>(tests().keySet());
    assertThat(rows).hasSize(302);
    assertThat(tested).as("tests name rows that there are").isSubsetOf(rows.keySet());
    rows.forEach(
        (row, reason) ->
            assertThat(tested.contains(row))
                .as(row + (reason.isEmpty() ? " needs a test" : " has a test and a reason"))
                .isEqualTo(reason.isEmpty()));
  }
}

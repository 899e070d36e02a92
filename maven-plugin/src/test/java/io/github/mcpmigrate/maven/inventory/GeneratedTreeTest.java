package io.github.mcpmigrate.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.maven.report.Assessment;
import io.github.mcpmigrate.maven.report.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured is what it says: every shape is found, and nothing between. */
class GeneratedTreeTest {

  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("A", "config-spring-ai-server"),
          Map.entry("B", "server-quarkus"),
          Map.entry("C", "client-construction"),
          Map.entry("C2", "client-construction"),
          Map.entry("D", "client-langchain4j"),
          Map.entry("E", "server-construction"),
          Map.entry("F", "server-construction"),
          Map.entry("G", "server-construction"),
          Map.entry("H", "server-subclass"),
          Map.entry("I", "server-own-transport"),
          Map.entry("J", "server-hand-written"),
          Map.entry("K", "config-spring-ai-client"),
          Map.entry("L", "server-type"));

  @TempDir Path root;

  @Test
  void everyShapeIsFoundAndNothingBetween() throws IOException {
    List<String> shaped = GeneratedTree.write(root, 2 + 3 * 2 * RULES.size(), 3);
    assertThat(shaped).hasSize(2 * RULES.size() + 1);
    Assessment assessment =
        new Assessor(new Inventory(2), "test", transport -> "mvn " + transport)
            .assess(new Tree(root, root.resolve("target/mcp-migrate"), List.of(), List.of()));

    Map<String, Set<String>> found = new TreeMap<>();
    for (Finding finding : assessment.findings()) {
      found.computeIfAbsent(finding.file(), file -> new TreeSet<>()).add(finding.rule());
    }
    List<String> files = new ArrayList<>();
    for (String one : shaped) {
      String letter = one.substring(0, one.indexOf(' '));
      String file = one.substring(one.indexOf(' ') + 1);
      assertThat(found.getOrDefault(file, Set.of())).as(one).contains(RULES.get(letter));
      files.add(file);
    }
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(files);
    assertThat(assessment.skipped()).isEmpty();
  }
}

package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * Which recipes changed which file, from OpenRewrite's data table of results.
 *
 * @param byFile file, relative to the repository, to recipes in the order in which they ran
 */
record RulesOfFiles(Map<String, List<String>> byFile) {

  private static final String TABLE = "org.openrewrite.table.SourcesFileResults.csv";

  private static final String OURS = "io.github.mcpmigrate.";

  /**
   * Reads the table of the run that came after others.
   *
   * @param earlier the runs that were there before
   */
  static RulesOfFiles readNew(Path folder, Set<Path> earlier) throws IOException {
    List<CSVRecord> rows = Findings.newest(folder, earlier, TABLE);
    // A row for each recipe on the way down to the one that made the change: the last is meant.
    Map<String, Set<String>> composites = new HashMap<>();
    for (CSVRecord row : rows) {
      composites.computeIfAbsent(file(row), f -> new HashSet<>()).add(row.get("parentRecipe"));
    }
    Map<String, Set<String>> rules = new LinkedHashMap<>();
    for (CSVRecord row : rows) {
      if (!composites.get(file(row)).contains(row.get("recipe"))) {
        rules.computeIfAbsent(file(row), f -> new LinkedHashSet<>()).add(name(row));
      }
    }
    Map<String, List<String>> byFile = new LinkedHashMap<>();
    rules.forEach((file, names) -> byFile.put(file, List.copyOf(names)));
    return new RulesOfFiles(byFile);
  }

  private static String file(CSVRecord row) {
    String after = row.get("afterSourcePath");
    return (after.isEmpty() ? row.get("sourcePath") : after).replace('\\', '/');
  }

  /** A recipe of OpenRewrite's own says little without the one of ours that uses it. */
  private static String name(CSVRecord row) {
    String recipe = row.get("recipe");
    String parent = row.get("parentRecipe");
    return recipe.startsWith(OURS) || !parent.startsWith(OURS)
        ? simple(recipe)
        : simple(parent) + "/" + simple(recipe);
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The recipes that changed a file, the last one at the end. */
  List<String> of(String file) {
    return new ArrayList<>(byFile.getOrDefault(file, List.of()));
  }
}

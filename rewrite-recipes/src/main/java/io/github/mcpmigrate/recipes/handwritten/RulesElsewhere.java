package io.github.mcpmigrate.recipes.handwritten;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What other files say of the paths of a server: access rules, filters and interceptors that name
 * them would not go with it to another path, so it would be open where it was not.
 *
 * @param files of the module
 */
record RulesElsewhere(Map<Path, ServerFile> files, EngineMove move) {

  /** Why a server cannot leave its paths. */
  Optional<String> of(Optional<String> ssePath, Optional<String> messagePath, Set<Path> own) {
    return Stream.concat(ssePath.stream(), messagePath.stream())
        .filter(path -> !path.equals(move.mcpPath(ssePath)))
        .flatMap(path -> naming(path, move.mcpPath(ssePath), own))
        .findFirst();
  }

  private Stream<String> naming(String path, String mcpPath, Set<Path> own) {
    return files.entrySet().stream()
        .filter(file -> !own.contains(file.getKey()))
        .flatMap(
            file ->
                file.getValue().paths.stream()
                    .filter(rule -> covers(rule, path) && !covers(rule, mcpPath))
                    .sorted()
                    .map(rule -> file.getKey().getFileName() + " names " + rule));
  }

  private static boolean covers(String rule, String path) {
    if (rule.endsWith("*")) {
      String prefix = rule.substring(0, rule.indexOf('*'));
      return path.startsWith(prefix) || (path + "/").equals(prefix);
    }
    return path.equals(rule) || path.startsWith(rule + "/") && !rule.equals("/");
  }
}

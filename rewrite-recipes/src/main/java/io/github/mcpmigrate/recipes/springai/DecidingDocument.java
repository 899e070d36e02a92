package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The document that decides on the protocol of a module's server: of those that count whatever the
 * profile, the one that chooses it, or else the first that has keys of the server, or the first.
 */
record DecidingDocument(Path file, int document) {

  /**
   * Tests may have one instead of the module's.
   *
   * @param all the files of the module
   */
  static boolean is(
      ConfigurationFile file, ConfigurationDocument document, List<ConfigurationFile> all) {
    List<ConfigurationFile> main = all.stream().filter(other -> !other.test()).toList();
    return in(file.test() ? hiding(file, main) : main)
        .filter(new DecidingDocument(file.path(), document.index())::equals)
        .isPresent();
  }

  /** Tests see a file of their own instead of the module's of the same name. */
  private static List<ConfigurationFile> hiding(
      ConfigurationFile file, List<ConfigurationFile> main) {
    boolean hides =
        main.stream()
            .anyMatch(other -> other.path().getFileName().equals(file.path().getFileName()));
    return hides ? List.of(file) : List.of();
  }

  private static Optional<DecidingDocument> in(List<ConfigurationFile> files) {
    return first(files, document -> document.value(ServerKeys.PROTOCOL).isPresent())
        .or(() -> first(files, document -> document.hasBelow(ServerKeys.SERVER)))
        .or(() -> first(files, document -> true));
  }

  private static Optional<DecidingDocument> first(
      List<ConfigurationFile> files, Predicate<ConfigurationDocument> condition) {
    return files.stream()
        .flatMap(
            file ->
                file.documents().stream()
                    .filter(file::isAlwaysRead)
                    .filter(condition)
                    .map(document -> new DecidingDocument(file.path(), document.index())))
        .findFirst();
  }
}

package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration files of one module: those that Boot reads by itself, and those it is told. */
final class ModuleFiles {

  private final ImportedFiles imported;
  private final List<ConfigurationFile> byThemselves = new ArrayList<>();
  private final List<ConfigurationFile> others = new ArrayList<>();

  ModuleFiles(ImportedFiles imported) {
    this.imported = imported;
  }

  void add(ConfigurationFile file) {
    (file.hasNameOfBoot() ? byThemselves : others).add(file);
  }

  List<ConfigurationFile> all() {
    return Stream.concat(
            byThemselves.stream(), others.stream().filter(file -> imported.include(file.path())))
        .toList();
  }

  /** Whether there is one that tests are not alone with. */
  boolean haveMain() {
    return all().stream().anyMatch(file -> !file.test());
  }

  Stream<ConfigurationDocument> documents() {
    return all().stream().flatMap(file -> file.documents().stream());
  }

  /** The documents that count whatever the profile, outside of tests. */
  Stream<ConfigurationDocument> always() {
    return main().flatMap(file -> file.documents().stream().filter(file::isAlwaysRead));
  }

  private Stream<ConfigurationFile> main() {
    return all().stream().filter(file -> !file.test());
  }

  /** The values that a key has, whatever the profile; where it is absent, the default counts. */
  Set<String> values(KeyPath key, String byDefault) {
    Set<String> values =
        main()
            .flatMap(file -> file.documents().stream())
            .flatMap(document -> document.value(key).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (always().noneMatch(document -> document.value(key).isPresent())) {
      values.add(byDefault);
    }
    return values;
  }
}

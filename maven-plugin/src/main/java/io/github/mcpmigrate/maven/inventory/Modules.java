package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.inventory.Reading.Dependency;
import io.github.mcpmigrate.maven.inventory.Reading.Properties;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The modules of a tree: folders with a build file. What one lacks, those above it may have. */
final class Modules {

  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  private final Set<String> folders;
  private final List<Dependency> dependencies;
  private final List<Properties> properties;

  Modules(Reading reading) {
    folders = new TreeSet<>(reading.modules);
    dependencies = List.copyOf(reading.dependencies);
    properties = List.copyOf(reading.properties);
  }

  /** The innermost module that a file is in; the root if there is none. */
  String of(String file) {
    for (String folder = BuildFile.folderOf(file);
        !folder.isEmpty();
        folder = BuildFile.folderOf(folder)) {
      if (folders.contains(folder)) {
        return folder;
      }
    }
    return "";
  }

  /** What a module's own build file, or one above it, names and uses. */
  Optional<Dependency> find(String module, Predicate<Dependency> wanted) {
    for (String folder = module; ; folder = BuildFile.folderOf(folder)) {
      String here = folder;
      Optional<Dependency> found =
          dependencies.stream()
              .filter(one -> BuildFile.folderOf(one.file()).equals(here))
              .filter(wanted)
              .findFirst();
      if (found.isPresent() || folder.isEmpty()) {
        return found;
      }
    }
  }

  /**
   * The version of a dependency: its own, or that of what manages it; empty if not in this tree.
   */
  String version(Dependency dependency) {
    String own = resolved(dependency);
    if (!own.isEmpty()) {
      return own;
    }
    return find(
            BuildFile.folderOf(dependency.file()),
            other ->
                other.managed()
                    && !resolved(other).isEmpty()
                    && (other.coordinates().equals(dependency.coordinates())
                        || other.group().equals(dependency.group())
                            && other.artifact().endsWith("-bom")))
        .or(() -> catalog(dependency))
        .map(this::resolved)
        .orElse("");
  }

  private Optional<Dependency> catalog(Dependency dependency) {
    return dependencies.stream()
        .filter(one -> one.file().endsWith(".toml"))
        .filter(one -> one.coordinates().equals(dependency.coordinates()))
        .findFirst();
  }

  private String resolved(Dependency dependency) {
    Matcher property = PROPERTY.matcher(dependency.version());
    if (!property.matches()) {
      return dependency.version().contains("$") ? "" : dependency.version();
    }
    for (String folder = BuildFile.folderOf(dependency.file()); ; ) {
      for (Properties one : properties) {
        if (one.folder().equals(folder) && one.values().containsKey(property.group(1))) {
          return one.values().get(property.group(1));
        }
      }
      if (folder.isEmpty()) {
        return "";
      }
      folder = BuildFile.folderOf(folder);
    }
  }

  /** What the build files want, as {@code artifact version}, each once. */
  List<String> versions() {
    Set<String> versions = new TreeSet<>();
    for (Dependency one : dependencies) {
      if (!one.managed() || one.artifact().endsWith("-bom")) {
        String version = version(one);
        versions.add(
            one.coordinates() + " " + (version.isEmpty() ? "(version not in this tree)" : version));
      }
    }
    return List.copyOf(versions);
  }

  List<Dependency> dependencies() {
    return dependencies;
  }
}

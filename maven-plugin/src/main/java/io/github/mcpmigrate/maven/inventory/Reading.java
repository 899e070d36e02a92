package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one thread has read so far. Not for use by several threads; {@link #add} joins two. */
final class Reading {

  /** A key of a configuration file. */
  record Setting(String file, String key, String value, int line, String snippet) {}

  /**
   * A dependency that a build file names.
   *
   * @param version empty where the file does not say
   * @param managed whether the file only says which version others get
   */
  record Dependency(
      String file,
      String group,
      String artifact,
      String version,
      int line,
      String snippet,
      boolean managed) {

    String coordinates() {
      return group + ":" + artifact;
    }
  }

  /**
   * A pom's own parent and properties, for versions that are written elsewhere in the tree.
   *
   * @param folder of the pom, empty for the root
   */
  record Properties(String folder, Map<String, String> values) {}

  final List<Use> uses = new ArrayList<>();
  final List<Setting> settings = new ArrayList<>();
  final List<Dependency> dependencies = new ArrayList<>();
  final List<Properties> properties = new ArrayList<>();
  final List<Skipped> skipped = new ArrayList<>();

  /** Endpoints that servers or clients of this tree name. */
  final Set<String> endpoints = new TreeSet<>();

  /** Full names of classes that the project declares under the name of a legacy class. */
  final Set<String> declared = new TreeSet<>();

  /** Files with clients on Streamable HTTP. */
  final Set<String> streamableClients = new TreeSet<>();

  /** Folders of build files, empty for the root. */
  final Set<String> modules = new TreeSet<>();

  int files;

  void skip(String file, String reason) {
    skipped.add(new Skipped(file, reason, false));
  }

  /** A file that should have been understood. */
  void notUnderstood(String file, String reason) {
    skipped.add(new Skipped(file, reason, true));
  }

  static Finding finding(
      Rule rule, SourceText source, int line, int column, Action action, String reason) {
    return finding(rule, source.file(), line, column, source.snippet(line), action, reason);
  }

  static Finding finding(
      Rule rule, String file, int line, int column, String snippet, Action action, String reason) {
    return new Finding(
        file,
        line,
        column,
        snippet,
        rule.id(),
        rule.shape(),
        rule.severity(),
        action,
        reason,
        rule.page());
  }

  void add(Reading other) {
    uses.addAll(other.uses);
    settings.addAll(other.settings);
    dependencies.addAll(other.dependencies);
    properties.addAll(other.properties);
    skipped.addAll(other.skipped);
    endpoints.addAll(other.endpoints);
    declared.addAll(other.declared);
    streamableClients.addAll(other.streamableClients);
    modules.addAll(other.modules);
    files += other.files;
  }
}

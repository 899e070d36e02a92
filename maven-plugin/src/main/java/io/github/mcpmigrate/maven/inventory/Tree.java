package io.github.mcpmigrate.maven.inventory;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files below a folder. Links are not followed, so that no tree is endless, and what builds and
 * package managers leave is not looked into.
 *
 * @param reports where this run writes; never looked into
 * @param includes what is looked at, as globs of paths relative to the root; everything if empty
 * @param excludes what is not, although it is included
 */
public record Tree(Path root, Path reports, List<String> includes, List<String> excludes) {

  private static final Set<String> NO_SOURCES =
      Set.of(".git", ".svn", ".hg", ".idea", ".gradle", "node_modules", ".venv");

  /** Folders that a build makes, each beside a file that says so. */
  private static final List<List<String>> BUILT =
      List.of(
          List.of("target", "pom.xml"),
          List.of("build", "build.gradle"),
          List.of("build", "build.gradle.kts"),
          List.of("build", "settings.gradle"),
          List.of("build", "settings.gradle.kts"));

  public Tree {
    root = root.toAbsolutePath().normalize();
    reports = reports.toAbsolutePath().normalize();
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /**
   * @param name relative to the root, with slashes
   */
  record Entry(Path path, String name, FileKind kind) {}

  /**
   * The files that are of a known kind and not too large.
   *
   * @param into takes what is not looked into, and why
   * @throws IOException if the root itself cannot be read
   */
  List<Entry> files(Reading into) throws IOException {
    List<Entry> files = new ArrayList<>();
    List<PathMatcher> included = includes.stream().map(Tree::matcher).toList();
    List<PathMatcher> excluded = excludes.stream().map(Tree::matcher).toList();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped =
                !folder.equals(root)
                    && (hasNoSources(folder)
                        || folder.equals(reports)
                        || matches(excluded, root.relativize(folder)));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path relative = root.relativize(file);
            if ((included.isEmpty() || matches(included, relative))
                && !matches(excluded, relative)) {
              take(file, attributes, files, into);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
              throw e;
            }
            into.skip(nameOf(file), "cannot be read: " + e.getMessage());
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private void take(Path file, BasicFileAttributes attributes, List<Entry> files, Reading into) {
    String name = nameOf(file);
    Optional<FileKind> kind = FileKind.of(name);
    if (attributes.isSymbolicLink()) {
      if (kind.isPresent() || Files.isDirectory(file)) {
        into.skip(name, "is a symbolic link; links are not followed");
      }
    } else if (kind.isPresent() && !attributes.isRegularFile()) {
      into.skip(name, "is no regular file");
    } else if (kind.isPresent() && attributes.size() > kind.get().limit()) {
      into.skip(
          name,
          "is larger than "
              + (kind.get().limit() >> 20)
              + " MB ("
              + (attributes.size() >> 20)
              + " MB)");
    } else {
      kind.ifPresent(known -> files.add(new Entry(file, name, known)));
    }
  }

  private String nameOf(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static boolean hasNoSources(Path folder) {
    String name = folder.getFileName().toString();
    return NO_SOURCES.contains(name)
        || BUILT.stream()
            .anyMatch(
                built ->
                    name.equals(built.get(0)) && Files.exists(folder.resolveSibling(built.get(1))));
  }

  /** A glob that begins with {@code **}{@code /} means the root's own files too. */
  private static PathMatcher matcher(String glob) {
    String pattern = glob.startsWith("**/") ? "{," + "**/}" + glob.substring(3) : glob;
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }

  private static boolean matches(List<PathMatcher> matchers, Path relative) {
    return matchers.stream().anyMatch(matcher -> matcher.matches(relative));
  }
}

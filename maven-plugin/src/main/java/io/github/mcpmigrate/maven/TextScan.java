package io.github.mcpmigrate.maven;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for the names of legacy classes in the text of a project's files, so that a file that
 * OpenRewrite did not read is not taken for one that has nothing to migrate.
 */
final class TextScan {

  /** Larger files are no sources. In bytes. */
  private static final long MAX_SIZE = 4 << 20;

  private static final Set<String> TEXT =
      Set.of(
          "java",
          "kt",
          "kts",
          "groovy",
          "scala",
          "gradle",
          "xml",
          "properties",
          "yml",
          "yaml",
          "json");

  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(?:(?:HttpServlet|WebMvc|WebFlux)SseServerTransport(?:Provider)?"
              + "|(?:HttpClient|WebFlux)SseClientTransport)\\b");

  private TextScan() {}

  /**
   * The first mention in each file that was not read.
   *
   * @param root what files are named relative to
   * @param folder where to look: the root, or a folder in it
   * @param skipped names of folders that are not looked into
   * @param read paths relative to the root, with slashes
   */
  static List<Finding> unread(Path root, Path folder, Set<String> skipped, Set<String> read)
      throws IOException {
    List<Finding> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            return !inner.equals(folder) && skipped.contains(String.valueOf(inner.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (isText(file) && attributes.size() <= MAX_SIZE && !read.contains(path)) {
              search(file, path, found);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    return TEXT.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static void search(Path file, String path, List<Finding> found) throws IOException {
    // Names are ASCII: any single-byte charset finds them in a file of any encoding.
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    Matcher name = NAMES.matcher(text);
    if (name.find()) {
      int line = 1 + (int) text.substring(0, name.start()).chars().filter(c -> c == '\n').count();
      found.add(
          new Finding(
              path,
              line,
              name.start() - text.lastIndexOf('\n', name.start()),
              name.group(),
              "not-read",
              "not read",
              Severity.MEDIUM,
              Action.UNKNOWN,
              "OpenRewrite did not read this file, which names "
                  + name.group()
                  + ": Git ignores it, or it is outside of every module",
              "docs/findings/mentions.md"));
    }
  }
}

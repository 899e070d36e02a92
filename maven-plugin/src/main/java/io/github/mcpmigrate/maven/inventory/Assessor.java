package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.report.Assessment;
import io.github.mcpmigrate.maven.report.Skipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Assesses a tree: reads it, weighs what was read, and says what to do. */
public final class Assessor {

  private final Inventory inventory;
  private final String version;
  private final Commands commands;

  /** What the user can type next. */
  public interface Commands {

    /** Shows what a migration to the given transport would change. */
    String migrate(String transport);

    /**
     * Writes a copy of an archive that serves both transports.
     *
     * @param arguments {@code -Dinput} and {@code -Doutput}
     */
    default String transform(String arguments) {
      return "mvn mcp-migrate:transform " + arguments;
    }
  }

  /**
   * @param version of this tool
   */
  public Assessor(Inventory inventory, String version, Commands commands) {
    this.inventory = inventory;
    this.version = version;
    this.commands = commands;
  }

  /**
   * Assesses a tree.
   *
   * @throws IOException if its root cannot be read
   */
  public Assessment assess(Tree tree) throws IOException {
    Reading reading = inventory.read(tree);
    Modules modules = new Modules(reading);
    List<Use> uses = new Forecast(reading, modules).uses();
    List<Skipped> skipped =
        reading.skipped.stream().sorted(Comparator.comparing(Skipped::file)).toList();
    Path root = tree.root();
    return new Assessment(
        root.getFileName() == null ? root.toString() : root.getFileName().toString(),
        prefixOf(root),
        version,
        new Advice(root, uses, modules.versions(), commands).verdict(),
        uses.stream().map(Use::finding).toList(),
        skipped,
        reading.files);
  }

  /** Where a folder is in its Git repository: reports for the repository's host name files so. */
  private static String prefixOf(Path root) {
    for (Path folder = root; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        String inside = folder.relativize(root).toString().replace('\\', '/');
        return inside.isEmpty() ? "" : inside + "/";
      }
    }
    return "";
  }
}

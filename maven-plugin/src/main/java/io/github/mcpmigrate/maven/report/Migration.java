package io.github.mcpmigrate.maven.report;

import java.util.List;

/**
 * What a run of the goal {@code migrate} did, or would do.
 *
 * @param dryRun whether nothing was changed
 * @param transport where to, in the words of the goal's parameter
 * @param files the files that were changed or would be, made ones included
 */
public record Migration(boolean dryRun, String transport, List<Changed> files) {

  public Migration {
    files = List.copyOf(files);
  }

  /**
   * A file that is changed.
   *
   * @param file relative to the folder that was looked at, with slashes
   * @param rules the recipes that change it, the last one last
   */
  public record Changed(String file, List<String> rules) {

    public Changed {
      rules = List.copyOf(rules);
    }
  }

  /** For example {@code 3 files would change}. */
  public String sentence() {
    String noun = files.size() == 1 ? " file" : " files";
    return files.size() + noun + (dryRun ? " would change" : " changed");
  }
}

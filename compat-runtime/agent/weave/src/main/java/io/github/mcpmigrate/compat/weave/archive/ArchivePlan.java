package io.github.mcpmigrate.compat.weave.archive;

import io.github.mcpmigrate.compat.weave.archive.TransformReport.Change;
import io.github.mcpmigrate.compat.weave.archive.TransformReport.Row;
import io.github.mcpmigrate.compat.weave.zip.Content;
import io.github.mcpmigrate.compat.weave.zip.Edits;
import io.github.mcpmigrate.compat.weave.zip.ZipCopy;
import io.github.mcpmigrate.compat.weave.zip.ZipDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** Looks through an archive or folder, and the archives in it, and says what is to be changed. */
final class ArchivePlan {

  /** An ear with a war with a jar with a jar. */
  private static final int MAX_DEPTH = 4;

  /** Larger classes are none. In bytes. */
  private static final int MAX_CLASS = 4 << 20;

  private static final Pattern ARCHIVE =
      Pattern.compile(".*\\.(jar|war|ear|rar|zip)", Pattern.CASE_INSENSITIVE);

  private final Workspace work;
  private final RuntimeFiles runtime;
  private final boolean stripsSignatures;
  private final List<Row> rows = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  ArchivePlan(Workspace work, RuntimeFiles runtime, boolean stripsSignatures) {
    this.work = work;
    this.runtime = runtime;
    this.stripsSignatures = stripsSignatures;
  }

  /** What becomes of the classes that were met. */
  List<Row> rows() {
    return rows;
  }

  /** The other files that are changed. */
  List<Change> changes() {
    return changes;
  }

  /**
   * Plans for the outermost archive, or a folder.
   *
   * @param name its file's
   */
  Edits plan(Contents contents, String name) throws IOException, TransformException {
    return plan(contents, name, "", 1, false).edits();
  }

  /**
   * Plans for one level.
   *
   * @param archiveName its file's name
   * @param place before the names of what is in it
   * @param hosted whether the runtime for its own classes comes from the folder of libraries that
   *     it lies in; who loads an archive in it, nobody knows, so that one has its own
   */
  private Level plan(Contents contents, String archiveName, String place, int depth, boolean hosted)
      throws IOException, TransformException {
    Level level = new Level(contents, place, rows, changes);
    Optional<String> shared = LibraryFolder.shared(contents, archiveName);
    for (int i = 0; i < contents.count(); i++) {
      String name = contents.name(i);
      boolean archive = ARCHIVE.matcher(name).matches();
      if (!archive && !name.endsWith(".class")) {
        continue;
      }
      String obstacle = contents.obstacle(i);
      if (obstacle != null) {
        stays(place + name, "cannot be looked into: " + obstacle);
        continue;
      }
      Optional<LibraryFolder> library =
          hosted && !archive ? Optional.empty() : LibraryFolder.of(name, shared);
      boolean needed =
          archive
              ? nested(level, i, place + name, depth, library.isPresent())
              : classFile(level, i, place + name, hosted || library.isPresent());
      if (needed && library.isPresent()) {
        level.needJar(library.get(), name);
      }
    }
    level.putRuntime(runtime, work);
    if (!level.edits().isEmpty() && contents.isArchive()) {
      level.unsign(stripsSignatures);
    }
    return level;
  }

  private boolean classFile(Level level, int index, String where, boolean hosted)
      throws IOException, TransformException {
    byte[] code;
    try (InputStream in = level.contents().open(index)) {
      code = in.readNBytes(MAX_CLASS);
      work.spend(code.length);
      if (in.read() >= 0) {
        return false;
      }
    } catch (ZipException e) {
      stays(where, "cannot be looked into: " + e.getMessage());
      return false;
    }
    return level.weave(index, code, hosted);
  }

  /**
   * @return whether classes of its own need the runtime in the folder of libraries
   */
  private boolean nested(Level level, int index, String where, int depth, boolean hosted)
      throws IOException, TransformException {
    if (depth == MAX_DEPTH) {
      stays(where, "is an archive in too many others, and was not looked into");
      return false;
    }
    int rowsBefore = rows.size();
    int changesBefore = changes.size();
    try (OpenRange range = range(level.contents(), index)) {
      ZipDirectory directory = ZipDirectory.read(range.range());
      Level inner = plan(new ZipContents(directory), where, where + "!/", depth + 1, hosted);
      if (!inner.edits().isEmpty()) {
        Path rewritten = work.file();
        ZipCopy.write(directory, inner.edits(), rewritten);
        level.edits().replace(index, Content.of(rewritten));
      }
      return inner.needsHost();
    } catch (ZipException e) {
      // What was planned in it is not done: it goes into the copy as it is.
      rows.subList(rowsBefore, rows.size()).clear();
      changes.subList(changesBefore, changes.size()).clear();
      stays(where, "was not looked into: " + e.getMessage());
      return false;
    }
  }

  private OpenRange range(Contents contents, int index) throws IOException, TransformException {
    Optional<OpenRange> inPlace = contents.range(index);
    if (inPlace.isPresent()) {
      return inPlace.get();
    }
    Path unpacked = work.file();
    try (InputStream in = contents.open(index)) {
      work.unpack(in, unpacked);
    } catch (IOException e) {
      work.drop(unpacked);
      throw e;
    }
    OpenRange range = OpenRange.of(unpacked);
    return new OpenRange(
        range.range(),
        () -> {
          range.close();
          work.drop(unpacked);
        });
  }

  private void stays(String where, String text) {
    rows.add(new Row(where, "", false, text));
  }
}

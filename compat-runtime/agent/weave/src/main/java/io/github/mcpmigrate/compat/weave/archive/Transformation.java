package io.github.mcpmigrate.compat.weave.archive;

import io.github.mcpmigrate.compat.weave.zip.Edits;
import io.github.mcpmigrate.compat.weave.zip.FileRange;
import io.github.mcpmigrate.compat.weave.zip.ZipCopy;
import io.github.mcpmigrate.compat.weave.zip.ZipDirectory;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Makes of a server's archive or folder one that serves both transports. The input is never written
 * to, and the output is there whole or not at all. The same input gives the same bytes.
 */
public final class Transformation {

  /** More comes out of no honest archive. In bytes. */
  private static final long BUDGET = 8L << 30;

  private final RuntimeFiles runtime;
  private final boolean stripsSignatures;
  private final long budget;

  /**
   * @param stripsSignatures whether to leave signatures out where a signed archive is changed; such
   *     an archive is refused else
   */
  public Transformation(RuntimeFiles runtime, boolean stripsSignatures) {
    this(runtime, stripsSignatures, BUDGET);
  }

  Transformation(RuntimeFiles runtime, boolean stripsSignatures, long budget) {
    this.runtime = runtime;
    this.stripsSignatures = stripsSignatures;
    this.budget = budget;
  }

  /** Says what would be done, and writes nothing. */
  public TransformReport look(Path input) throws IOException, TransformException {
    requireThere(input);
    return run(input, null);
  }

  /**
   * Writes the output: with the providers woven, or, if there are none, as a copy of the same
   * bytes.
   *
   * @param output a file, overwritten if it is there; for a folder a folder that is not there or
   *     empty
   * @throws TransformException when nothing was written, with the reason and what to do
   */
  public TransformReport write(Path input, Path output) throws IOException, TransformException {
    requireThere(input);
    requireElsewhere(input, output);
    Path target = output.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    return run(input, target);
  }

  private TransformReport run(Path input, Path target) throws IOException, TransformException {
    try (Workspace work = new Workspace(budget)) {
      ArchivePlan plan = new ArchivePlan(work, runtime, stripsSignatures);
      if (Files.isDirectory(input)) {
        FolderContents contents = FolderContents.of(input);
        Edits edits = plan.plan(contents, input.toString());
        if (target != null) {
          FolderCopy.write(contents, edits, target);
        }
      } else {
        archive(input, target, plan);
      }
      String hint = plan.rows().isEmpty() ? Hint.of(input) : "";
      return new TransformReport(input, target, target == null, plan.rows(), plan.changes(), hint);
    } catch (ZipException | TransformException e) {
      throw new TransformException(input + ": " + e.getMessage(), e);
    }
  }

  private static void archive(Path input, Path target, ArchivePlan plan)
      throws IOException, TransformException {
    try (OpenRange in = OpenRange.of(input)) {
      requireNoImage(in.range());
      ZipDirectory directory = ZipDirectory.read(in.range());
      Edits edits = plan.plan(new ZipContents(directory), input.toString());
      if (target == null) {
        return;
      }
      Path written = Files.createTempFile(target.getParent(), ".mcp-transform", ".tmp");
      try {
        if (edits.isEmpty()) {
          Files.copy(input, written, StandardCopyOption.REPLACE_EXISTING);
        } else {
          ZipCopy.write(directory, edits, written);
          requireReadable(input, written);
        }
        copyPermissions(input, written);
        Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(written);
      }
    }
  }

  private static void requireNoImage(FileRange file) throws IOException, TransformException {
    // "JM", of jmod files: a zip file that only the JDK's own tools write.
    if (file.length() > 4 && file.read(0, 2).getShort(0) == 0x4d4a) {
      throw new TransformException(
          "it is a jmod file; transform the jar, and make the jmod file of that");
    }
  }

  /** The JDK is strict with archives: what it cannot open would be of no use. */
  private static void requireReadable(Path input, Path written)
      throws IOException, TransformException {
    Optional<String> fault = faultOf(written);
    if (fault.isEmpty()) {
      return;
    }
    Optional<String> before = faultOf(input);
    throw new TransformException(
        before.isPresent()
            ? "Java itself cannot read it: " + before.get()
            : "Java could not read the result, which is a fault of the transformation: "
                + fault.get());
  }

  private static Optional<String> faultOf(Path file) throws IOException {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      archive.size();
      return Optional.empty();
    } catch (ZipException | EOFException e) {
      return Optional.of(e.getMessage() == null ? "it is cut off" : e.getMessage());
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    FileStore store = Files.getFileStore(to);
    if (store.supportsFileAttributeView(PosixFileAttributeView.class)
        && Files.getFileStore(from).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  private static void requireThere(Path input) throws TransformException {
    if (!Files.isRegularFile(input) && !Files.isDirectory(input)) {
      throw new TransformException(
          "There is no file or folder " + input + ". Give the server's jar, war, ear or folder");
    }
  }

  private static void requireElsewhere(Path input, Path output)
      throws IOException, TransformException {
    if (Files.exists(output) && Files.isSameFile(input, output)) {
      throw new TransformException(
          output + " is the input, which is never written to. Give another output");
    }
    if (Files.isRegularFile(input)) {
      if (Files.isDirectory(output)) {
        throw new TransformException(output + " is a folder. Give the name of a file in it");
      }
      return;
    }
    if (Files.exists(output) && !FolderCopy.isEmptyFolder(output)) {
      throw new TransformException(
          output + " is there already. Give a folder that is not there, or an empty one");
    }
    Path near = output.toAbsolutePath().normalize();
    while (!Files.exists(near)) {
      near = near.getParent();
    }
    if (near.toRealPath().startsWith(input.toRealPath())) {
      throw new TransformException(output + " is in the input. Give a folder beside it");
    }
  }
}

package io.github.mcpmigrate.compat.weave.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with all that is in it.
 *
 * @param paths below the root, files and folders and links, which are not followed; sorted, so that
 *     a folder comes before what is in it
 */
record FolderContents(Path root, List<Path> paths) implements Contents {

  static FolderContents of(Path folder) throws IOException {
    Path root = folder.toRealPath();
    try (Stream<Path> all = Files.walk(root)) {
      return new FolderContents(
          root, all.filter(path -> !path.equals(root)).map(root::relativize).sorted().toList());
    }
  }

  Path path(int index) {
    return root.resolve(paths.get(index));
  }

  @Override
  public int count() {
    return paths.size();
  }

  @Override
  public String name(int index) {
    String name = paths.get(index).toString().replace('\\', '/');
    return Files.isRegularFile(path(index)) ? name : name + "/";
  }

  @Override
  public String obstacle(int index) {
    return Files.isSymbolicLink(path(index)) ? "it is a link, which is not followed" : null;
  }

  @Override
  public InputStream open(int index) throws IOException {
    return Files.newInputStream(path(index));
  }

  @Override
  public Optional<OpenRange> range(int index) throws IOException {
    return Optional.of(OpenRange.of(path(index)));
  }

  @Override
  public boolean isArchive() {
    return false;
  }
}

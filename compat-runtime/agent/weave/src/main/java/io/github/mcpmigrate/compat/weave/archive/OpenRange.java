package io.github.mcpmigrate.compat.weave.archive;

import io.github.mcpmigrate.compat.weave.zip.FileRange;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes with what is to be closed after them.
 *
 * @param owned may do nothing
 */
record OpenRange(FileRange range, Closeable owned) implements Closeable {

  static OpenRange of(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return new OpenRange(FileRange.of(channel), channel);
  }

  @Override
  public void close() throws IOException {
    owned.close();
  }
}

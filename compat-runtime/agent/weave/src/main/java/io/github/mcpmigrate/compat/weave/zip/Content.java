package io.github.mcpmigrate.compat.weave.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes for an entry or a file, opened when they are needed and as often. */
@FunctionalInterface
public interface Content {

  /** Opens them; the caller closes. */
  InputStream open() throws IOException;

  /** Bytes in memory. */
  static Content of(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  /** Bytes of a file. */
  static Content of(Path file) {
    return () -> Files.newInputStream(file);
  }
}

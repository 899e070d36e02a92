package io.github.mcpmigrate.compat.weave.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The files of an archive or of a folder, by index: in an archive two may have one name. */
interface Contents {

  int count();

  /** With slashes between, as archives have them. */
  String name(int index);

  /** Why a file cannot be read, in words that follow on its name; null if it can. */
  String obstacle(int index);

  /** Opens a file; the caller closes. */
  InputStream open(int index) throws IOException;

  /** A file that can be read where it lies, without unpacking. */
  Optional<OpenRange> range(int index) throws IOException;

  /** Whether it is an archive, which can be signed. */
  boolean isArchive();
}

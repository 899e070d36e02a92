package io.github.mcpmigrate.compat.weave.archive;

import io.github.mcpmigrate.compat.weave.zip.ZipDirectory;
import io.github.mcpmigrate.compat.weave.zip.ZipMember;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** An archive. */
record ZipContents(ZipDirectory directory) implements Contents {

  private ZipMember member(int index) {
    return directory.members().get(index);
  }

  @Override
  public int count() {
    return directory.members().size();
  }

  @Override
  public String name(int index) {
    return member(index).name();
  }

  @Override
  public String obstacle(int index) {
    return member(index).obstacle();
  }

  @Override
  public InputStream open(int index) throws IOException {
    return directory.open(member(index));
  }

  @Override
  public Optional<OpenRange> range(int index) throws IOException {
    return member(index).isStored()
        ? Optional.of(new OpenRange(directory.stored(member(index)), () -> {}))
        : Optional.empty();
  }

  @Override
  public boolean isArchive() {
    return true;
  }
}

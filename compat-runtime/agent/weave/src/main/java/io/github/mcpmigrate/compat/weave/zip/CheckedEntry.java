package io.github.mcpmigrate.compat.weave.zip;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** An entry's bytes, compared at their end with what the directory says of them. */
final class CheckedEntry extends FilterInputStream {

  private final ZipMember member;
  private final CRC32 crc = new CRC32();
  private long size;

  CheckedEntry(InputStream in, ZipMember member) {
    super(in);
    this.member = member;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int most) throws IOException {
    int read;
    try {
      read = super.read(into, offset, most);
    } catch (EOFException | ZipException e) {
      throw new ZipException(member.name() + " is damaged");
    }
    if (read > 0) {
      crc.update(into, offset, read);
      size += read;
    }
    if (size > member.size()
        || read < 0 && (size != member.size() || crc.getValue() != member.crc())) {
      throw new ZipException(member.name() + " is damaged");
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    throw new UnsupportedOperationException("The checksum is over all bytes");
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}

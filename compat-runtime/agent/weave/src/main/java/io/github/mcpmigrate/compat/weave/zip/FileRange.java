package io.github.mcpmigrate.compat.weave.zip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.ZipException;

/** Part of a file: a whole archive, or one that is stored in another. It owns no channel. */
public final class FileRange {

  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final long start;
  private final long length;

  private FileRange(FileChannel channel, long start, long length) {
    this.channel = channel;
    this.start = start;
    this.length = length;
  }

  /** The file as it is now. */
  public static FileRange of(FileChannel channel) throws IOException {
    return new FileRange(channel, 0, channel.size());
  }

  /** In bytes. */
  public long length() {
    return length;
  }

  /**
   * A part of this.
   *
   * @throws ZipException when it does not lie within this
   */
  public FileRange part(long from, long bytes) throws ZipException {
    if (from < 0 || bytes < 0 || from > length - bytes) {
      throw new ZipException(
          "it is cut off or damaged: bytes %d to %d of %d are wanted"
              .formatted(from, from + bytes, length));
    }
    return new FileRange(channel, start + from, bytes);
  }

  /** Some bytes, little-endian, as numbers in zip files are. */
  public ByteBuffer read(long from, int bytes) throws IOException {
    FileRange part = part(from, bytes);
    ByteBuffer read = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (read.hasRemaining()) {
      if (channel.read(read, part.start + read.position()) < 0) {
        throw new EOFException("The file became shorter while it was read");
      }
    }
    return read.flip();
  }

  /** All bytes in their order; closing it closes nothing. */
  public InputStream stream() {
    return new InputStream() {
      private final ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, length)).flip();
      private long position;

      @Override
      public int read() throws IOException {
        return fill() ? buffer.get() & 0xff : -1;
      }

      @Override
      public int read(byte[] into, int offset, int most) throws IOException {
        if (most == 0) {
          return 0;
        }
        if (!fill()) {
          return -1;
        }
        int read = Math.min(most, buffer.remaining());
        buffer.get(into, offset, read);
        return read;
      }

      private boolean fill() throws IOException {
        if (buffer.hasRemaining()) {
          return true;
        }
        if (position == length) {
          return false;
        }
        buffer.clear().limit((int) Math.min(buffer.capacity(), length - position));
        int read = channel.read(buffer, start + position);
        if (read < 0) {
          throw new EOFException("The file became shorter while it was read");
        }
        position += read;
        buffer.flip();
        return true;
      }
    };
  }

  /** Writes all bytes. */
  public void copyTo(OutputStream out) throws IOException {
    stream().transferTo(out);
  }
}

package io.github.mcpmigrate.compat.weave.zip;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipException;

/** The file that a copy is written to. Sizes are filled in once the data is there. */
final class ZipOutput implements Closeable {

  /** 1980-01-01 00:00, the first that a zip file can say: nothing depends on the clock. */
  private static final int NO_TIME = 0x00210000;

  private static final int UTF_8_NAME = 0x800;

  private final FileChannel channel;
  private final OutputStream out;
  private final long moved;
  private long position;

  /**
   * @param moved how far positions are to be off that are written down
   */
  ZipOutput(Path file, long moved) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    this.moved = moved;
  }

  /** What the directory is to say of an entry that begins here. */
  long recorded() {
    return position - moved;
  }

  void copy(FileRange bytes) throws IOException {
    bytes.copyTo(out);
    position += bytes.length();
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }

  /**
   * @return the entry's record for the directory
   */
  byte[] add(Edits.Added entry) throws IOException {
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    ByteBuffer header = little(ZipMember.FIXED + name.length);
    header.putInt(0, ZipMember.SIGNATURE).putShort(4, (short) 20).putShort(6, (short) 20);
    boolean ascii = name.length == entry.name().length();
    header.putShort(8, (short) (ascii ? 0 : UTF_8_NAME));
    header.putShort(10, (short) (entry.stored() ? ZipMember.STORED : ZipMember.DEFLATED));
    header.putInt(12, NO_TIME).putShort(28, (short) name.length);
    header.put(ZipMember.FIXED, name);
    ZipMember member = new ZipMember(entry.name(), header.array(), 0, 0, 0, 0);
    return replace(member, new byte[0], entry.content());
  }

  /**
   * Writes an entry with other data.
   *
   * @param extra before its data in the original
   * @return its record for the directory
   */
  byte[] replace(ZipMember member, byte[] extra, Content content) throws IOException {
    byte[] name = member.nameBytes();
    byte[] kept = ZipMember.withoutZip64(extra, 0, extra.length);
    long at = position;
    ByteBuffer local = little(ZipDirectory.LOCAL_FIXED);
    local.putInt(ZipDirectory.LOCAL);
    local.put(member.header(), 6, 10); // version, flags, method and time
    local.putShort(6, (short) (member.flags() & ~(ZipMember.DESCRIPTOR | ZipMember.ENCRYPTED)));
    local.putShort(26, (short) name.length).putShort(28, (short) kept.length);
    write(local.array());
    write(name);
    write(kept);
    ZipData data = data(content, member.method() == ZipMember.STORED);
    if (data.compressed() >= ZipMember.MAX || data.size() >= ZipMember.MAX) {
      throw new ZipException(member.name() + " would have 4 GB or more");
    }
    out.flush();
    ByteBuffer sizes = little(12);
    sizes.putInt((int) data.crc()).putInt((int) data.compressed()).putInt((int) data.size());
    long sizesAt = at + 14;
    for (sizes.flip(); sizes.hasRemaining(); ) {
      sizesAt += channel.write(sizes, sizesAt);
    }
    return member.headerOf(data, at - moved);
  }

  private ZipData data(Content content, boolean stored) throws IOException {
    CRC32 crc = new CRC32();
    long size = 0;
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    Counting counting = new Counting();
    try (InputStream in = content.open()) {
      OutputStream packed = stored ? counting : new DeflaterOutputStream(counting, deflater, 8192);
      byte[] buffer = new byte[1 << 14];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        crc.update(buffer, 0, read);
        size += read;
        packed.write(buffer, 0, read);
      }
      if (packed instanceof DeflaterOutputStream deflating) {
        deflating.finish();
      }
    } finally {
      deflater.end();
    }
    position += counting.bytes;
    return new ZipData(crc.getValue(), counting.bytes, size);
  }

  /** Writes the directory and what ends the archive. */
  void end(List<byte[]> directory, byte[] comment) throws IOException {
    long start = recorded();
    for (byte[] header : directory) {
      write(header);
    }
    long size = recorded() - start;
    if (directory.size() >= 0xffff || start >= ZipMember.MAX || size >= ZipMember.MAX) {
      ByteBuffer end64 = little(56 + 20);
      long at = recorded();
      end64.putInt(ZipDirectory.END64).putLong(44).putShort((short) 45).putShort((short) 45);
      end64.putInt(0).putInt(0).putLong(directory.size()).putLong(directory.size());
      end64.putLong(size).putLong(start);
      end64.putInt(ZipDirectory.LOCATOR64).putInt(0).putLong(at).putInt(1);
      write(end64.array());
    }
    ByteBuffer end = little(20);
    short entries = (short) Math.min(directory.size(), 0xffff);
    end.putInt(ZipDirectory.END).putInt(0).putShort(entries).putShort(entries);
    end.putInt((int) Math.min(size, ZipMember.MAX)).putInt((int) Math.min(start, ZipMember.MAX));
    write(end.array());
    write(comment);
    out.flush();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Counts what goes to the file, and leaves it open. */
  private final class Counting extends OutputStream {

    private long bytes;

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      bytes++;
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
      out.write(some, offset, length);
      bytes += length;
    }
  }
}

package io.github.mcpmigrate.compat.weave.zip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * One entry as the central directory has it.
 *
 * @param name for comparing; the name's own bytes are in the header
 * @param header the record of the central directory, all of it
 * @param compressed bytes in the file
 * @param size bytes when unpacked
 * @param position of its local header in the file
 */
public record ZipMember(
    String name, byte[] header, long crc, long compressed, long size, long position) {

  static final int SIGNATURE = 0x02014b50;
  static final int FIXED = 46;
  static final int STORED = 0;
  static final int DEFLATED = 8;
  static final int ENCRYPTED = 1;
  static final int DESCRIPTOR = 8;
  static final int ZIP64 = 1;
  static final long MAX = 0xffffffffL;

  /**
   * Reads the record at a buffer's position.
   *
   * @param moved how far the archive's own positions are off, because of what stands before it
   */
  static ZipMember read(ByteBuffer directory, long moved) throws ZipException {
    int at = directory.position();
    if (directory.remaining() < FIXED || directory.getInt(at) != SIGNATURE) {
      throw new ZipException("its directory is damaged");
    }
    int nameLength = directory.getShort(at + 28) & 0xffff;
    int extraLength = directory.getShort(at + 30) & 0xffff;
    int length = FIXED + nameLength + extraLength + (directory.getShort(at + 32) & 0xffff);
    if (directory.remaining() < length) {
      throw new ZipException("its directory is damaged");
    }
    byte[] header = new byte[length];
    directory.get(header);
    ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    long[] wide = {
      fields.getInt(24) & MAX, fields.getInt(20) & MAX, fields.getInt(42) & MAX, // in zip64's order
    };
    widen(wide, fields, FIXED + nameLength, extraLength);
    if ((fields.getShort(34) & 0xffff) != 0) {
      throw new ZipException("it has several parts");
    }
    return new ZipMember(
        new String(header, FIXED, nameLength, StandardCharsets.UTF_8),
        header,
        fields.getInt(16) & MAX,
        wide[1],
        wide[0],
        wide[2] + moved);
  }

  private static void widen(long[] wide, ByteBuffer fields, int from, int length)
      throws ZipException {
    int at = from;
    while (at + 4 <= from + length) {
      int size = fields.getShort(at + 2) & 0xffff;
      int end = at + 4 + size;
      if (end > from + length) {
        return; // Extra fields need not be well-formed, and many are not.
      }
      if (fields.getShort(at) == ZIP64) {
        int value = at + 4;
        for (int i = 0; i < wide.length; i++) {
          if (wide[i] == MAX) {
            if (value + 8 > end || fields.getLong(value) < 0) {
              throw new ZipException("its directory is damaged");
            }
            wide[i] = fields.getLong(value);
            value += 8;
          }
        }
      }
      at = end;
    }
  }

  /** Whether it can be read without a password and with the JDK: what stands against that. */
  public String obstacle() {
    if ((flags() & ENCRYPTED) != 0) {
      return "it is encrypted";
    }
    int method = method();
    return method == STORED || method == DEFLATED
        ? null
        : "it is compressed in a way that Java cannot read (method " + method + ")";
  }

  /** Whether its bytes lie in the file as they are. */
  public boolean isStored() {
    return method() == STORED && (flags() & ENCRYPTED) == 0;
  }

  int method() {
    return fields().getShort(10) & 0xffff;
  }

  int flags() {
    return fields().getShort(8) & 0xffff;
  }

  byte[] nameBytes() {
    byte[] bytes = new byte[fields().getShort(28) & 0xffff];
    System.arraycopy(header, FIXED, bytes, 0, bytes.length);
    return bytes;
  }

  private ByteBuffer fields() {
    return ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The same entry at another position. */
  byte[] headerAt(long recorded) {
    return header(fields().getInt(20) & MAX, fields().getInt(24) & MAX, recorded, fields());
  }

  /** The entry with other data, at another position. */
  byte[] headerOf(ZipData data, long recorded) {
    ByteBuffer fields = ByteBuffer.wrap(header.clone()).order(ByteOrder.LITTLE_ENDIAN);
    fields.putShort(8, (short) (flags() & ~(DESCRIPTOR | ENCRYPTED)));
    fields.putInt(16, (int) data.crc());
    return header(data.compressed(), data.size(), recorded, fields);
  }

  private byte[] header(long packed, long unpacked, long recorded, ByteBuffer fields) {
    int nameLength = fields.getShort(28) & 0xffff;
    int extraLength = fields.getShort(30) & 0xffff;
    ByteArrayOutputStream extra = new ByteArrayOutputStream();
    if (packed == MAX || unpacked == MAX || recorded >= MAX) {
      ByteBuffer zip64 = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
      zip64.putShort((short) ZIP64).putShort((short) 0);
      if (unpacked == MAX) {
        zip64.putLong(size);
      }
      if (packed == MAX) {
        zip64.putLong(compressed);
      }
      if (recorded >= MAX) {
        zip64.putLong(recorded);
      }
      zip64.putShort(2, (short) (zip64.position() - 4));
      extra.write(zip64.array(), 0, zip64.position());
    }
    extra.writeBytes(withoutZip64(header, FIXED + nameLength, extraLength));
    int commentFrom = FIXED + nameLength + extraLength;
    ByteBuffer written =
        ByteBuffer.allocate(header.length - extraLength + extra.size())
            .order(ByteOrder.LITTLE_ENDIAN);
    written.put(fields.array(), 0, FIXED).put(header, FIXED, nameLength);
    written.put(extra.toByteArray()).put(header, commentFrom, header.length - commentFrom);
    written.putInt(20, (int) packed).putInt(24, (int) unpacked);
    written.putShort(30, (short) extra.size());
    written.putInt(42, (int) Math.min(recorded, MAX));
    return written.array();
  }

  /** Extra fields but for the sizes over 4 GB. */
  static byte[] withoutZip64(byte[] bytes, int from, int length) {
    ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    int at = from;
    while (at + 4 <= from + length) {
      int end = at + 4 + (fields.getShort(at + 2) & 0xffff);
      if (end > from + length) {
        break;
      }
      if (fields.getShort(at) != ZIP64) {
        kept.write(bytes, at, end - at);
      }
      at = end;
    }
    kept.write(bytes, at, from + length - at);
    return kept.toByteArray();
  }
}

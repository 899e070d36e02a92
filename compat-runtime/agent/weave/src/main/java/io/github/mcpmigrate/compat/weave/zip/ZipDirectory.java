package io.github.mcpmigrate.compat.weave.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The central directory of an archive. What stands before the first entry, a start script for
 * example, and behind the directory belongs to the archive, too.
 */
public final class ZipDirectory {

  static final int END = 0x06054b50;
  static final int END64 = 0x06064b50;
  static final int LOCATOR64 = 0x07064b50;
  static final int LOCAL = 0x04034b50;
  static final int LOCAL_FIXED = 30;
  private static final int END_FIXED = 22;

  /** A directory of this size has a million entries. In bytes. */
  private static final long MAX_DIRECTORY = 128L << 20;

  private final FileRange file;
  private final List<ZipMember> members;
  private final long start;
  private final long moved;
  private final byte[] comment;

  private ZipDirectory(
      FileRange file, List<ZipMember> members, long start, long moved, byte[] comment) {
    this.file = file;
    this.members = List.copyOf(members);
    this.start = start;
    this.moved = moved;
    this.comment = comment;
  }

  /**
   * Reads it.
   *
   * @throws ZipException in words that follow on a file's name, when it is no archive or a damaged
   *     one
   */
  public static ZipDirectory read(FileRange file) throws IOException {
    int tail = (int) Math.min(file.length(), END_FIXED + 0xffff);
    ByteBuffer last = file.read(file.length() - tail, tail);
    int end = endIn(last, file.length() - tail);
    if (end < 0) {
      throw new ZipException("it is no jar, war or other zip file, or it is cut off");
    }
    long endAt = file.length() - tail + end;
    long entries = last.getShort(end + 10) & 0xffff;
    long size = last.getInt(end + 12) & ZipMember.MAX;
    long offset = last.getInt(end + 16) & ZipMember.MAX;
    if ((last.getShort(end + 4) & 0xffff) != 0 && last.getShort(end + 4) != (short) 0xffff) {
      throw new ZipException("it has several parts");
    }
    ByteBuffer end64 = end64(file, endAt, offset);
    if (end64 != null) {
      entries = end64.getLong(32);
      size = end64.getLong(40);
      offset = end64.getLong(48);
      endAt = end64.getLong(56);
    }
    long start = endAt - size;
    if (size < 0 || size > MAX_DIRECTORY || start < 0 || offset < 0 || offset > start) {
      throw new ZipException("its directory is damaged, or larger than any archive's");
    }
    ByteBuffer directory = file.read(start, (int) size);
    List<ZipMember> members = new ArrayList<>();
    while (directory.hasRemaining()) {
      members.add(ZipMember.read(directory, start - offset));
    }
    if (members.size() != entries
        && (end64 != null || (members.size() & 0xffff) != (entries & 0xffff))) {
      throw new ZipException(
          "its directory has %d entries and says %d".formatted(members.size(), entries));
    }
    byte[] comment = new byte[tail - end - 20];
    last.get(end + 20, comment);
    return new ZipDirectory(file, members, start, start - offset, comment);
  }

  /** From the back: the comment behind it may look like one. */
  private static int endIn(ByteBuffer last, long before) {
    int inexact = -1;
    for (int at = last.limit() - END_FIXED; at >= 0; at--) {
      if (last.getInt(at) == END) {
        int rest = last.limit() - at - END_FIXED - (last.getShort(at + 20) & 0xffff);
        if (rest == 0) {
          return at;
        }
        long size = last.getInt(at + 12) & ZipMember.MAX;
        if (rest > 0 && inexact < 0 && size <= before + at) {
          inexact = at;
        }
      }
    }
    return inexact;
  }

  /**
   * @return its fields, and its own position behind them; null if there is none
   */
  private static ByteBuffer end64(FileRange file, long endAt, long offset) throws IOException {
    if (endAt < 20 + 56) {
      return null;
    }
    ByteBuffer locator = file.read(endAt - 20, 20);
    if (locator.getInt(0) != LOCATOR64) {
      return null;
    }
    // Where it says, or, with something before the archive, where everybody puts it.
    for (long at : new long[] {locator.getLong(8), endAt - 20 - 56}) {
      if (at >= 0 && at <= endAt - 20 - 56) {
        ByteBuffer fields = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        fields.put(file.read(at, 56)).putLong(at);
        if (fields.getInt(0) == END64) {
          return fields;
        }
      }
    }
    throw new ZipException("its directory is damaged");
  }

  FileRange file() {
    return file;
  }

  /** In the order of the directory; two may have one name. */
  public List<ZipMember> members() {
    return members;
  }

  /** Where the directory begins. */
  long start() {
    return start;
  }

  /** How far the positions that are written in it are off. */
  long moved() {
    return moved;
  }

  /** The length of the comment, the comment, and what follows. */
  byte[] comment() {
    return comment.clone();
  }

  /** The compressed bytes of an entry. */
  FileRange packed(ZipMember member) throws IOException {
    return file.part(member.position() + headerLength(member), member.compressed());
  }

  /** Bytes before an entry's data. */
  int headerLength(ZipMember member) throws IOException {
    ByteBuffer local = file.read(member.position(), LOCAL_FIXED);
    if (local.getInt(0) != LOCAL) {
      throw new ZipException("its directory is damaged: it leads to no " + member.name());
    }
    return LOCAL_FIXED + (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff);
  }

  /** The extra fields before an entry's data. */
  byte[] localExtra(ZipMember member) throws IOException {
    ByteBuffer local = file.read(member.position(), LOCAL_FIXED);
    int length = local.getShort(28) & 0xffff;
    byte[] extra = new byte[length];
    file.read(member.position() + headerLength(member) - length, length).get(extra);
    return extra;
  }

  /**
   * The bytes of an entry that is stored, to be read where they lie.
   *
   * @see ZipMember#isStored
   */
  public FileRange stored(ZipMember member) throws IOException {
    return packed(member);
  }

  /**
   * Unpacks an entry; the end comes after {@code size} bytes, or with an exception where they or
   * their checksum are others than the directory says.
   */
  public InputStream open(ZipMember member) throws IOException {
    String obstacle = member.obstacle();
    if (obstacle != null) {
      throw new ZipException(obstacle);
    }
    InputStream packed = packed(member).stream();
    if (member.isStored()) {
      return new CheckedEntry(packed, member);
    }
    Inflater inflater = new Inflater(true);
    return new CheckedEntry(
        new InflaterInputStream(packed, inflater, 1 << 14) {
          @Override
          public void close() throws IOException {
            inflater.end();
            super.close();
          }
        },
        member);
  }
}

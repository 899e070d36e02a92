package io.github.mcpmigrate.compat.weave.zip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipException;

/**
 * Writes an archive anew with some entries changed. Every other entry is copied from its local
 * header to the next one's, bytes as they are.
 */
public final class ZipCopy {

  private final ZipDirectory original;
  private final Edits edits;
  private final byte[][] headers;
  private final byte[][][] addedHeaders;

  private ZipCopy(ZipDirectory original, Edits edits) {
    this.original = original;
    this.edits = edits;
    headers = new byte[original.members().size()][];
    addedHeaders = new byte[original.members().size() + 1][][];
  }

  /**
   * Writes the copy.
   *
   * @param target a file, overwritten if it exists
   * @throws ZipException in words that follow on the original's name, when its entries do not lie
   *     one behind the other
   */
  public static void write(ZipDirectory original, Edits edits, Path target) throws IOException {
    try (ZipOutput out = new ZipOutput(target, original.moved())) {
      new ZipCopy(original, edits).write(out);
    }
  }

  /**
   * Writes an archive of nothing but new entries.
   *
   * @param target a file, overwritten if it exists
   */
  public static void write(List<Edits.Added> entries, Path target) throws IOException {
    try (ZipOutput out = new ZipOutput(target, 0)) {
      byte[][] headers = new byte[entries.size()][];
      for (int i = 0; i < headers.length; i++) {
        headers[i] = out.add(entries.get(i));
      }
      out.end(List.of(headers), new byte[2]);
    }
  }

  private void write(ZipOutput out) throws IOException {
    List<ZipMember> members = original.members();
    List<Integer> order =
        IntStream.range(0, members.size())
            .boxed()
            .sorted(Comparator.comparingLong(index -> members.get(index).position()))
            .toList();
    long first = order.isEmpty() ? original.start() : members.get(order.get(0)).position();
    out.copy(original.file().part(0, first));
    for (int i = 0; i < order.size(); i++) {
      int index = order.get(i);
      long next =
          i + 1 < order.size() ? members.get(order.get(i + 1)).position() : original.start();
      one(out, index, next);
      addedHeaders[index] = add(out, index);
    }
    addedHeaders[members.size()] = add(out, -1);
    out.end(directory(), original.comment());
  }

  private void one(ZipOutput out, int index, long next) throws IOException {
    ZipMember member = original.members().get(index);
    long end = member.position() + original.headerLength(member) + member.compressed();
    if (end > next) {
      throw new ZipException("its entries overlap, as no archiver writes them");
    }
    if (edits.isRemoved(index)) {
      return;
    }
    Content content = edits.replacement(index);
    if (content != null) {
      headers[index] = out.replace(member, original.localExtra(member), content);
    } else {
      headers[index] = member.headerAt(out.recorded());
      out.copy(original.file().part(member.position(), next - member.position()));
    }
  }

  private byte[][] add(ZipOutput out, int index) throws IOException {
    List<Edits.Added> entries = edits.addedAfter(index);
    byte[][] written = new byte[entries.size()][];
    for (int i = 0; i < written.length; i++) {
      written[i] = out.add(entries.get(i));
    }
    return written;
  }

  /** In the order of the original, which need not be that of the file. */
  private List<byte[]> directory() {
    List<byte[]> directory = new ArrayList<>();
    for (int i = 0; i <= headers.length; i++) {
      if (i < headers.length && headers[i] != null) {
        directory.add(headers[i]);
      }
      directory.addAll(List.of(addedHeaders[i]));
    }
    return directory;
  }
}

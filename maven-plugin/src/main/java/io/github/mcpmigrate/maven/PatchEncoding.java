package io.github.mcpmigrate.maven;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the lines of a patch into the encodings of the files that they are from. OpenRewrite writes
 * patches in UTF-8, whatever the files are in, and such a patch neither applies nor undoes.
 */
final class PatchEncoding {

  private static final String FILE = "diff --git a/";

  private final Path top;
  private final List<Charset> encodings = new ArrayList<>();

  /**
   * @param top what the patch names files relative to
   * @param sources the encodings that the build names for its sources
   */
  PatchEncoding(Path top, List<Charset> sources) {
    this.top = top;
    encodings.add(StandardCharsets.UTF_8);
    encodings.addAll(sources);
    encodings.add(Charset.forName("windows-1252"));
    encodings.add(StandardCharsets.ISO_8859_1);
  }

  /**
   * The patch as bytes.
   *
   * @param patch as OpenRewrite wrote it, for files that are still as they were before
   */
  byte[] encode(String patch) throws IOException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(patch.length() + 64);
    int start = 0;
    while (start < patch.length()) {
      int next = patch.indexOf("\n" + FILE, start);
      int end = next < 0 ? patch.length() : next + 1;
      encoded.write(section(patch.substring(start, end)));
      start = end;
    }
    return encoded.toByteArray();
  }

  private byte[] section(String section) throws IOException {
    byte[] utf8 = section.getBytes(StandardCharsets.UTF_8);
    if (utf8.length == section.length() || !section.startsWith(FILE)) {
      return utf8;
    }
    Path file = top.resolve(Patch.path(section.lines().findFirst().orElseThrow()));
    if (!Files.isRegularFile(file)) {
      return utf8;
    }
    // Any bytes are characters here, one for one, so that lines can be looked up in the file.
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    for (Charset encoding : encodings) {
      if (section.lines().allMatch(line -> isIn(bytes, line, encoding))) {
        return section.getBytes(encoding);
      }
    }
    return utf8;
  }

  /** Whether a line that the patch says is in the file is there, in an encoding. */
  private static boolean isIn(String bytes, String line, Charset encoding) {
    try {
      ByteBuffer encoded = encoding.newEncoder().encode(CharBuffer.wrap(line));
      boolean old = line.startsWith(" ") || line.startsWith("-") && !line.startsWith("--- ");
      return !old
          || bytes.contains(StandardCharsets.ISO_8859_1.decode(encoded).toString().substring(1));
    } catch (CharacterCodingException e) {
      // No such character in this encoding: it is another one.
      return false;
    }
  }
}

package io.github.mcpmigrate.compat.weave.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the JAR file specification calls signature-related files, and the digests they sign. */
final class Signatures {

  static final String MANIFEST = "META-INF/MANIFEST.MF";

  private static final Pattern RELATED =
      Pattern.compile("META-INF/(SIG-[^/]*|[^/]+\\.(SF|RSA|DSA|EC))", Pattern.CASE_INSENSITIVE);

  private Signatures() {}

  /** Whether a file makes an archive a signed one. */
  static boolean signs(String name) {
    return RELATED.matcher(name).matches() && name.toUpperCase(Locale.ROOT).endsWith(".SF");
  }

  static boolean isRelated(String name) {
    return RELATED.matcher(name).matches();
  }

  /**
   * A manifest without digests; sections that had nothing else go, every other byte stays. It may
   * be that nothing is to be taken away.
   */
  static byte[] withoutDigests(byte[] manifest) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(manifest.length);
    List<String> section = new ArrayList<>();
    boolean main = true;
    for (String line : lines(manifest)) {
      if (!line.isBlank()) {
        section.add(line);
        continue;
      }
      if (section.isEmpty()) {
        write(List.of(line), kept); // one blank line more than needed
        continue;
      }
      section.add(line);
      write(reduced(section, main), kept);
      section.clear();
      main = false;
    }
    write(reduced(section, main), kept);
    return kept.toByteArray();
  }

  private static List<String> reduced(List<String> section, boolean main) {
    List<String> kept = new ArrayList<>();
    boolean digest = false;
    int attributes = 0;
    boolean dropped = false;
    for (String line : section) {
      if (!line.startsWith(" ")) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
        digest = name.endsWith("-digest") || name.contains("-digest-");
        dropped |= digest;
        attributes += digest || line.isBlank() || name.equals("name") ? 0 : 1;
      }
      if (!digest) {
        kept.add(line);
      }
    }
    return !main && dropped && attributes == 0 ? List.of() : kept;
  }

  private static void write(List<String> lines, ByteArrayOutputStream out) {
    lines.forEach(line -> out.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Each with its end. */
  private static List<String> lines(byte[] manifest) {
    // Byte for byte: a line may be folded within a character.
    String text = new String(manifest, StandardCharsets.ISO_8859_1);
    return Pattern.compile("[^\r\n]*(\r\n|\r|\n)|[^\r\n]+$")
        .matcher(text)
        .results()
        .map(result -> result.group())
        .toList();
  }
}

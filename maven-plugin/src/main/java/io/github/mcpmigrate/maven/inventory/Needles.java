package io.github.mcpmigrate.maven.inventory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Words, one of which is in every file of a kind that is worth parsing. */
final class Needles {

  private final byte[][][] byFirst = new byte[256][][];

  private Needles(List<String> words) {
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
      byte[][] same = byFirst[bytes[0]];
      byte[][] more = new byte[same == null ? 1 : same.length + 1][];
      if (same != null) {
        System.arraycopy(same, 0, more, 0, same.length);
      }
      more[more.length - 1] = bytes;
      byFirst[bytes[0]] = more;
    }
  }

  static Needles of(String... words) {
    return new Needles(List.of(words));
  }

  /** Looks at the bytes: the words are ASCII, which is the same in every encoding of sources. */
  boolean in(byte[] text) {
    for (int at = 0; at < text.length; at++) {
      byte[][] candidates = byFirst[text[at] & 0xff];
      if (candidates != null) {
        for (byte[] word : candidates) {
          if (matches(text, at, word)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Looks at a text. */
  boolean in(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      byte[][] candidates = c < byFirst.length ? byFirst[c] : null;
      if (candidates != null && anyAt(text, at, candidates)) {
        return true;
      }
    }
    return false;
  }

  /** Where words begin in a text, in order. */
  int[] places(String text) {
    int[] found = new int[16];
    int count = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      byte[][] candidates = c < byFirst.length ? byFirst[c] : null;
      if (candidates != null && anyAt(text, at, candidates)) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = at;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static boolean anyAt(String text, int at, byte[][] words) {
    for (byte[] word : words) {
      int i = 0;
      while (i < word.length && at + i < text.length() && text.charAt(at + i) == word[i]) {
        i++;
      }
      if (i == word.length) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] text, int at, byte[] word) {
    if (text.length - at < word.length) {
      return false;
    }
    for (int i = 1; i < word.length; i++) {
      if (text[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}

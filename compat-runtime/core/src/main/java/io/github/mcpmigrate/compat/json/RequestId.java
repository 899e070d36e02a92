package io.github.mcpmigrate.compat.json;

import java.nio.charset.StandardCharsets;

/**
 * The id of a JSON-RPC request: a string or an integer, and never equal across the two ({@code 1}
 * and {@code "1"} are two requests). The text is echoed with its JSON type.
 *
 * @param text the string's value, or the integer's canonical digits
 * @param string whether the id is a JSON string
 */
public record RequestId(String text, boolean string) {

  public static RequestId of(String value) {
    return new RequestId(value, true);
  }

  public static RequestId of(long value) {
    return new RequestId(Long.toString(value), false);
  }

  /** Reads an id, or returns null when the value is neither a string nor an integer. */
  public static RequestId read(Json value) {
    if (value == null) {
      return null;
    }
    String text = value.text();
    if (text != null) {
      return of(text);
    }
    String digits = value.toString();
    return isInteger(digits) ? new RequestId(canonical(digits), false) : null;
  }

  byte[] toJson() {
    return string ? JsonText.quoted(text) : text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String canonical(String digits) {
    return digits.equals("-0") ? "0" : digits;
  }

  private static boolean isInteger(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    if (from == text.length()) {
      return false;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Said here, as is the hash code, because a record's own is slow until the compiler has come by,
   * and JDK 17 keeps the last class whose own it linked, with its web application.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof RequestId id && id.string == string && id.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return string ? '"' + text + '"' : text;
  }
}

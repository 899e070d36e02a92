package io.github.mcpmigrate.compat.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A stretch of JSON text that has been read once and is known to be well formed. Payloads travel
 * through the engine in this form, untouched: no tree is built and no number is rounded.
 */
public final class Json {

  private final byte[] bytes;
  private final int offset;
  private final int length;

  private Json(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
  }

  /** The whole array, which must be well-formed JSON in UTF-8 and must not change afterwards. */
  public static Json of(byte[] bytes) {
    return new Json(bytes, 0, bytes.length);
  }

  /** Well-formed JSON given as text. */
  public static Json of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A JSON string holding {@code value}. */
  public static Json string(String value) {
    return of(JsonText.quoted(value));
  }

  /** A JSON number. */
  public static Json number(long value) {
    return of(Long.toString(value));
  }

  /** A JSON object with these members, in the map's order. */
  public static Json object(Map<String, Json> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    members.forEach(
        (name, value) -> {
          out.write(out.size() == 0 ? '{' : ',');
          out.writeBytes(JsonText.quoted(name));
          out.write(':');
          value.writeTo(out);
        });
    return closed(out, '{', '}');
  }

  /** A JSON array. */
  public static Json array(List<Json> values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Json value : values) {
      out.write(out.size() == 0 ? '[' : ',');
      value.writeTo(out);
    }
    return closed(out, '[', ']');
  }

  private static Json closed(ByteArrayOutputStream out, char open, char close) {
    if (out.size() == 0) {
      out.write(open);
    }
    out.write(close);
    return of(out.toByteArray());
  }

  static Json slice(byte[] bytes, int offset, int length) {
    return new Json(bytes, offset, length);
  }

  /** Length in bytes. */
  public int length() {
    return length;
  }

  /** A copy that shares nothing with the message it came from. */
  public byte[] toBytes() {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }

  void writeTo(ByteArrayOutputStream out) {
    out.write(bytes, offset, length);
  }

  /**
   * The value of a member of this object, or null when this is no object or has no such member. Of
   * a member that is given twice the last counts, as the JSON libraries behind us read it.
   */
  public Json member(String name) {
    try (JsonParser parser = JsonText.parser(bytes, offset, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Json found = null;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(name);
        parser.nextToken();
        int start = JsonText.start(parser);
        int end = JsonText.end(parser);
        if (wanted) {
          found = new Json(bytes, offset + start, end - start);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("Not well-formed JSON", e);
    }
  }

  /** Whether this is a JSON object. */
  public boolean isObject() {
    return bytes[firstByte()] == '{';
  }

  /** The text of a JSON string, or null when this is anything else. */
  public String text() {
    int first = firstByte();
    if (bytes[first] != '"') {
      return null;
    }
    if (isPlainString(first)) {
      return new String(bytes, first + 1, offset + length - first - 2, StandardCharsets.UTF_8);
    }
    try (JsonParser parser = JsonText.parser(bytes, offset, length)) {
      return parser.nextToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
    } catch (IOException e) {
      throw new UncheckedIOException("Not well-formed JSON", e);
    }
  }

  /**
   * This object with one member set, every other byte as it was: the value of a member that exists
   * is replaced where it stands, a new one is put in front.
   *
   * @throws IllegalArgumentException when this is no JSON object
   */
  public Json with(String name, Json value) {
    Json old = member(name);
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(length + value.length + name.length() + 4);
    if (old != null) {
      out.write(bytes, offset, old.offset - offset);
      value.writeTo(out);
      int rest = old.offset + old.length;
      out.write(bytes, rest, offset + length - rest);
      return of(out.toByteArray());
    }
    int open = firstByte();
    if (bytes[open] != '{') {
      throw new IllegalArgumentException("Not a JSON object");
    }
    out.write(bytes, offset, open + 1 - offset);
    out.writeBytes(JsonText.quoted(name));
    out.write(':');
    value.writeTo(out);
    if (!isEmptyObject(open)) {
      out.write(',');
    }
    out.write(bytes, open + 1, offset + length - open - 1);
    return of(out.toByteArray());
  }

  /** A string without escapes and without anything behind it can be read without a parser. */
  private boolean isPlainString(int first) {
    int last = offset + length - 1;
    for (int i = first + 1; i < last; i++) {
      if (bytes[i] == '\\' || bytes[i] == '"') {
        return false;
      }
    }
    return last > first && bytes[last] == '"';
  }

  private int firstByte() {
    int at = offset;
    while (bytes[at] <= ' ') {
      at++;
    }
    return at;
  }

  private boolean isEmptyObject(int open) {
    int at = open + 1;
    while (bytes[at] <= ' ') {
      at++;
    }
    return bytes[at] == '}';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Json that
        && Arrays.equals(
            bytes, offset, offset + length, that.bytes, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }
}

package io.github.mcpmigrate.compat.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

  /** The elements of this array, in order; none when this is no array. */
  public List<Json> elements() {
    List<Json> elements = new ArrayList<>();
    try (JsonParser parser = JsonText.parser(bytes, offset, length)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return List.of();
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        int start = JsonText.start(parser);
        int end = JsonText.end(parser);
        elements.add(new Json(bytes, offset + start, end - start));
      }
      return elements;
    } catch (IOException e) {
      throw new UncheckedIOException("Not well-formed JSON", e);
    }
  }

  /**
   * Whether this may hold, anywhere in it, one of these strings as JSON writes it, quotes included.
   * Costs no more than a look at each byte, and false is certain: what is written with escapes may
   * be any string.
   */
  public boolean mayHold(List<Json> strings) {
    int end = offset + length;
    for (int i = offset; i < end; i++) {
      if (bytes[i] == '"') {
        for (Json string : strings) {
          if (string.standsIn(bytes, i, end)) {
            return true;
          }
        }
      } else if (bytes[i] == '\\' && i + 1 < end && bytes[i + 1] == 'u') {
        return true;
      }
    }
    return false;
  }

  private boolean standsIn(byte[] other, int at, int end) {
    return at + length <= end
        && bytes[offset + 1] == other[at + 1]
        && Arrays.equals(bytes, offset, offset + length, other, at, at + length);
  }

  /**
   * A part of a value, and what is to stand in its place.
   *
   * @param part as {@link #member} or {@link #elements} of the value, or of a part of it, gave it
   */
  public record Edit(Json part, Json by) {}

  /**
   * This value with some parts replaced, every other byte as it was.
   *
   * @param edits in the order in which the parts stand here
   */
  public Json edited(List<Edit> edits) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 128 * edits.size());
    int at = offset;
    for (Edit edit : edits) {
      if (edit.part.bytes != bytes || edit.part.offset < at) {
        throw new IllegalArgumentException("Not a part of this, or not in order");
      }
      out.write(bytes, at, edit.part.offset - at);
      edit.by.writeTo(out);
      at = edit.part.offset + edit.part.length;
    }
    out.write(bytes, at, offset + length - at);
    return of(out.toByteArray());
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

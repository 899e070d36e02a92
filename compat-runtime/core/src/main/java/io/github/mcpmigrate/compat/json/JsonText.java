package io.github.mcpmigrate.compat.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The one place that knows how Jackson reports where a value begins and ends. */
final class JsonText {

  /** Nesting deeper than this is refused: no MCP message needs it, and readers recurse. */
  static final int MAX_DEPTH = 500;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(1_000)
                  // Names have Jackson's own limit, 50,000 from 2.16 on; 2.15 has no such option.
                  // Strings are passed over, not built; the body limit of the door bounds them.
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          // A client's member names have no business in the JVM's table of interned strings.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private JsonText() {}

  static JsonParser parser(byte[] bytes, int offset, int length) throws IOException {
    return FACTORY.createParser(bytes, offset, length);
  }

  /** Offset of the current token from where the parser began. */
  static int start(JsonParser parser) {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  /** Passes over the current value and returns the offset behind its last byte. */
  static int end(JsonParser parser) throws IOException {
    if (parser.currentToken().isStructStart()) {
      parser.skipChildren();
    } else {
      // A string's end is only known once it has been read.
      parser.finishToken();
    }
    return (int) parser.currentLocation().getByteOffset();
  }

  static byte[] quoted(String value) {
    return isUnicode(value) ? quotedUtf8(value) : quotedAscii(value);
  }

  /** Whether every surrogate has its partner; JSON can say one alone, UTF-8 cannot. */
  private static boolean isUnicode(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        boolean pair =
            i + 1 < value.length()
                && Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static byte[] quotedAscii(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
      text.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return text.append('"').toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] quotedUtf8(String value) {
    byte[] inner = JsonStringEncoder.getInstance().quoteAsUTF8(value);
    byte[] quoted = new byte[inner.length + 2];
    quoted[0] = '"';
    System.arraycopy(inner, 0, quoted, 1, inner.length);
    quoted[quoted.length - 1] = '"';
    return quoted;
  }
}

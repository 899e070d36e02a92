package io.github.mcpmigrate.compat.transport;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client is ready to read, of the two types MCP answers with (RFC 9110, section 12.5.1). An
 * absent header and wildcards count as yes, {@code q=0} as no; the most specific range decides.
 */
record Accept(boolean json, boolean eventStream) {

  /** What released clients send, word for word. */
  private static final Map<List<String>, Accept> KNOWN =
      Stream.of(
              "application/json, text/event-stream",
              "text/event-stream, application/json",
              "application/json",
              "text/event-stream",
              "*/*")
          .map(List::of)
          .collect(Collectors.toUnmodifiableMap(Function.identity(), Accept::read));

  static Accept of(List<String> headers) {
    Accept known = KNOWN.get(headers);
    return known == null ? read(headers) : known;
  }

  private static Accept read(List<String> headers) {
    return new Accept(
        accepts(headers, "application", "json"), accepts(headers, "text", "event-stream"));
  }

  private static boolean accepts(List<String> headers, String type, String subtype) {
    int best = 0;
    boolean accepted = headers.isEmpty();
    for (String header : headers) {
      for (String range : header.split(",")) {
        String[] parts = range.toLowerCase(Locale.ROOT).split(";");
        int fit = fit(parts[0].strip(), type, subtype);
        if (fit > best) {
          best = fit;
          accepted = !refused(parts);
        }
      }
    }
    return accepted;
  }

  private static int fit(String range, String type, String subtype) {
    if (range.equals(type + "/" + subtype)) {
      return 3;
    }
    if (range.equals(type + "/*")) {
      return 2;
    }
    return range.equals("*/*") ? 1 : 0;
  }

  private static boolean refused(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].replace(" ", "");
      if (parameter.startsWith("q=")) {
        return parameter.matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}
